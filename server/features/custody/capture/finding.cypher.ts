import { concatenated, cypher, joinable } from '../../../kernel/cypher.ts'
import type { FindingRows } from './finding-rows.rules.ts'

/** What a person cleared stays cleared; what the events cleared opens again only by other events. */
export const writeFindings = joinable(cypher<FindingRows, never>()`
CALL () {
  UNWIND $in.raised AS row
  OPTIONAL MATCH (serial:Serial {id: row.about})
  OPTIONAL MATCH (batch:Batch {id: row.about})
  OPTIONAL MATCH (site:Site {id: row.site})
  OPTIONAL MATCH (event:Event {id: row.event})-[:REPORTED_BY]->(reporter:Organization)
  WITH row, site, coalesce(serial, batch) AS thing, reporter
  MERGE (finding:Finding {id: row.id})
  ON CREATE SET finding.code = row.code, finding.raisedAt = row.raisedAt, finding.event = row.event, finding.organization = reporter.id, finding.maker = thing.maker
  SET finding.clearedAt = CASE WHEN finding.clearedBy IS NULL THEN row.clearedAt ELSE finding.clearedAt END
  MERGE (finding)-[:ABOUT]->(thing)
  WITH finding, site WHERE site IS NOT NULL AND NOT EXISTS { (finding)-[:AT]->() }
  CREATE (finding)-[:AT]->(site)
}
CALL () {
  UNWIND $in.cleared AS row
  MATCH (finding:Finding {id: row.id})
  WHERE finding.clearedAt IS NULL
  SET finding.clearedAt = row.at
}`, { join: concatenated })
