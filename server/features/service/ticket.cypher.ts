import { cypher, part } from '../../kernel/cypher.ts'
import type { ServiceTicket } from './ticket.type.ts'

/** A ticket is its maker's service team's and of the organization that opened it. */
const ticketShown = part`(($viewer.internal AND serial.maker = $viewer.organization) OR ticket.organization = $viewer.organization)`

/** `serial` is the id of the device, for the field of that name. */
export type TicketRow = ServiceTicket & { readonly device: string }

const ticketMap = part`ticket {.id, .reference, .kind, .status, .summary, .summaryZh, .openedAt, .closedAt, device: serial.id}`

export const ticketsOfSerials = cypher<{ ids: readonly string[] }, { subject: string; tickets: { place: string; ticket: TicketRow }[] }>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})
RETURN id AS subject, COLLECT {
  MATCH (serial)<-[:CONCERNS_DEVICE]-(ticket:ServiceTicket)
  WHERE ${ticketShown}
  RETURN {place: ticket.openedAt + '|' + ticket.id, ticket: ${ticketMap}} ORDER BY ticket.openedAt DESC, ticket.id DESC
} AS tickets
`

export const ticketsById = cypher<{ ids: readonly string[] }, { ticket: TicketRow }>()`
UNWIND $in.ids AS id
MATCH (ticket:ServiceTicket {id: id})-[:CONCERNS_DEVICE]->(serial:Serial)
WHERE ${ticketShown}
RETURN ${ticketMap} AS ticket
`
