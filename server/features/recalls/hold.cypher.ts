import { cypher, part } from '../../kernel/cypher.ts'
import type { QualityHold } from './hold.type.ts'

const own = part`($viewer.internal AND hold.maker = $viewer.organization)`

const holdMap = part`hold {.id, .reason, .placedAt, .until, .liftedAt, batchCount: COUNT { (hold)-[:HOLDS]->(:Batch) }, serialCount: COUNT { (hold)-[:HOLDS]->(:Serial) },
  labels: COLLECT { MATCH (hold)-[:HOLDS]->(thing) RETURN coalesce(thing.serialNumber, thing.lotNumber) AS label ORDER BY label LIMIT 20 }}`

/** Of an edge of what is held: who has some of it, or is to get some, and whose it is. */
const concerned = part`[CASE WHEN place:Site THEN place.organization ELSE place.id END, edge.owner]`

/** Places the hold; tells whom it concerns. */
export const placeHold = cypher<{ hold: object; batches: readonly string[]; serials: readonly string[] }, { organization: string }>()`
CREATE (hold:QualityHold)
SET hold = $in.hold
WITH hold
CALL (hold) {
  UNWIND $in.batches AS id
  MATCH (thing:Batch {id: id})
  CREATE (hold)-[:HOLDS]->(thing)
  WITH thing
  MATCH (thing)-[edge:STOCKED_AT|IN_TRANSIT]->(place)
  UNWIND ${concerned} AS organization
  RETURN DISTINCT organization
  UNION
  UNWIND $in.serials AS id
  MATCH (thing:Serial {id: id})
  CREATE (hold)-[:HOLDS]->(thing)
  WITH thing
  MATCH (thing)-[:HELD_BY|IN_TRANSIT|OWNED_BY]->(place:Organization)
  RETURN DISTINCT place.id AS organization
}
WITH DISTINCT organization WHERE organization IS NOT NULL
RETURN organization
`

/** The hold and whom it concerns, for renewing and lifting. */
export const changeHold = cypher<{ id: string; now: string; properties: object }, { before: string; organizations: readonly string[] }>()`
MATCH (hold:QualityHold {id: $in.id})
WHERE ${own} AND hold.liftedAt IS NULL
WITH hold, hold.until AS before
SET hold += $in.properties
RETURN before, COLLECT {
  MATCH (hold)-[:HOLDS]->(thing)-[edge:HELD_BY|STOCKED_AT|IN_TRANSIT|OWNED_BY]->(place)
  UNWIND ${concerned} AS organization
  WITH DISTINCT organization WHERE organization IS NOT NULL
  RETURN organization
} AS organizations
`

export const holdsById = cypher<{ ids: readonly string[] }, { hold: QualityHold }>()`
UNWIND $in.ids AS id
MATCH (hold:QualityHold {id: id})
WHERE ${own}
RETURN ${holdMap} AS hold
`

/** The maker's holds that last, the next to end first. */
export const openHolds = cypher<{ now: string; after: string; limit: number }, { place: string; hold: QualityHold }>()`
MATCH (hold:QualityHold)
WHERE hold.maker = $viewer.organization AND hold.until > $in.now AND ${own}
WITH hold, hold.until + '|' + hold.id AS place WHERE place > $in.after
WITH hold, place ORDER BY place LIMIT toInteger($in.limit)
RETURN place, ${holdMap} AS hold ORDER BY place
`

export const openHoldCount = cypher<{ now: string }, { total: number }>()`
MATCH (hold:QualityHold)
WHERE hold.maker = $viewer.organization AND hold.until > $in.now AND ${own}
RETURN count(*) AS total
`
