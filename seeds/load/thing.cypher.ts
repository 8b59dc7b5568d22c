import { cypher } from '../../server/kernel/cypher.ts'

export const writeBatches = cypher<{ rows: readonly object[] }, never>()`
UNWIND $in.rows AS row
MATCH (product:Product {id: row.product})
OPTIONAL MATCH (maker:Organization {id: row.madeBy})
OPTIONAL MATCH (supplier:Organization {id: row.suppliedBy})
OPTIONAL MATCH (site:Site {id: row.madeAt})
CREATE (batch:Batch)-[:OF]->(product)
SET batch = row.properties
FOREACH (_ IN CASE WHEN maker IS NULL THEN [] ELSE [1] END | CREATE (batch)-[:MADE_BY]->(maker))
FOREACH (_ IN CASE WHEN supplier IS NULL THEN [] ELSE [1] END | CREATE (batch)-[:SUPPLIED_BY]->(supplier))
FOREACH (_ IN CASE WHEN site IS NULL THEN [] ELSE [1] END | CREATE (batch)-[:MADE_AT]->(site))`

// Grouped by batch, so that product and batch are looked up once for all of a batch's serials.
export const writeSerials = cypher<{ rows: readonly object[] }, never>()`
UNWIND $in.rows AS group
MATCH (product:Product {id: group.product})
OPTIONAL MATCH (batch:Batch {id: group.batch})
UNWIND group.serials AS row
CREATE (serial:Serial {
  id: row.id, serialNumber: row.serialNumber, key: row.key, udi: row.udi, batch: group.batch, maker: group.maker,
  expiresOn: row.expiresOn, manufacturedOn: row.manufacturedOn,
  status: row.status, holds: row.holds, since: row.since, head: row.head
})-[:OF]->(product)
FOREACH (_ IN CASE WHEN batch IS NULL THEN [] ELSE [1] END | CREATE (serial)-[:FROM]->(batch))`

export const writeLogisticUnits = cypher<{ rows: readonly object[] }, never>()`
UNWIND $in.rows AS row
CREATE (unit:LogisticUnit)
SET unit = row`
