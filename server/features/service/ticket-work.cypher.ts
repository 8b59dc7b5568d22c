import { cypher } from '../../kernel/cypher.ts'
import { ticketShown } from './ticket.cypher.ts'
import type { Measurement, TicketNote } from './ticket-work.type.ts'

export interface TicketWork {
  readonly measurements: Measurement[]
  readonly notes: TicketNote[]
}

/** What was measured and written in tickets, the oldest first. */
export const workOfTickets = cypher<{ ids: readonly string[] }, TicketWork & { ticket: string }>()`
UNWIND $in.ids AS id
MATCH (ticket:ServiceTicket {id: id})
WHERE ${ticketShown}
RETURN id AS ticket, COLLECT {
  MATCH (ticket)<-[:MEASURED_IN]-(measurement:Measurement)
  RETURN measurement {.id, .measuredAt, .quantity, .value, .unit, .lower, .upper, .passed} ORDER BY measurement.measuredAt, measurement.id
} AS measurements, COLLECT {
  MATCH (ticket)<-[:NOTED_IN]-(note:TicketNote)-[:WRITTEN_BY]->(author:Organization)
  RETURN note {.id, .at, .text, by: author {.id, .name, .nameZh, .kinds, .country}} ORDER BY note.at, note.id
} AS notes
`
