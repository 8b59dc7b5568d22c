import { cypher, part, type Part } from '../../../kernel/cypher.ts'
import { openToViewer, tellsOfUnnamed } from '../open-to-viewer.ts'
import { askedOfParties, askedOpenly, fits, quantityFits } from './asked.ts'
import type { EventFilter, NameFilter, Span } from './filter.ts'
import type { Reach } from './reach.ts'

/** What the events are found by: the identifiers of one of the names, eventIDs, or a span of the time by which they are not ordered. */
export interface FoundBy extends Pick<NameFilter, 'uris' | 'prefixes'> {
  readonly span: Span
}

export interface ReachInput extends Reach {
  readonly filter: EventFilter
  readonly anchor: FoundBy
}

export interface PageInput extends ReachInput {
  readonly limit: number
  /** So many characters at most, and one event at least. */
  readonly text: number
}

export interface FoundEvent {
  readonly place: string
  /** The last of a page for which the text of more was too long. */
  readonly isCut: boolean
  /** Null where it could tell whose it is. */
  readonly eventId: string | null
  readonly recordTime: string
  /** JSON, as it came. */
  readonly content: string
  readonly context: string
  /** Only what happened to which things is told (discreet.rules.ts). */
  readonly discreet: boolean
}

/** By places, parties and papers, and by numbers that are made of them. */
const asksWho = part`($in.filter.readPoints IS NOT NULL OR $in.filter.bizLocations IS NOT NULL OR size($in.filter.bizTransactions) + size($in.filter.sources) + size($in.filter.destinations) > 0
  OR $in.filter.transformationIds IS NOT NULL OR $in.filter.correctiveEventIds IS NOT NULL OR $in.filter.eventIds IS NOT NULL AND NOT told.eventId STARTS WITH 'urn:uuid:')`

const asked = part`${askedOfParties}
  AND ($in.filter.quantity IS NULL OR any(quantity IN told.quantities WHERE ${quantityFits(part`quantity`)}))
  AND all(wanted IN $in.filter.names WHERE EXISTS {
    MATCH (told)-[named:NAMES]->(epc:Epc)
    WHERE named.role IN wanted.roles AND (wanted.isClass IS NULL OR named.isClass = wanted.isClass) AND (epc.uri IN wanted.uris OR any(prefix IN wanted.prefixes WHERE epc.uri STARTS WITH prefix))
  })
  AND NOT (${asksWho} AND ${tellsOfUnnamed})`

const answer = (direction: Part): Part => part`WITH told, place, size(told.content) + size(told.context) AS length
${fits(part`{told: told, place: place}`, part`place ${direction}`)}
WITH one.told AS told, one.place AS place, isLast, isCut
WITH told, place, isLast, isCut, ${tellsOfUnnamed} AS discreet
RETURN place, isLast AND isCut AS isCut, CASE WHEN NOT discreet OR told.eventId STARTS WITH 'urn:uuid:' THEN told.eventId END AS eventId, told.recordTime AS recordTime, told.content AS content, told.context AS context, discreet
ORDER BY place ${direction}`

/** Events in an order: those that are looked at, which of them are asked for, and how their places are called. */
interface Walk {
  readonly candidates: Part
  readonly most: Part
  readonly kept: Part
  readonly order: Part
  readonly place: Part
  readonly direction: Part
}

const statements = ({ candidates, most, kept, order, place, direction }: Walk) => ({
  page: cypher<PageInput, FoundEvent>()`
${candidates} ORDER BY ${order} LIMIT toInteger(${most})
WHERE ${kept} AND ${asked}
WITH * ORDER BY ${order} LIMIT toInteger($in.limit)
WITH told, ${place} AS place
${answer(direction)}
`,
  end: cypher<ReachInput, { place: string }>()`
${candidates} ORDER BY ${order} SKIP toInteger(${most}) - 1 LIMIT 1
RETURN ${place} AS place
`,
})

