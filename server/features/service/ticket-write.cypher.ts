import { cypher } from '../../kernel/cypher.ts'
import { ticketShown } from './ticket.cypher.ts'
import type { Measurement } from './ticket.type.ts'
import type { TicketState } from './ticket.rules.ts'

export const createTicket = cypher<{ serial: string; properties: object }, { maker: string }>()`
MATCH (serial:Serial {id: $in.serial}), (opener:Organization {id: $viewer.organization})
CREATE (ticket:ServiceTicket)-[:OPENED_BY]->(opener)
CREATE (ticket)-[:CONCERNS_DEVICE]->(serial)
SET ticket = $in.properties, ticket.maker = serial.maker
RETURN serial.maker AS maker
`

export interface TicketUnderChange {
  readonly id: string
  readonly reference: string
  readonly status: TicketState
  readonly kind: string
  readonly organization: string
  readonly maker: string
  readonly serial: string
  readonly serviceDueOn: string | null
  readonly intervalMonths: number | null
}

/** Locks the ticket for whoever sees it; what each may do with it is asked by who is the maker. */
export const ticketToChange = cypher<{ id: string; at: string }, TicketUnderChange>()`
MATCH (ticket:ServiceTicket {id: $in.id})-[:CONCERNS_DEVICE]->(serial:Serial)-[:OF]->(product:Product)
WHERE ${ticketShown}
SET ticket.changedAt = $in.at
RETURN ticket.id AS id, ticket.reference AS reference, ticket.status AS status, ticket.kind AS kind, ticket.organization AS organization, serial.maker AS maker, serial.id AS serial,
  serial.serviceDueOn AS serviceDueOn, product.serviceIntervalMonths AS intervalMonths
`

export const saveTicket = cypher<{ id: string; properties: object }, { id: string }>()`
MATCH (ticket:ServiceTicket {id: $in.id})
SET ticket += $in.properties
RETURN ticket.id AS id
`

export const setServiceDue = cypher<{ serial: string; dueOn: string }, never>()`
MATCH (serial:Serial {id: $in.serial})
SET serial.serviceDueOn = $in.dueOn
`

export const addMeasurement = cypher<{ ticket: string; measurement: object }, never>()`
MATCH (ticket:ServiceTicket {id: $in.ticket})
CREATE (measurement:Measurement)-[:MEASURED_IN]->(ticket)
SET measurement = $in.measurement
`

export const measurementsOfTickets = cypher<{ ids: readonly string[] }, { ticket: string; measurements: Measurement[] }>()`
UNWIND $in.ids AS id
MATCH (ticket:ServiceTicket {id: id})-[:CONCERNS_DEVICE]->(serial:Serial)
WHERE ${ticketShown}
RETURN id AS ticket, COLLECT {
  MATCH (ticket)<-[:MEASURED_IN]-(measurement:Measurement)
  RETURN measurement {.id, .measuredAt, .quantity, .value, .unit, .lower, .upper, .passed} ORDER BY measurement.measuredAt, measurement.id
} AS measurements
`
