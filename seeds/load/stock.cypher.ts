import { cypher } from '../../server/kernel/cypher.ts'

interface Rows {
  readonly rows: readonly object[]
}

/** What is derived for a batch, once all of its events are known. */
export const writeBatchStates = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (batch:Batch {id: row.batch})
SET batch.status = row.status, batch.holds = row.holds, batch.serialCount = toInteger(row.serialCount), batch.head = row.head, batch.custody = row.custody`

/** Only what lies there without serials has a place in the list of stock: a cell that counts serials alone has no key, and is passed over. */
export const writeStockedAt = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (batch:Batch {id: row.batch}), (site:Site {id: row.other})
CREATE (batch)-[:STOCKED_AT {
  organization: row.one, site: row.other, serials: toInteger(row.serials), quantity: row.quantity, unit: row.unit, since: row.at, blocked: row.part, owner: row.owner, key: CASE WHEN row.quantity <> 0 THEN row.key END
}]->(site)`

export const writeBatchInTransit = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (batch:Batch {id: row.batch}), (organization:Organization {id: row.other})
CREATE (batch)-[:IN_TRANSIT {
  from: row.one, to: row.other, serials: toInteger(row.serials), quantity: row.quantity, unit: row.unit, since: row.at, returned: row.part
}]->(organization)`

export const writeBatchUsedAt = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (batch:Batch {id: row.batch}), (site:Site {id: row.other})
CREATE (batch)-[:USED_AT {organization: row.one, serials: toInteger(row.serials), quantity: row.quantity, unit: row.unit, on: row.at}]->(site)`

export const writeBatchPassed = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (batch:Batch {id: row.batch}), (organization:Organization {id: row.organization})
CREATE (batch)-[:PASSED {serials: toInteger(row.serials), from: row.from, until: row.until}]->(organization)`

/** Findings about a serial or a batch: `about` is either's id. */
export const writeFindings = cypher<Rows, never>()`
UNWIND $in.rows AS row
OPTIONAL MATCH (serial:Serial {id: row.about})
OPTIONAL MATCH (batch:Batch {id: row.about})
OPTIONAL MATCH (site:Site {id: row.site})
WITH row, site, coalesce(serial, batch) AS thing
CREATE (finding:Finding {id: row.id, code: row.code, raisedAt: row.raisedAt, clearedAt: row.clearedAt, event: row.event, maker: thing.maker,
  organization: head(COLLECT { MATCH (:Event {id: row.event})-[:REPORTED_BY]->(reporter:Organization) RETURN reporter.id })})
CREATE (finding)-[:ABOUT]->(thing)
FOREACH (_ IN CASE WHEN site IS NULL THEN [] ELSE [1] END | CREATE (finding)-[:AT]->(site))`