interface Order {
  /** Property of OPEN_TO, in whose order the index gives the events. */
  readonly stored: Part
  readonly other: Part
  readonly place: Part
}

const byEventTime: Order = { stored: part`open.eventPlace`, other: part`open.recordPlace`, place: part`told.eventTime + '|' + told.id` }
const byRecordTime: Order = { stored: part`open.recordPlace`, other: part`open.eventPlace`, place: part`told.recordTime + '|' + told.id` }

/** All that the viewer may see, in the order of the index over its organization, which stops at the page's end. */
const walk = ({ stored }: Order, direction: Part): Walk => ({
  candidates: part`MATCH (told:EpcisEvent)-[open:OPEN_TO]->()
WHERE open.organization = $viewer.organization AND ${stored} > $in.above AND ${stored} < $in.below
WITH told, open`,
  most: part`$in.read`, kept: part`(NOT open.internal OR $viewer.internal) AND ${askedOpenly}`, order: part`open.organization ${direction}, ${stored} ${direction}`, place: stored, direction,
})

/** Gathered and put in order, before it is looked who may see them. */
const sorted = (events: Part) => ({ place }: Order, direction: Part): Walk => ({
  candidates: part`${events}
WITH DISTINCT told, ${place} AS place
WHERE place > $in.above AND place < $in.below AND ${askedOpenly}
WITH told, place`,
  most: part`$in.candidates`, kept: openToViewer, order: part`place ${direction}`, place: part`place`, direction,
})

const spanned = (order: Order, direction: Part): Walk => sorted(part`MATCH (told:EpcisEvent)-[open:OPEN_TO]->()
WHERE open.organization = $viewer.organization AND ${order.other} > $in.anchor.span.from AND ${order.other} < $in.anchor.span.until`)(order, direction)

const namedThings = part`
CALL () {
  UNWIND $in.anchor.uris AS uri MATCH (epc:Epc {uri: uri}) RETURN epc
  UNION
  UNWIND $in.anchor.prefixes AS prefix MATCH (epc:Epc) WHERE epc.uri STARTS WITH prefix RETURN epc
}`

const ordered = (of: (order: Order, direction: Part) => Walk) => ({
  eventTime: { ASC: statements(of(byEventTime, part`ASC`)), DESC: statements(of(byEventTime, part`DESC`)) },
  recordTime: { ASC: statements(of(byRecordTime, part`ASC`)), DESC: statements(of(byRecordTime, part`DESC`)) },
})

/** Events that came by EPCIS, by what they are found by and by their order. */
export const toldEvents = {
  all: ordered(walk),
  span: ordered(spanned),
  names: ordered(sorted(part`${namedThings} MATCH (epc)<-[:NAMES]-(told:EpcisEvent)`)),
  eventIds: ordered(sorted(part`UNWIND $in.filter.eventIds AS eventId MATCH (told:EpcisEvent {eventId: eventId})`)),
}

/** How many there are by names and by each time, up to a limit for each. */
export const toldSizes = cypher<{ anchor: Omit<FoundBy, 'span'>; eventTime: Span; recordTime: Span; limit: number }, { names: number; eventTime: number; recordTime: number }>()`
CALL () {
  ${namedThings}
  WITH epc LIMIT toInteger($in.limit)
  RETURN sum(COUNT { (epc)<-[:NAMES]-() }) AS names
}
CALL () {
  MATCH ()-[open:OPEN_TO]->() WHERE open.organization = $viewer.organization AND open.eventPlace > $in.eventTime.from AND open.eventPlace < $in.eventTime.until
  WITH open LIMIT toInteger($in.limit)
  RETURN count(open) AS eventTime
}
CALL () {
  MATCH ()-[open:OPEN_TO]->() WHERE open.organization = $viewer.organization AND open.recordPlace > $in.recordTime.from AND open.recordPlace < $in.recordTime.until
  WITH open LIMIT toInteger($in.limit)
  RETURN count(open) AS recordTime
}
RETURN names, eventTime, recordTime
`
