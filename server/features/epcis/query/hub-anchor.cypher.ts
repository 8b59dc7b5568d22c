import { part, type Part } from '../../../kernel/cypher.ts'
import { thingOfId } from '../../custody/thing-of-id.cypher.ts'

const directions = { ASC: part`ASC`, DESC: part`DESC` }

export type Direction = keyof typeof directions

/** Events of the hub in an order, as `event` and `declared`: whether it is told that they were declared wrong. */
export interface HubWalk {
  readonly source: Part
  /** Of what is told. */
  readonly place: Part
  readonly order: Part
  readonly direction: Part
  /** Of an index, the place of the last that is read; empty where all are gathered. */
  readonly end: Part
}

/** One that was declared wrong is told a second time, right behind itself. */
const both = { ASC: part`UNWIND CASE WHEN event.errorDeclaredAt IS NULL THEN [false] ELSE [false, true] END AS declared`, DESC: part`UNWIND CASE WHEN event.errorDeclaredAt IS NULL THEN [false] ELSE [true, false] END AS declared` }
const once = (declared: Part) => ({ ASC: part`UNWIND [${declared}] AS declared`, DESC: part`UNWIND [${declared}] AS declared` })

const placed = (time: Part): Part => part`${time} + '|' + event.id + CASE WHEN declared THEN '|declared' ELSE '' END`

/** In the order of an index, which stops at the page's end. Between both places is what an event may be told as, itself or declared wrong. */
const walked = (property: Part, told: Readonly<Record<Direction, Part>>, way: Direction): HubWalk => {
  const [place, direction] = [part`${property} + '|' + event.id`, directions[way]]
  const order = part`${property} ${direction}, event.id ${direction}`
  const read = part`MATCH (event:Event)
WHERE ${property} >= $in.from AND ${property} <= $in.until AND ${place} + '|declared' > $in.above AND ${place} < $in.below
WITH event ORDER BY ${order}`
  return {
    source: part`${read} LIMIT toInteger($in.read)
${told[way]}`,
    place: placed(property), order: part`${order}, place ${direction}`, direction,
    end: part`UNION ALL
${read} SKIP toInteger($in.read) - 1 LIMIT 1
RETURN ${way === 'ASC' ? part`${place} + '|declared'` : place} AS place`,
  }
}

/** Of an event that was declared wrong, one of the two may come much later than the other. */
const time = part`CASE WHEN NOT $in.byRecordTime THEN event.eventTime WHEN declared THEN event.errorDeclaredAt ELSE event.recordTime END`

/** Gathered and put in order, before it is looked who may see them. */
const sorted = (events: Part, way: Direction): HubWalk => ({
  source: part`${events}
WITH DISTINCT event
${both[way]}`,
  place: placed(time), order: part`place ${directions[way]}`, direction: directions[way], end: part``,
})

const ofThings = part`
UNWIND $in.anchor AS id
${thingOfId}
MATCH (thing)<-[:CONCERNS]-(event:Event)`

const ofIds = part`UNWIND $in.anchor AS id MATCH (event:Event {id: id})`

const spanned = (property: Part): Part => part`MATCH (event:Event) WHERE ${property} >= $in.span.from AND ${property} < $in.span.until`

/** What was declared wrong then is told anew then. */
const recordedWithin = part`
CALL () {
  ${spanned(part`event.recordTime`)} RETURN event
  UNION
  ${spanned(part`event.errorDeclaredAt`)} RETURN event
}`

/** All that happened to what the viewer has or had, and to cartons where it took part. */
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

const bothWays = (of: (direction: Direction) => HubWalk) => ({ ASC: of('ASC'), DESC: of('DESC') })

/** By what the hub's own events are found: in the order of an index, or gathered. */
export const hubAnchors = {
  eventTime: bothWays((way) => walked(part`event.eventTime`, both, way)),
  recordTime: bothWays((way) => walked(part`event.recordTime`, once(part`false`), way)),
  declaredAt: bothWays((way) => walked(part`event.errorDeclaredAt`, once(part`true`), way)),
  things: bothWays((way) => sorted(ofThings, way)),
  eventIds: bothWays((way) => sorted(ofIds, way)),
  viewer: bothWays((way) => sorted(ofViewer, way)),
  spanOfEventTime: bothWays((way) => sorted(spanned(part`event.eventTime`), way)),
  spanOfRecordTime: bothWays((way) => sorted(recordedWithin, way)),
  declarations: bothWays((way) => sorted(spanned(part`event.errorDeclaredAt`), way)),
}

export type HubAnchor = keyof typeof hubAnchors
