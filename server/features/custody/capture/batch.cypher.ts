import { cypher, joinable, part, type Part } from '../../../kernel/cypher.ts'
import type { BatchRows } from './batch-rows.rules.ts'
import { joinedBatchRows } from './joined-batch-rows.rules.ts'

const counted = part`
SET edge.serials = coalesce(edge.serials, 0) + toInteger(row.serials),
  edge.quantity = CASE WHEN row.units IS NULL THEN coalesce(edge.quantity, 0.0) ELSE row.units.quantity END,
  edge.unit = row.unit`

const whereNothingIsLeft = part`
WITH edge WHERE edge.serials = 0 AND edge.quantity = 0.0
DELETE edge`

// The edge of the row, made where there is none. Looked for before and never again: a second look for an edge between the
// same two nodes may be answered from what the first one saw, without the edge that was made meanwhile (Neo4j 5.26).
const edgeOrNew = (made: Part): Part => part`
CALL (row, batch, other, found) {
  WITH found WHERE found IS NOT NULL RETURN found AS edge
  UNION ALL
  WITH row, batch, other, found WHERE found IS NULL ${made} RETURN edge
}`

/**
 * Brings batches and what is counted of them up to date. Their locks are held, so nobody else counts meanwhile; MERGE
 * would lock the organization or site too, and make everybody wait who deals with it.
 */
export const writeBatchStates = joinable(cypher<BatchRows, never>()`
CALL () {
  UNWIND $in.retold AS row
  MATCH (batch:Batch {id: row.id})-[edge:STOCKED_AT|IN_TRANSIT|USED_AT|PASSED]->()
  SET edge.quantity = CASE WHEN edge.quantity IS NULL THEN null ELSE 0.0 END, edge.blocked = null, edge.returned = null, edge.key = null,
    edge.from = CASE WHEN edge:PASSED THEN null ELSE edge.from END, edge.until = null
}
CALL () {
  UNWIND $in.states AS row
  MATCH (batch:Batch {id: row.id})
  SET batch += row.properties, batch.serialCount = coalesce(batch.serialCount, 0) + toInteger(row.serials)
}
CALL () {
  UNWIND $in.stocked AS row
  MATCH (batch:Batch {id: row.batch}), (other:Site {id: row.other})
  OPTIONAL MATCH (batch)-[found:STOCKED_AT {organization: row.one}]->(other) WHERE coalesce(found.owner, '') = coalesce(row.owner, '')
  ${edgeOrNew(part`CREATE (batch)-[edge:STOCKED_AT {organization: row.one, site: row.other, owner: row.owner}]->(other)`)}
  ${counted}, edge.since = CASE WHEN row.units IS NULL THEN edge.since ELSE row.units.at END, edge.blocked = CASE WHEN row.units IS NULL THEN edge.blocked ELSE row.units.part END
  SET edge.key = CASE WHEN edge.quantity <> 0.0 THEN row.key END
  ${whereNothingIsLeft}
}
CALL () {
  UNWIND $in.transit AS row
  MATCH (batch:Batch {id: row.batch}), (other:Organization {id: row.other})
  OPTIONAL MATCH (batch)-[found:IN_TRANSIT {from: row.one}]->(other)
  ${edgeOrNew(part`CREATE (batch)-[edge:IN_TRANSIT {from: row.one, to: row.other}]->(other)`)}
  ${counted}, edge.since = CASE WHEN row.units IS NULL THEN edge.since ELSE row.units.at END, edge.returned = CASE WHEN row.units IS NULL THEN edge.returned ELSE row.units.part END
  ${whereNothingIsLeft}
}
CALL () {
  UNWIND $in.used AS row
  MATCH (batch:Batch {id: row.batch}), (other:Site {id: row.other})
  OPTIONAL MATCH (batch)-[found:USED_AT {organization: row.one}]->(other)
  ${edgeOrNew(part`CREATE (batch)-[edge:USED_AT {organization: row.one}]->(other)`)}
  ${counted}, edge.on = CASE WHEN row.units IS NULL THEN edge.on ELSE row.units.at END
  ${whereNothingIsLeft}
}
CALL () {
  UNWIND $in.reached AS row
  MATCH (batch:Batch {id: row.batch}), (other:Organization {id: row.organization})
  OPTIONAL MATCH (batch)-[found:PASSED]->(other)
  ${edgeOrNew(part`CREATE (batch)-[edge:PASSED]->(other)`)}
  SET edge.serials = coalesce(edge.serials, 0) + toInteger(row.serials),
    edge.from = CASE WHEN row.tenure IS NULL THEN edge.from ELSE row.tenure.from END,
    edge.until = CASE WHEN row.tenure IS NULL THEN edge.until ELSE row.tenure.until END
  WITH edge WHERE edge.serials = 0 AND edge.from IS NULL
  DELETE edge
}
CALL () {
  UNWIND $in.retold AS row
  MATCH (batch:Batch {id: row.id})-[edge:STOCKED_AT|IN_TRANSIT|USED_AT|PASSED]->()
  WHERE coalesce(edge.serials, 0) = 0 AND coalesce(edge.quantity, 0.0) = 0.0 AND (NOT edge:PASSED OR edge.from IS NULL)
  DELETE edge
}`, { join: joinedBatchRows })
