import { cypher } from '../../../kernel/cypher.ts'
import type { NewBatch, NewSerial, NewUnit } from './report.type.ts'

interface Introduced {
  readonly id: string
  /** It was not there before. */
  readonly fresh: boolean | null
}

// MERGE on a unique property makes a second report of the same thing wait and then find it.
export const introduceBatches = cypher<{ rows: readonly NewBatch[] }, Introduced>()`
UNWIND $in.rows AS row
MATCH (product:Product {id: row.product})
OPTIONAL MATCH (maker:Organization {id: row.madeBy})
OPTIONAL MATCH (supplier:Organization {id: row.suppliedBy})
OPTIONAL MATCH (site:Site {id: row.madeAt})
MERGE (thing:Batch {id: row.id})
ON CREATE SET thing.fresh = true, thing.key = row.key, thing.lotNumber = row.lotNumber, thing.kind = row.kind, thing.udi = row.udi, thing.maker = row.maker,
  thing.manufacturedOn = row.manufacturedOn, thing.expiresOn = row.expiresOn, thing.quantity = row.quantity, thing.unit = row.unit,
  thing.status = 'MADE', thing.holds = [], thing.serialCount = 0
FOREACH (_ IN CASE WHEN thing.fresh THEN [1] ELSE [] END | CREATE (thing)-[:OF]->(product))
FOREACH (_ IN CASE WHEN thing.fresh AND maker IS NOT NULL THEN [1] ELSE [] END | CREATE (thing)-[:MADE_BY]->(maker))
FOREACH (_ IN CASE WHEN thing.fresh AND supplier IS NOT NULL THEN [1] ELSE [] END | CREATE (thing)-[:SUPPLIED_BY]->(supplier))
FOREACH (_ IN CASE WHEN thing.fresh AND site IS NOT NULL THEN [1] ELSE [] END | CREATE (thing)-[:MADE_AT]->(site))
WITH row, thing, thing.fresh AS fresh
REMOVE thing.fresh
RETURN row.id AS id, fresh
`

export const introduceSerials = cypher<{ rows: readonly NewSerial[] }, Introduced>()`
UNWIND $in.rows AS row
MATCH (product:Product {id: row.product})
OPTIONAL MATCH (batch:Batch {id: row.batch})
MERGE (thing:Serial {id: row.id})
ON CREATE SET thing.fresh = true, thing.key = row.key, thing.serialNumber = row.serialNumber, thing.udi = row.udi, thing.maker = row.maker, thing.batch = row.batch,
  thing.manufacturedOn = row.manufacturedOn, thing.expiresOn = row.expiresOn, thing.status = 'MADE', thing.holds = []
FOREACH (_ IN CASE WHEN thing.fresh THEN [1] ELSE [] END | CREATE (thing)-[:OF]->(product))
FOREACH (_ IN CASE WHEN thing.fresh AND batch IS NOT NULL THEN [1] ELSE [] END | CREATE (thing)-[:FROM]->(batch))
WITH row, thing, thing.fresh AS fresh
REMOVE thing.fresh
RETURN row.id AS id, fresh
`

export const introduceUnits = cypher<{ rows: readonly NewUnit[] }, Introduced>()`
UNWIND $in.rows AS row
MERGE (thing:LogisticUnit {id: row.id})
ON CREATE SET thing.fresh = true, thing.key = row.key, thing.sscc = row.sscc, thing.kind = row.kind
WITH row, thing, thing.fresh AS fresh
REMOVE thing.fresh
RETURN row.id AS id, fresh
`
