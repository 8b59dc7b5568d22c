import { cypher } from '../../../kernel/cypher.ts'

export interface RaisedFinding {
  readonly id: string
  readonly code: string
  readonly event: string
  readonly about: string
  readonly at: string
}

/** What a report says of a thing although it may not be: a finding for the reporter and for the maker. */
export const raiseFindings = cypher<{ rows: readonly RaisedFinding[] }, never>()`
UNWIND $in.rows AS row
OPTIONAL MATCH (serial:Serial {id: row.about})
OPTIONAL MATCH (batch:Batch {id: row.about})
WITH row, coalesce(serial, batch) AS thing
WHERE thing IS NOT NULL
MERGE (finding:Finding {id: row.id})
ON CREATE SET finding.code = row.code, finding.raisedAt = row.at, finding.event = row.event, finding.organization = $viewer.organization, finding.maker = thing.maker
MERGE (finding)-[:ABOUT]->(thing)
`

/** An event that was an error moved nothing. */
export const clearOfEvents = cypher<{ codes: readonly string[]; events: readonly string[]; at: string }, never>()`
UNWIND $in.events AS id
MATCH (event:Event {id: id})-[:CONCERNS]->(thing)<-[:ABOUT]-(finding:Finding)
WHERE finding.event = id AND finding.code IN $in.codes AND finding.clearedAt IS NULL
SET finding.clearedAt = $in.at
`
