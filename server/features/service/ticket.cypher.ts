import { mayReadOfCase, mayReadOfTicket } from '../../access/papers.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import type { ServiceTicket } from './ticket.type.ts'

/** A ticket is its maker's service team's, of the organization that opened it, and of the service provider that it was given to. */
export const ticketShown = mayReadOfTicket

/** `device` or `lot` is the id of what it is about, for the fields of those names. */
export type TicketRow = ServiceTicket & { readonly device: string | null; readonly lot: string | null; readonly papers: readonly string[]; readonly cases: readonly string[]; readonly isProviders: boolean }

const makersDesk = part`($viewer.internal AND ticket.maker = $viewer.organization)`

/** When the maker first had a returned device back; of a lot others come and go too. */
const receivedAt = part`CASE WHEN ticket.kind = 'RETURN' AND thing:Serial THEN head(COLLECT {
  MATCH (thing)<-[:CONCERNS]-(event:Event {bizStep: 'receiving'})-[:REPORTED_BY]->(:Organization {id: ticket.maker})
  WHERE event.eventTime >= ticket.openedAt AND event.errorDeclaredAt IS NULL
  RETURN event.eventTime ORDER BY event.eventTime LIMIT 1
}) END`

const aboutThing = part`
MATCH (ticket)-[:CONCERNS_DEVICE]->(thing:Serial|Batch)`

const ticketMap = part`ticket {.id, .reference, .kind, .status, .summary, .summaryZh, .openedAt, .closedAt, .description, .resolution, .decontamination, .doneOn, .quantity, .unit, priority: coalesce(ticket.priority, 'NORMAL'), receivedAt: ${receivedAt},
  isProviders: coalesce(ticket.provider = $viewer.organization, false),
  provider: head(COLLECT { MATCH (organization:Organization {id: ticket.provider}) RETURN organization {.id, .name, .nameZh, .kinds, .country} }),
  device: CASE WHEN thing:Serial THEN thing.id END, lot: CASE WHEN thing:Batch THEN thing.id END,
  papers: COLLECT { MATCH (ticket)<-[:ATTACHED_TO]-(document:Document) RETURN document.id ORDER BY document.issuedOn, document.id },
  cases: COLLECT { MATCH (ticket)<-[:FOLLOWS]-(case:AdverseEvent) WHERE ${mayReadOfCase} RETURN case.id ORDER BY case.id }, assignee: CASE WHEN ${makersDesk} THEN ticket.assignee END, capaNumber: CASE WHEN ${makersDesk} THEN ticket.capaNumber END,
  openedBy: head(COLLECT { MATCH (organization:Organization {id: ticket.organization}) RETURN organization {.id, .name, .nameZh, .kinds, .country} })}`

export const ticketsOfSerials = cypher<{ ids: readonly string[] }, { subject: string; tickets: { place: string; ticket: TicketRow }[] }>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})
RETURN id AS subject, COLLECT {
  MATCH (serial)<-[:CONCERNS_DEVICE]-(ticket:ServiceTicket)
  WHERE ${ticketShown}
  WITH ticket, serial AS thing
  RETURN {place: ticket.openedAt + '|' + ticket.id, ticket: ${ticketMap}} ORDER BY ticket.openedAt DESC, ticket.id DESC
} AS tickets
`

export const ticketsById = cypher<{ ids: readonly string[] }, { ticket: TicketRow }>()`
UNWIND $in.ids AS id
MATCH (ticket:ServiceTicket {id: id})
WHERE ${ticketShown}${aboutThing}
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
  provider: part`MATCH (ticket:ServiceTicket) WHERE (ticket.provider = $viewer.organization OR ticket.organization = $viewer.organization) AND ticket.openedAt <= $in.before.at AND ${fits}`,
  opener: part`MATCH (ticket:ServiceTicket) WHERE ticket.organization = $viewer.organization AND ticket.openedAt <= $in.before.at AND ${fits}`,
}

interface TicketPlace {
  readonly at: string
  readonly id: string
}
type TicketPage = TicketFilter & { readonly before: TicketPlace; readonly limit: number }
const pageOver = (anchor: typeof fits) => cypher<TicketPage, { place: TicketPlace; ticket: TicketRow }>()`
${anchor} AND (ticket.openedAt < $in.before.at OR ticket.id < $in.before.id)
WITH ticket ORDER BY ticket.openedAt DESC, ticket.id DESC LIMIT toInteger($in.limit)${aboutThing}
RETURN {at: ticket.openedAt, id: ticket.id} AS place, ${ticketMap} AS ticket ORDER BY place.at DESC, place.id DESC
`
const countOver = (anchor: typeof fits) => cypher<TicketFilter & { before: TicketPlace }, { total: number }>()`${anchor} RETURN count(*) AS total`

/** The newest first: of the maker's devices, those that a service provider was given, or those that the viewer's organization opened. */
export const ticketPages = { maker: pageOver(listed.maker), provider: pageOver(listed.provider), opener: pageOver(listed.opener) }
export const ticketCounts = { maker: countOver(listed.maker), provider: countOver(listed.provider), opener: countOver(listed.opener) }
