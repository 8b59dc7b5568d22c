import { cypher, part, type Part } from '../../../kernel/cypher.ts'
import { thingOfId } from '../../custody/thing-of-id.cypher.ts'
import { askedOfParties, askedOpenly, fits } from './asked.ts'
import type { EventFilter } from './filter.ts'
import type { HubEventRow } from './hub-event.type.ts'
import { eventShown, standing, thingsShown, withParties } from './hub-event-sight.ts'

/** Things of the hub that an event names in one of these roles; `keys` are beginnings of their keys, where a pattern was given. */
export interface ThingFilter {
  readonly roles: readonly string[]
  readonly isClass: boolean | null
  readonly things: readonly string[]
  readonly keys: readonly string[]
}

export interface HubPageInput {
  /** In the hub's own words: names apart, as `things`. */
  readonly filter: Omit<EventFilter, 'names'>
  readonly things: readonly ThingFilter[]
  /** Ids by which the events are found. */
  readonly anchor: readonly string[]
  /** Where a walk in the order of time begins and ends, both included. */
  readonly from: string
  readonly until: string
  readonly after: string
  /** By eventTime otherwise. */
  readonly byRecordTime: boolean
  readonly rising: boolean
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
  declaredAt: CASE WHEN declared THEN event.errorDeclaredAt END,
  errorReason: CASE WHEN NOT declared THEN null WHEN event.errorReason IN ['did_not_occur', 'incorrect_data'] THEN event.errorReason ELSE 'incorrect_data' END}`

const time = part`CASE WHEN $in.byRecordTime THEN told.recordTime ELSE told.eventTime END`
const beyond = part`($in.after = '' OR CASE WHEN $in.rising THEN place > $in.after ELSE place < $in.after END)`
const asAsked = part`CASE WHEN $in.rising THEN place END ASC, CASE WHEN NOT $in.rising THEN place END DESC`

const namesAsked = part`all(wanted IN $in.things WHERE any(one IN shown WHERE one.concerns.role IN wanted.roles AND (wanted.isClass IS NULL OR wanted.isClass = (one.thing:Batch))
    AND (one.thing.id IN wanted.things OR any(key IN wanted.keys WHERE one.thing.key STARTS WITH key))))`

/** Those of `event` and `declared` that are asked for and may be seen, with what of them may be read. */
const seen = part`
WITH event, ${columns} AS told
WITH event, told, ${time} + '|' + event.id + CASE WHEN told.declared THEN '|declared' ELSE '' END AS place
WHERE ${beyond} AND ${askedOpenly}
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
  CASE WHEN parties.open THEN event.note END AS note, CASE WHEN parties.open THEN event.noteZh END AS noteZh,
  [one IN shown | {id: one.thing.id, role: one.concerns.role, quantity: one.concerns.quantity, unit: one.concerns.unit, sscc: one.thing.sscc, di: one.product.di, scheme: one.product.scheme,
    serialNumber: one.thing.serialNumber, lotNumber: coalesce(one.thing.lotNumber, one.lot.lotNumber), expiresOn: one.thing.expiresOn}] AS things
ORDER BY ${sorted}`

/** One that was declared wrong is told twice. */
const each = part`
WITH DISTINCT event
UNWIND CASE WHEN event.errorDeclaredAt IS NULL THEN [false] ELSE [false, true] END AS declared`

/** Found by what they concern or by their eventIDs, and then put in order. */
const found = (events: Part) => cypher<HubPageInput, HubEventRow>()`
${events}
${seen}
WITH event, openly, place, shown, parties ORDER BY ${asAsked} LIMIT toInteger($in.limit)
${answer(asAsked)}
`

/** In the order of an index, which is walked until the page is full. */
const walked = (property: Part, direction: Part) => cypher<HubPageInput, HubEventRow>()`
MATCH (event:Event)
WHERE ${property} >= $in.from AND ${property} <= $in.until
WITH event, false AS declared
${seen}
WITH event, openly, place, shown, parties ORDER BY ${property} ${direction}, event.id ${direction} LIMIT toInteger($in.limit)
${answer(part`place ${direction}`)}
`

const bothWays = (property: Part) => ({ ASC: walked(property, part`ASC`), DESC: walked(property, part`DESC`) })

/** Those that were declared wrong are few. */
const declaredEvents = part`MATCH (event:Event) WHERE event.errorDeclaredAt > ''
WITH event, true AS declared`

const ofThings = part`
UNWIND $in.anchor AS id
${thingOfId}
MATCH (thing)<-[:CONCERNS]-(event:Event)`

const ofIds = part`UNWIND $in.anchor AS id MATCH (event:Event {id: id})`

/** All that happened to what the viewer has or had, where that is little. */
const ofViewer = part`
MATCH (viewer:Organization {id: $viewer.organization})
CALL (viewer) {
  MATCH (viewer)<-[:HELD_BY|PASSED|IN_TRANSIT|OWNED_BY]-(thing) RETURN thing
  UNION
  MATCH (viewer)-[:OPERATES]->(:Site)<-[:USED_AT]-(thing) RETURN thing
  UNION
  MATCH (viewer)<-[:MADE_BY]-(material:Product)
  WITH material WHERE material.kind = 'MATERIAL'
  MATCH (material)<-[:OF]-(thing) RETURN thing
  UNION
  MATCH (viewer)<-[:FROM_PARTY|TO_PARTY|REPORTED_BY]-(own:Event)
  WITH DISTINCT own
  MATCH (own)-[:CONCERNS]->(thing) WHERE thing:LogisticUnit RETURN thing
}
MATCH (thing)<-[:CONCERNS]-(event:Event)`

/** How much there is of the viewer's: counts that the graph keeps. */
export const sizeOfViewer = cypher<object, { size: number }>()`
MATCH (viewer:Organization {id: $viewer.organization})
RETURN COUNT { (viewer)<-[:HELD_BY]-() } + COUNT { (viewer)<-[:PASSED]-() } + COUNT { (viewer)<-[:IN_TRANSIT]-() } + COUNT { (viewer)<-[:OWNED_BY]-() }
  + COUNT { (viewer)<-[:REPORTED_BY]-() } + COUNT { (viewer)<-[:FROM_PARTY]-() } + COUNT { (viewer)<-[:TO_PARTY]-() } AS size
`

/** In an order that an index gives. */
export const hubWalks = { eventTime: bothWays(part`event.eventTime`), recordTime: bothWays(part`event.recordTime`) }

/** Pages of the hub's own events that are gathered, by what they are found by; who walks asks for declarations apart. */
export const hubPages = {
  things: found(part`${ofThings}${each}`),
  eventIds: found(part`${ofIds}${each}`),
  viewer: found(part`${ofViewer}${each}`),
  declarations: found(declaredEvents),
}

/** How many there are, up to a limit. */
const counted = (events: Part) => cypher<HubPageInput, { total: number }>()`
${events}
${seen}
WITH place LIMIT toInteger($in.limit)
RETURN count(*) AS total
`

export const hubCounts = {
  things: counted(part`${ofThings}${each}`),
  eventIds: counted(part`${ofIds}${each}`),
  viewer: counted(part`${ofViewer}${each}`),
  declarations: counted(declaredEvents),
  walk: counted(part`MATCH (event:Event) WHERE event.eventTime >= $in.from AND event.eventTime <= $in.until WITH event, false AS declared`),
}
