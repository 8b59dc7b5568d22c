import { moves, touches } from '../../../access/visible.ts'
import { cypher, part } from '../../../kernel/cypher.ts'
import type { ThingRole } from '../custody-event.type.ts'
import { thingOfId } from '../thing-of-id.cypher.ts'

export interface UnknownName {
  readonly id: string
  /** What is waited for, and who waits: unique while it does. */
  readonly key: string
  /** As GS1 Digital Link. */
  readonly named: string
  readonly di: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly sscc: string | null
}

// Who introduces a thing takes the same lock before it looks for what waits: of the two, one finds the other.
const locked = part`SET product.locked = true`

/** A finding for each name that is not known yet, or not to this reporter: the two are one to it. The maker is whose identifier it bears. */
export const raiseUnknown = cypher<{ rows: readonly UnknownName[]; at: string }, { id: string; maker: string | null; thing: string | null; fresh: boolean }>()`
UNWIND $in.rows AS row
WITH row ORDER BY row.key
MERGE (finding:Finding {awaiting: row.key})
ON CREATE SET finding.id = row.id, finding.code = 'UNKNOWN_SERIAL', finding.raisedAt = $in.at, finding.organization = $viewer.organization, finding.named = row.named, finding.di = row.di
WITH row, finding
OPTIONAL MATCH (:DeviceIdentifier {code: row.di})-[:IDENTIFIES]->(product:Product)
${locked}, finding.maker = product.maker
WITH row, finding, product
OPTIONAL MATCH (serial:Serial {key: product.id + '|' + row.serial})
OPTIONAL MATCH (batch:Batch {key: product.id + '|' + row.lot})
WITH row, finding, coalesce(serial, batch, head(COLLECT { MATCH (unit:LogisticUnit {sscc: row.sscc}) RETURN unit ORDER BY unit.key DESC LIMIT 1 })) AS thing
FOREACH (_ IN CASE WHEN thing IS NULL THEN [] ELSE [1] END | MERGE (finding)-[:ABOUT]->(thing))
RETURN finding.id AS id, finding.maker AS maker, thing.id AS thing, finding.id = row.id AS fresh
`

export interface NewWaitingEvent {
  readonly id: string
  readonly properties: object
  readonly names: readonly { readonly key: string; readonly role: ThingRole; readonly quantity: number | null; readonly unit: string | null }[]
}

export const writeWaiting = cypher<{ rows: readonly NewWaitingEvent[] }, never>()`
UNWIND $in.rows AS row
MERGE (waiting:WaitingEvent {id: row.id})
SET waiting += row.properties
WITH row, waiting
UNWIND row.names AS name
MATCH (finding:Finding {awaiting: name.key})
CREATE (waiting)-[:AWAITS {role: name.role, quantity: name.quantity, unit: name.unit}]->(finding)
`

export interface Introduced {
  readonly id: string
  readonly product: string
  readonly number: string
}

/** Things that were introduced, with the findings of those who wait for them. Returns which are awaited. */
export const findAwaited = cypher<{ things: readonly Introduced[]; units: readonly { readonly id: string; readonly awaited: string }[] }, { id: string }>()`
CALL () {
  UNWIND $in.things AS row
  WITH DISTINCT row.product AS id ORDER BY id
  MATCH (product:Product {id: id})
  ${locked}
}
CALL () {
  UNWIND $in.things AS row
  MATCH (:Product {id: row.product})<-[:IDENTIFIES]-(identifier:DeviceIdentifier)
  MATCH (finding:Finding) WHERE finding.awaiting STARTS WITH identifier.code + row.number
  OPTIONAL MATCH (serial:Serial {id: row.id})
  OPTIONAL MATCH (batch:Batch {id: row.id})
  RETURN finding, coalesce(serial, batch) AS thing
  UNION
  UNWIND $in.units AS row
  MATCH (finding:Finding) WHERE finding.awaiting STARTS WITH row.awaited
  MATCH (thing:LogisticUnit {id: row.id})
  RETURN finding, thing
}
MERGE (finding)-[:ABOUT]->(thing)
RETURN DISTINCT thing.id AS id
`

/** The waiter has to do with the thing by another's word, as viewers see it: else a guessed number would give it another's device. */
export const seenByWaiter = part`(thing.maker = waiter.id OR ${touches(part`thing`, part`waiter`, part`waiter.id`)}
  OR thing:LogisticUnit AND ${moves(part`thing`, part`waiter`)})`

export interface Fileable {
  readonly thing: string
  readonly finding: string
  readonly waiting: string
  readonly content: string
  readonly role: ThingRole
  readonly quantity: number | null
  readonly unit: string | null
  /** Devices in the package that was named. */
  readonly units: number | null
}

/** Of things that are awaited, what those may file now who wait for them; of `finding` whoever it is, since the maker says so. */
export const fileableNow = cypher<{ ids: readonly string[]; finding: string | null }, Fileable>()`
UNWIND $in.ids AS id
${thingOfId}
MATCH (thing)<-[:ABOUT]-(finding:Finding)
WHERE finding.awaiting IS NOT NULL
MATCH (waiter:Organization {id: finding.organization})
WHERE CASE WHEN $in.finding IS NULL THEN ${seenByWaiter} ELSE finding.id = $in.finding END
MATCH (finding)<-[awaits:AWAITS]-(waiting:WaitingEvent)
OPTIONAL MATCH (identifier:DeviceIdentifier {code: finding.di})
RETURN thing.id AS thing, finding.id AS finding, waiting.id AS waiting, waiting.content AS content, awaits.role AS role, awaits.quantity AS quantity, awaits.unit AS unit,
  CASE WHEN identifier.type = 'PACKAGE' THEN identifier.units END AS units
ORDER BY waiting, thing
`

export interface SettledWaiting {
  readonly id: string
  readonly content: string
  /** The event that was filed. */
  readonly event: string | null
  readonly findings: readonly string[]
}

/** What waits no more: its findings are cleared by it. */
export const settleWaiting = cypher<{ rows: readonly SettledWaiting[]; at: string }, { finding: string; organization: string }>()`
UNWIND $in.rows AS row
MATCH (waiting:WaitingEvent {id: row.id})
SET waiting.content = row.content
WITH row
UNWIND row.findings AS id
MATCH (finding:Finding {id: id})
SET finding.clearedAt = $in.at, finding.clearedHow = 'JOINED', finding.event = coalesce(row.event, finding.event), finding.awaiting = null
RETURN DISTINCT finding.id AS finding, finding.organization AS organization
`

/** What came by EPCIS told the events that were filed of it later. */
export const linkFiled = cypher<{ rows: readonly SettledWaiting[] }, never>()`
UNWIND $in.rows AS row
MATCH (event:Event {id: row.event}), (waiting:WaitingEvent {id: row.id})
MATCH (told:EpcisEvent {id: waiting.told})
CREATE (told)-[:TOLD]->(event)
`

/** What was declared an error waits no more; a name that nothing else waits for is settled. */
export const withdrawWaiting = cypher<{ ids: readonly string[]; at: string }, never>()`
UNWIND $in.ids AS id
MATCH (waiting:WaitingEvent {id: id})-[awaits:AWAITS]->(finding:Finding)
DELETE awaits
WITH DISTINCT waiting, finding
SET waiting.withdrawnAt = $in.at
WITH DISTINCT finding WHERE finding.awaiting IS NOT NULL AND NOT EXISTS { (finding)<-[:AWAITS]-(:WaitingEvent) }
SET finding.clearedAt = $in.at, finding.clearedHow = 'CORRECTED', finding.awaiting = null
`
