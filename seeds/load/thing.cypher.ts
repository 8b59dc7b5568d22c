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

export const writeLogisticUnits = cypher<{ rows: readonly object[] }, never>()`
UNWIND $in.rows AS row
CREATE (unit:LogisticUnit)
SET unit = row`
