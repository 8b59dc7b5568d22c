import { cypher, part, type Part } from '../../../kernel/cypher.ts'
import { thingOfId } from '../../custody/thing-of-id.cypher.ts'
import { askedOfParties, askedOpenly, fits, quantityFits } from './asked.ts'
import type { EventFilter, Span } from './filter.ts'
import { type HubAnchor, hubAnchors, type HubWalk } from './hub-anchor.cypher.ts'
import type { HubEventRow } from './hub-event.type.ts'
import { eventShown, mayBeShown, standing, thingsShown, withParties } from './hub-event-sight.ts'
import type { Reach } from './reach.ts'

/** Things of the hub that an event names in one of these roles; `keys` are beginnings of their keys, where a pattern was given. */
export interface ThingFilter {
  readonly roles: readonly string[]
  readonly isClass: boolean | null
  readonly things: readonly string[]
  readonly keys: readonly string[]
}

export interface HubReachInput extends Reach {
  /** In the hub's own words: names apart, as `things`. */
  readonly filter: Omit<EventFilter, 'names'>
  readonly things: readonly ThingFilter[]
  /** Ids by which the events are found. */
  readonly anchor: readonly string[]
  /** Of another time than that by which they are ordered. */
  readonly span: Span
  /** Times of `above` and `below`, both included. */
  readonly from: string
  readonly until: string
  /** By eventTime otherwise. */
  readonly byRecordTime: boolean
}

export interface HubPageInput extends HubReachInput {
  readonly limit: number
  /** So many characters at most, and one event at least. */
  readonly text: number
}

/** The hub's own steps, which the CBV does not have. */
const ownStep = part`event.bizStep IN ['implanting', 'explanting', 'putting_into_service', 'taking_out_of_service']`

/** What anybody may read in an event that it sees at all; one that was declared wrong is told a second time, with its declaration. */
const columns = part`{declared: declared, action: event.action, disposition: event.disposition, eventTime: event.eventTime,
  type: left(event.type, 1) + toLower(substring(event.type, 1)) + 'Event',
  bizStep: CASE WHEN ${ownStep} THEN 'urn:devicetrail:bizstep:' ELSE '' END + event.bizStep,
  transformationId: CASE WHEN event.type = 'TRANSFORMATION' THEN 'urn:devicetrail:transformation:' + event.id END,
  recordTime: CASE WHEN declared THEN event.errorDeclaredAt ELSE event.recordTime END,
  declaredAt: CASE WHEN declared THEN event.errorDeclaredAt END, correctiveEventIds: CASE WHEN declared THEN event.correctiveEventIds END,
  errorReason: CASE WHEN NOT declared THEN null WHEN event.errorReason IN ['did_not_occur', 'incorrect_data'] THEN event.errorReason ELSE 'incorrect_data' END}`

const namesAsked = part`all(wanted IN $in.things WHERE any(one IN shown WHERE one.concerns.role IN wanted.roles AND (wanted.isClass IS NULL OR wanted.isClass = (one.thing:Batch))
    AND (one.thing.id IN wanted.things OR any(key IN wanted.keys WHERE one.thing.key STARTS WITH key))))
    AND ($in.filter.quantity IS NULL OR any(one IN shown WHERE ${quantityFits(part`one.concerns.quantity`)}))`

/** Those that are asked for by what anybody reads of them, in order: of these it is looked who may see them. */
const candidates = ({ source, place, order }: HubWalk): Part => part`${source}
WITH event, ${columns} AS told, ${place} AS place
WHERE place > $in.above AND place < $in.below AND ${askedOpenly}
WITH event, told, place ORDER BY ${order}`

/** Those that may be seen, with what of them may be read. */
const seen = (walk: HubWalk): Part => part`${candidates(walk)} LIMIT toInteger($in.candidates)
WHERE ${mayBeShown}
WITH event, told, place, ${standing}
WITH event, told, place, mine, all, ${thingsShown} AS shown
WHERE ${eventShown} AND ${namesAsked}
${withParties}
WITH event, told AS openly, place, shown, parties, parties AS told
WHERE ${askedOfParties}`

