import { cypher, part } from '../../../kernel/cypher.ts'
import type { BatchRows } from './batch-rows.rules.ts'

const counted = part`
SET edge.serials = coalesce(edge.serials, 0) + toInteger(row.serials),
  edge.quantity = CASE WHEN row.units IS NULL THEN coalesce(edge.quantity, 0.0) ELSE row.units.quantity END,
  edge.unit = row.unit`

const whereNothingIsLeft = part`
WITH edge WHERE edge.serials = 0 AND edge.quantity = 0.0
DELETE edge`

/**
 * Brings batches and what is counted of them up to date. Their locks are held, so nobody else counts meanwhile; MERGE
 * would lock the organization or site too, and make everybody wait who deals with it.
 */
export const writeBatchStates = cypher<BatchRows, never>()`
CALL () {
  UNWIND $in.states AS row
  MATCH (batch:Batch {id: row.id})
  SET batch += row.properties, batch.serialCount = coalesce(batch.serialCount, 0) + toInteger(row.serials)
}
CALL () {
  UNWIND $in.stocked AS row
  MATCH (batch:Batch {id: row.batch}), (site:Site {id: row.other})
  CALL (batch, site, row) { WITH batch, site, row WHERE NOT EXISTS { (batch)-[:STOCKED_AT {organization: row.one}]->(site) } CREATE (batch)-[:STOCKED_AT {organization: row.one, site: row.other}]->(site) }
  MATCH (batch)-[edge:STOCKED_AT {organization: row.one}]->(site)
  ${counted}, edge.since = CASE WHEN row.units IS NULL THEN edge.since ELSE row.units.at END
  SET edge.key = CASE WHEN edge.quantity <> 0.0 THEN row.key END
  ${whereNothingIsLeft}
}
CALL () {
  UNWIND $in.transit AS row
  MATCH (batch:Batch {id: row.batch}), (taker:Organization {id: row.other})
  CALL (batch, taker, row) { WITH batch, taker, row WHERE NOT EXISTS { (batch)-[:IN_TRANSIT {from: row.one}]->(taker) } CREATE (batch)-[:IN_TRANSIT {from: row.one, to: row.other}]->(taker) }
  MATCH (batch)-[edge:IN_TRANSIT {from: row.one}]->(taker)
  ${counted}, edge.since = CASE WHEN row.units IS NULL THEN edge.since ELSE row.units.at END
  ${whereNothingIsLeft}
}
CALL () {
  UNWIND $in.used AS row
  MATCH (batch:Batch {id: row.batch}), (site:Site {id: row.other})
  CALL (batch, site, row) { WITH batch, site, row WHERE NOT EXISTS { (batch)-[:USED_AT {organization: row.one}]->(site) } CREATE (batch)-[:USED_AT {organization: row.one}]->(site) }
  MATCH (batch)-[edge:USED_AT {organization: row.one}]->(site)
  ${counted}, edge.on = CASE WHEN row.units IS NULL THEN edge.on ELSE row.units.at END
  ${whereNothingIsLeft}
}
CALL () {
  UNWIND $in.reached AS row
  MATCH (batch:Batch {id: row.batch}), (organization:Organization {id: row.organization})
  CALL (batch, organization) { WITH batch, organization WHERE NOT EXISTS { (batch)-[:PASSED]->(organization) } CREATE (batch)-[:PASSED]->(organization) }
  MATCH (batch)-[edge:PASSED]->(organization)
  SET edge.serials = coalesce(edge.serials, 0) + toInteger(row.serials),
    edge.from = CASE WHEN row.tenure IS NULL THEN edge.from ELSE row.tenure.from END,
    edge.until = CASE WHEN row.tenure IS NULL THEN edge.until ELSE row.tenure.until END
  WITH edge WHERE edge.serials = 0 AND edge.from IS NULL
  DELETE edge
}`
