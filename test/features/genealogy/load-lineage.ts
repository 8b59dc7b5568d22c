import { cypher } from '../../../server/kernel/cypher.ts'
import type { Graph } from '../../../server/kernel/graph.ts'
import type { Lineage } from './random-lineage.ts'

const organizations = cypher<{ ids: readonly string[] }, object>()`
UNWIND $in.ids AS id
CREATE (organization:Organization {id: id, code: id, name: 'Org ' + id, kinds: ['MANUFACTURER'], country: 'CN'})
CREATE (product:Product {id: 'prd_' + id, di: 'di-' + id, name: 'Product of ' + id, kind: 'DEVICE', scheme: 'PLAIN', maker: id})
CREATE (product)-[:MADE_BY]->(organization)
CREATE (:DeviceIdentifier {code: 'di-' + id})-[:IDENTIFIES]->(product)
`

const things = cypher<{ batches: readonly object[]; serials: readonly object[] }, object>()`
CALL () {
  UNWIND $in.batches AS thing
  MATCH (product:Product {id: thing.product})
  MATCH (maker:Organization {id: thing.maker})
  CREATE (node:Batch {id: thing.id, kind: thing.kind, lotNumber: thing.id, key: product.id + '|' + thing.id, udi: thing.id, maker: thing.maker, serialCount: thing.serialCount, quantity: 5.0, unit: 'EA', holds: []})
  CREATE (node)-[:OF]->(product) CREATE (node)-[:MADE_BY]->(maker)
  WITH node, thing UNWIND thing.hands AS hand MATCH (party:Organization {id: hand}) CREATE (node)-[:PASSED]->(party)
  RETURN count(*) AS batches
}
CALL () {
  UNWIND $in.serials AS thing
  MATCH (product:Product {id: thing.product})
  CREATE (node:Serial {id: thing.id, serialNumber: thing.id, key: product.id + '|' + thing.id, udi: thing.id, maker: thing.maker, batch: thing.batch, holds: []})
  CREATE (node)-[:OF]->(product)
  WITH node, thing UNWIND thing.hands AS hand MATCH (party:Organization {id: hand}) CREATE (node)-[:PASSED]->(party)
  RETURN count(*) AS serials
}
RETURN batches, serials
`

const links = cypher<{ links: readonly object[] }, object>()`
UNWIND $in.links AS link
MATCH (from:Serial|Batch {id: link.from})
MATCH (to:Serial|Batch {id: link.to})
FOREACH (_ IN CASE link.relation WHEN 'CONSUMED' THEN [1] ELSE [] END | CREATE (from)-[:CONSUMED {quantity: link.quantity, unit: 'EA'}]->(to))
FOREACH (_ IN CASE link.relation WHEN 'FROM' THEN [1] ELSE [] END | CREATE (from)-[:FROM]->(to))
FOREACH (_ IN CASE link.relation WHEN 'CONTAINS' THEN [1] ELSE [] END | CREATE (from)-[:CONTAINS {removedAt: link.removedAt, batch: CASE WHEN to:Batch THEN to.id ELSE to.batch END}]->(to))
`

const removal = cypher<{ ids: readonly string[] }, object>()`
UNWIND $in.ids AS id
OPTIONAL MATCH (organization:Organization {id: id})<-[:MADE_BY]-(product:Product)
OPTIONAL MATCH (product)<-[:IDENTIFIES]-(identifier:DeviceIdentifier)
OPTIONAL MATCH (product)<-[:OF]-(thing:Serial|Batch)
DETACH DELETE thing, identifier, product, organization
`

/** Writes it as the hub would, with the counts that are kept. */
export const loadLineage = async (graph: Graph, lineage: Lineage): Promise<void> => {
  const all = [...lineage.things.values()]
  const serials = all.filter((thing) => thing.label === 'Serial')
  const batches = all
    .filter((thing) => thing.label === 'Batch')
    .map((batch) => ({ ...batch, serialCount: serials.filter((serial) => serial.batch === batch.id).length }))
  await graph.write(async (writer) => {
    await writer.run(organizations, { ids: lineage.organizations })
    await writer.run(things, { batches, serials })
    await writer.run(links, { links: lineage.links })
  })
}

/** Takes it out again: other tests share the database. */
export const removeLineage = async (graph: Graph, lineage: Lineage): Promise<void> => {
  await graph.write((writer) => writer.run(removal, { ids: lineage.organizations }))
}