/** Of each event about so many characters for each of its things. */
const answer = (sorted: Part): Part => part`
WITH event, openly, place, shown, parties, 500 + 120 * size(shown) AS length
${fits(part`{event: event, openly: openly, place: place, shown: shown, parties: parties}`, sorted)}
WITH one.event AS event, one.openly AS told, one.place AS place, one.shown AS shown, one.parties AS parties, isLast, isCut
RETURN place, isLast AND isCut AS isCut, told, parties, event.id AS id, event.timeZoneOffset AS timeZoneOffset, CASE WHEN told.declared AND parties.open THEN event.errorReason END AS reason,
  CASE WHEN parties.words THEN event.note END AS note, CASE WHEN parties.words THEN event.noteZh END AS noteZh,
  [one IN shown | {id: one.thing.id, role: one.concerns.role, quantity: one.concerns.quantity, unit: one.concerns.unit, sscc: one.thing.sscc, di: one.product.di, scheme: one.product.scheme,
    serialNumber: one.thing.serialNumber, lotNumber: coalesce(one.thing.lotNumber, one.lot.lotNumber), expiresOn: one.thing.expiresOn}] AS things
ORDER BY ${sorted}`

const statements = (walk: HubWalk) => ({
  page: cypher<HubPageInput, HubEventRow>()`
${seen(walk)}
WITH event, openly, place, shown, parties ORDER BY ${walk.order} LIMIT toInteger($in.limit)
${answer(part`place ${walk.direction}`)}
`,
  end: cypher<HubReachInput, { place: string }>()`
CALL () {
  ${candidates(walk)} SKIP toInteger($in.candidates) - 1 LIMIT 1
  RETURN place
  ${walk.end}
}
RETURN place LIMIT 1
`,
})

const bothWays = (anchor: HubAnchor) => ({ ASC: statements(hubAnchors[anchor].ASC), DESC: statements(hubAnchors[anchor].DESC) })

/** The hub's own events, by what they are found by and by their order. */
export const hubEvents = {
  eventTime: bothWays('eventTime'), recordTime: bothWays('recordTime'), declaredAt: bothWays('declaredAt'),
  things: bothWays('things'), eventIds: bothWays('eventIds'), viewer: bothWays('viewer'), declarations: bothWays('declarations'),
  spanOfEventTime: bothWays('spanOfEventTime'), spanOfRecordTime: bothWays('spanOfRecordTime'),
} satisfies Record<HubAnchor, unknown>

/** How many candidates there are by each anchor, up to a limit for each span; about five events for each thing of the viewer's. */
export const hubSizes = cypher<{ anchor: readonly string[]; eventTime: Span; recordTime: Span; declaredAt: Span; limit: number }, { things: number; viewer: number; eventTime: number; recordTime: number; declaredAt: number }>()`
CALL () {
  UNWIND $in.anchor AS id
  ${thingOfId}
  RETURN sum(COUNT { (thing)<-[:CONCERNS]-() }) AS things
}
CALL () {
  MATCH (event:Event) WHERE event.eventTime >= $in.eventTime.from AND event.eventTime < $in.eventTime.until
  WITH event LIMIT toInteger($in.limit)
  RETURN count(event) AS eventTime
}
CALL () {
  MATCH (event:Event) WHERE event.recordTime >= $in.recordTime.from AND event.recordTime < $in.recordTime.until
  WITH event LIMIT toInteger($in.limit)
  RETURN count(event) AS recordTime
}
CALL () {
  MATCH (event:Event) WHERE event.errorDeclaredAt >= $in.declaredAt.from AND event.errorDeclaredAt < $in.declaredAt.until
  WITH event LIMIT toInteger($in.limit)
  RETURN count(event) AS declaredAt
}
MATCH (viewer:Organization {id: $viewer.organization})
RETURN things, eventTime, recordTime, declaredAt,
  5 * (COUNT { (viewer)<-[:HELD_BY]-() } + COUNT { (viewer)<-[:PASSED]-() } + COUNT { (viewer)<-[:IN_TRANSIT]-() } + COUNT { (viewer)<-[:OWNED_BY]-() })
    + COUNT { (viewer)<-[:REPORTED_BY]-() } + COUNT { (viewer)<-[:FROM_PARTY]-() } + COUNT { (viewer)<-[:TO_PARTY]-() } AS viewer
`
