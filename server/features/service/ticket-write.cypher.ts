import { cypher } from '../../kernel/cypher.ts'
import { ticketShown } from './ticket.cypher.ts'
import type { NextDue, ServicePlan, TicketState } from './ticket.rules.ts'

export const createTicket = cypher<{ thing: string; properties: object }, { maker: string }>()`
OPTIONAL MATCH (serial:Serial {id: $in.thing})
OPTIONAL MATCH (batch:Batch {id: $in.thing})
WITH coalesce(serial, batch) AS thing
MATCH (opener:Organization {id: $viewer.organization})
CREATE (ticket:ServiceTicket)-[:OPENED_BY]->(opener)
CREATE (ticket)-[:CONCERNS_DEVICE]->(thing)
SET ticket = $in.properties, ticket.maker = thing.maker
RETURN thing.maker AS maker
`

export interface TicketUnderChange extends ServicePlan {
  readonly id: string
  readonly reference: string
  readonly status: TicketState
  readonly kind: string
  readonly organization: string
  readonly maker: string
  readonly provider: string | null
  /** What stands in it, for the record. */
  readonly before: Readonly<Record<string, string | null>>
  /** False: it is about a lot. */
  readonly isDevice: boolean
  /** Id of the device or lot. */
  readonly thing: string
  /** Days on which the device's next services are due. */
  readonly due: { readonly maintenanceOn: string | null; readonly calibrationOn: string | null }
}

/** Locks the ticket for whoever sees it; what each may do with it is asked by who is the maker. */
export const ticketToChange = cypher<{ id: string; at: string }, TicketUnderChange>()`
MATCH (ticket:ServiceTicket {id: $in.id})
WHERE ${ticketShown}
MATCH (ticket)-[:CONCERNS_DEVICE]->(thing:Serial|Batch)-[:OF]->(product:Product)
SET ticket.changedAt = $in.at
RETURN ticket.id AS id, ticket.reference AS reference, ticket.status AS status, ticket.kind AS kind, ticket.organization AS organization, ticket.maker AS maker, ticket.provider AS provider,
  ticket {.status, .assignee, .provider, .priority, .resolution, .decontamination, .capaNumber, .doneOn, .closedAt} AS before, thing:Serial AS isDevice, thing.id AS thing, {maintenanceOn: thing.serviceDueOn, calibrationOn: thing.calibrationDueOn} AS due,
  product.serviceIntervalMonths AS maintenanceMonths, product.calibrationIntervalMonths AS calibrationMonths
`

export const saveTicket = cypher<{ id: string; properties: object }, { id: string }>()`
MATCH (ticket:ServiceTicket {id: $in.id})
SET ticket += $in.properties
RETURN ticket.id AS id
`

/** A service provider that works with the hub, by its code or id. */
export const serviceProvider = cypher<{ code: string }, { id: string }>()`
CALL () {
  MATCH (organization:Organization {code: $in.code}) RETURN organization
  UNION
  MATCH (organization:Organization {id: $in.code}) RETURN organization
}
WITH organization WHERE 'SERVICE_PROVIDER' IN organization.kinds AND coalesce(organization.onHub, false) AND organization.suspendedAt IS NULL
RETURN organization.id AS id
`

export const setServiceDue = cypher<{ serial: string; due: NextDue }, never>()`
MATCH (serial:Serial {id: $in.serial})
SET serial.serviceDueOn = coalesce($in.due.maintenanceOn, serial.serviceDueOn), serial.calibrationDueOn = coalesce($in.due.calibrationOn, serial.calibrationDueOn),
  serial.serviceDueBy = CASE WHEN $in.due.maintenanceOn IS NULL THEN serial.serviceDueBy END, serial.calibrationDueBy = CASE WHEN $in.due.calibrationOn IS NULL THEN serial.calibrationDueBy END
`

export const addMeasurement = cypher<{ ticket: string; measurement: object }, never>()`
MATCH (ticket:ServiceTicket {id: $in.ticket})
CREATE (measurement:Measurement)-[:MEASURED_IN]->(ticket)
SET measurement = $in.measurement
`

export const addNote = cypher<{ ticket: string; note: object }, never>()`
MATCH (ticket:ServiceTicket {id: $in.ticket}), (author:Organization {id: $viewer.organization})
CREATE (author)<-[:WRITTEN_BY]-(note:TicketNote)-[:NOTED_IN]->(ticket)
SET note = $in.note
`

/** The viewer's own papers, for both sides of the ticket. Answers those that were found. */
export const attachToTicket = cypher<{ ticket: string; documents: readonly string[] }, { id: string }>()`
MATCH (ticket:ServiceTicket {id: $in.ticket})
UNWIND $in.documents AS id
MATCH (document:Document {id: id})-[:ISSUED_BY]->(:Organization {id: $viewer.organization})
MERGE (document)-[:ATTACHED_TO]->(ticket)
RETURN document.id AS id
`

/** Certificates are papers of the device too, for whoever holds it next. What is attached to a case may show a patient and proves nothing. */
export const certifyByDocuments = cypher<{ ticket: string; kind: string; documents: readonly string[] }, { id: string }>()`
MATCH (ticket:ServiceTicket {id: $in.ticket})-[:CONCERNS_DEVICE]->(thing:Serial|Batch)
UNWIND $in.documents AS id
MATCH (document:Document {id: id})-[:ISSUED_BY]->(:Organization {id: $viewer.organization})
WHERE NOT EXISTS { (document)-[:ATTACHED_TO]->(:AdverseEvent) }
MERGE (document)-[:ATTACHED_TO]->(ticket)
MERGE (document)-[:PROVES]->(thing)
SET document.kind = CASE document.kind WHEN 'CASE_ATTACHMENT' THEN $in.kind ELSE document.kind END
RETURN document.id AS id
`
