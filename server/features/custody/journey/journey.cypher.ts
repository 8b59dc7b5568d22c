import { cypher } from '../../../kernel/cypher.ts'

/** What went from one to another at one time, of one maker, and was not received. */
export interface OpenJourney {
  readonly from: string
  readonly to: string
  readonly since: string
  readonly maker: string
  /** Some of them; the list of what is on its way has them all. */
  readonly things: readonly string[]
  readonly count: number
}

/** For the hub, which reminds: the oldest first. Who is not on the hub confirms nothing; what was consigned to such is its own at once. */
export const openJourneys = cypher<{ before: string; after: string; limit: number }, OpenJourney>()`
MATCH (thing:Serial|Batch)-[way:IN_TRANSIT]->(taker:Organization)
WHERE way.since > $in.after AND way.since < $in.before AND way.from <> taker.id AND coalesce(taker.onHub, false) AND (thing:Serial OR way.quantity > 0)
WITH way.from AS from, taker.id AS to, way.since AS since, thing.maker AS maker, collect(thing.id) AS ids
ORDER BY since, from, to, maker LIMIT toInteger($in.limit)
RETURN from, to, since, maker, ids[..200] AS things, size(ids) AS count
`

export interface NewJourneyFinding {
  readonly id: string
  readonly organization: string
  /** Absent of the recipient's: the maker has the sender's. */
  readonly maker: string | null
  readonly journey: OpenJourney
}

/** One for each end, once; with what was sent, by the event that sent it. Of what has come meanwhile, none. */
export const raiseUnconfirmed = cypher<{ rows: readonly NewJourneyFinding[]; at: string }, { id: string }>()`
UNWIND $in.rows AS row
OPTIONAL MATCH (known:Finding {id: row.id})
WITH row WHERE known IS NULL
CALL (row) {
  UNWIND row.journey.things AS id
  CALL (id) {
    MATCH (thing:Serial {id: id}) RETURN thing
    UNION
    MATCH (thing:Batch {id: id}) RETURN thing
  }
  MATCH (thing)-[way:IN_TRANSIT]->(:Organization {id: row.journey.to})
  WHERE way.from = row.journey.from AND way.since = row.journey.since
  RETURN collect(thing) AS things
}
WITH row, things WHERE size(things) > 0
CREATE (finding:Finding {id: row.id, code: 'UNCONFIRMED_RECEIPT', raisedAt: $in.at, organization: row.organization, maker: row.maker,
  event: head(COLLECT { UNWIND things AS thing
    MATCH (thing)<-[:PACKS*0..3]-()<-[:CONCERNS]-(event:Event {eventTime: row.journey.since})-[:TO_PARTY]->(:Organization {id: row.journey.to}) WHERE event.errorDeclaredAt IS NULL RETURN event.id LIMIT 1 })})
FOREACH (thing IN things | CREATE (finding)-[:ABOUT]->(thing))
RETURN row.id AS id
`

/** Those of which nothing is under way any more. */
export const clearUnconfirmed = cypher<{ rows: readonly { readonly id: string; readonly from: string; readonly to: string; readonly since: string }[]; at: string }, never>()`
UNWIND $in.rows AS row
MATCH (finding:Finding {id: row.id})
WHERE finding.clearedAt IS NULL
  AND NOT EXISTS { MATCH (finding)-[:ABOUT]->(thing)-[way:IN_TRANSIT]->(:Organization {id: row.to}) WHERE way.from = row.from AND way.since = row.since AND (thing:Serial OR way.quantity > 0) }
SET finding.clearedAt = $in.at, finding.clearedHow = 'REPORT'
`

/** Reminders that are due, of which nobody was told before; organizations that work with the hub now. */
export const markReminded = cypher<{ rows: readonly { readonly key: string; readonly organization: string }[]; at: string }, { key: string }>()`
UNWIND $in.rows AS row
MATCH (organization:Organization {id: row.organization})
WHERE coalesce(organization.onHub, false) AND organization.suspendedAt IS NULL
MERGE (alert:ClockAlert {key: row.key})
ON CREATE SET alert.at = $in.at, alert.isNew = true
WITH alert, row WHERE alert.isNew
REMOVE alert.isNew
RETURN row.key AS key
`
