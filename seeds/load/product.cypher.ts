import { cypher } from '../../server/kernel/cypher.ts'

export interface KnownProduct {
  readonly id: string
  readonly di: string
  readonly scheme: string
  readonly maker: string
}

export const productsByIdentifier = cypher<{ dis: readonly string[] }, KnownProduct>()`
UNWIND $in.dis AS di
MATCH (:DeviceIdentifier {code: di})-[:IDENTIFIES]->(product:Product)
RETURN product.id AS id, di, product.scheme AS scheme, product.maker AS maker`

export const writeProducts = cypher<{ rows: readonly { id: string; maker: string; properties: object }[] }, never>()`
UNWIND $in.rows AS row
MATCH (maker:Organization {id: row.maker})
MERGE (product:Product {id: row.id})
SET product += row.properties, product.maker = row.maker
MERGE (product)-[:MADE_BY]->(maker)`

export const writeDeviceIdentifiers = cypher<{ rows: readonly { product: string; code: string; properties: object }[] }, never>()`
UNWIND $in.rows AS row
MATCH (product:Product {id: row.product})
MERGE (identifier:DeviceIdentifier {code: row.code})
SET identifier += row.properties
MERGE (identifier)-[:IDENTIFIES]->(product)`
