import { cypher, part } from '../../kernel/cypher.ts'
import type { ServiceTicket } from './ticket.type.ts'

/** A ticket is its maker's service team's and of the organization that opened it. */
export const ticketShown = part`(($viewer.internal AND serial.maker = $viewer.organization) OR ticket.organization = $viewer.organization)`

/** `serial` is the id of the device, for the field of that name. */
export type TicketRow = ServiceTicket & { readonly device: string }

const makersDesk = part`($viewer.internal AND serial.maker = $viewer.organization)`

const ticketMap = part`ticket {.id, .reference, .kind, .status, .summary, .summaryZh, .openedAt, .closedAt, .description, .resolution, .decontamination, priority: coalesce(ticket.priority, 'NORMAL'),
  device: serial.id, assignee: CASE WHEN ${makersDesk} THEN ticket.assignee END, capaNumber: CASE WHEN ${makersDesk} THEN ticket.capaNumber END,
  openedBy: head(COLLECT { MATCH (organization:Organization {id: ticket.organization}) RETURN organization {.id, .name, .nameZh, .kinds, .country} })}`

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

export interface TicketFilter {
  readonly status: string | null
  readonly kind: string | null
  /** Only those that are still to be done. */
  readonly open: boolean
}

const fits = part`($in.status IS NULL OR ticket.status = $in.status) AND ($in.kind IS NULL OR ticket.kind = $in.kind) AND (NOT $in.open OR NOT ticket.status IN ['CLOSED', 'CANCELLED'])`

const listed = {
  maker: part`MATCH (ticket:ServiceTicket) WHERE ticket.maker = $viewer.organization AND $viewer.internal AND ticket.openedAt <= $in.before.at AND ${fits}`,
  opener: part`MATCH (ticket:ServiceTicket) WHERE ticket.organization = $viewer.organization AND ticket.openedAt <= $in.before.at AND ${fits}`,
}

interface TicketPlace {
  readonly at: string
  readonly id: string
}
type TicketPage = TicketFilter & { readonly before: TicketPlace; readonly limit: number }
const pageOver = (anchor: typeof fits) => cypher<TicketPage, { place: TicketPlace; ticket: TicketRow }>()`
${anchor} AND (ticket.openedAt < $in.before.at OR ticket.id < $in.before.id)
WITH ticket ORDER BY ticket.openedAt DESC, ticket.id DESC LIMIT toInteger($in.limit)
MATCH (ticket)-[:CONCERNS_DEVICE]->(serial:Serial)
RETURN {at: ticket.openedAt, id: ticket.id} AS place, ${ticketMap} AS ticket ORDER BY place.at DESC, place.id DESC
`
const countOver = (anchor: typeof fits) => cypher<TicketFilter & { before: TicketPlace }, { total: number }>()`${anchor} RETURN count(*) AS total`

/** The newest first: of the maker's devices, or those that the viewer's organization opened. */
export const ticketPages = { maker: pageOver(listed.maker), opener: pageOver(listed.opener) }
export const ticketCounts = { maker: countOver(listed.maker), opener: countOver(listed.opener) }
