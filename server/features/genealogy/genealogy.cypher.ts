import { maskedParty } from '../../access/masked.ts'
import { visible } from '../../access/visible.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { productMap, type ProductRow } from '../catalog/product.cypher.ts'
import type { ScannedCode } from '../custody/scanned-code.ts'
import type { Party } from '../partners/party.type.ts'
import type { GenealogyEdge, GenealogyNode } from './genealogy.type.ts'
import { downstream, leadsToOwn, open, own, upstream } from './lineage.cypher.ts'

export interface GenealogyWalk extends ScannedCode {
  readonly up: boolean
  readonly down: boolean
  /** Steps from the root, at most. */
  readonly depth: number
  /** Nodes, at most. */
  readonly limit: number
}

export interface GenealogyRow {
  readonly root: string
  readonly totalNodes: number
  /** Nodes by product and party, which are so sent once. */
  readonly groups: readonly { readonly product: ProductRow; readonly organization: Party | null; readonly nodes: readonly Omit<GenealogyNode, 'product' | 'organization'>[] }[]
  readonly edges: readonly GenealogyEdge[]
}

const serialAnchors: Part = part`
  MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(of:Product)
  MATCH (serial:Serial {key: of.id + '|' + $in.serial})
  RETURN serial
  UNION
  MATCH (serial:Serial {serialNumber: $in.plain})
  RETURN serial
  UNION
  MATCH (serial:Serial {id: $in.id})
  RETURN serial`

const batchAnchors: Part = part`
  WITH $in.serial AS serialNumber WHERE serialNumber IS NULL
  MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(of:Product)
  MATCH (batch:Batch {key: of.id + '|' + $in.lot})
  RETURN batch
  UNION
  MATCH (batch:Batch {lotNumber: $in.plain})
  RETURN batch
  UNION
  MATCH (batch:Batch {id: $in.id})
  RETURN batch`

/** A label with a serial number means the device, one without means the lot; a bare number may be either. */
const visibleRoot: Part = part`
CALL () {
  CALL () {
  ${serialAnchors}
  }
  MATCH (serial)-[:OF]->(product:Product)
  WHERE ${visible.serial}
  RETURN serial AS root
  UNION ALL
  CALL () {
  ${batchAnchors}
  }
  MATCH (batch)-[:OF]->(product:Product)
  WHERE ${visible.batch} OR ${leadsToOwn}
  RETURN batch AS root
}
WITH collect(root) AS roots
WHERE size(roots) = 1
WITH roots[0] AS root`

/** Kept counts, and beside them only what they do not hold. */
const total: Part = part`
WITH *, [entry IN counted | entry.thing.id] AS batches
CALL (above, below, devices, batches) {
  UNWIND above + below + devices AS entry
  WITH DISTINCT entry.thing AS thing
  WHERE NOT (thing:Serial AND thing.batch IS NOT NULL AND thing.batch IN batches)
  RETURN count(*) AS others
}
WITH *, reduce(sum = others, entry IN counted | sum + entry.thing.serialCount) AS totalNodes`

/** The nearest nodes; `rank` puts what lies up and down (bad data's cycles) at its shorter distance. Not in a CALL: there each sorted row would hold all the lists. */
const nearest: Part = part`
UNWIND above + below + devices + made AS entry
WITH root, totalNodes, entry.thing AS thing, min(2 * abs(entry.depth) + CASE WHEN entry.depth > 0 THEN 1 ELSE 0 END) AS rank
WITH root, totalNodes, thing, rank, CASE WHEN rank % 2 = 1 THEN rank / 2 ELSE -rank / 2 END AS depth
WHERE abs(depth) <= $in.depth
WITH root, totalNodes, thing, depth ORDER BY rank, thing:Serial, thing.batch, thing.serialNumber, thing.id LIMIT toInteger($in.limit)
WITH root, totalNodes, collect(thing) AS things, collect(thing.id) AS ids, collect({thing: thing, depth: depth}) AS placed`

const edges: Part = part`
CALL (things, ids) {
  UNWIND things AS made
  MATCH (made)-[relation:CONSUMED|FROM|CONTAINS]->(input:Serial|Batch)
  WHERE input.id IN ids AND (type(relation) = 'FROM' OR ${open(part`made`)})
  RETURN collect({from: made.id, to: input.id, relation: type(relation), removedAt: relation.removedAt,
    quantity: CASE WHEN relation.quantity IS NOT NULL THEN {value: relation.quantity, unit: coalesce(relation.unit, 'EA')} END}) AS edges
}`

const node: Part = part`{id: thing.id, depth: depth, label: thing.udi, kind: coalesce(thing.kind, 'SERIAL'), title: coalesce(thing.lotNumber, thing.serialNumber),
  quantity: CASE WHEN ${own(part`thing`)} AND thing.quantity IS NOT NULL THEN {value: thing.quantity, unit: coalesce(thing.unit, 'EA')} END}`

/** Whoever sees a material bought it or makes it, so its supplier is no secret to them. */
const knownParty: Part = part`($viewer.internal OR product.kind = 'MATERIAL' OR 'CONTRACT_MANUFACTURER' IN organization.kinds)`

const groups: Part = part`
CALL (placed) {
  UNWIND placed AS entry
  WITH entry.thing AS thing, entry.depth AS depth
  MATCH (thing)-[:OF]->(product:Product)
  WITH thing, depth, product, head(COLLECT { MATCH (thing)-[by:MADE_BY|SUPPLIED_BY]->(party:Organization) RETURN party ORDER BY type(by) LIMIT 1 }) AS party
  WITH product, party, collect(${node}) AS nodes
  WITH product, nodes, coalesce(party, head(COLLECT { MATCH (product)-[:MADE_BY]->(maker:Organization) RETURN maker })) AS organization
  RETURN collect({product: ${productMap}, nodes: nodes,
    organization: ${maskedParty(part`organization`, part`[product.maker, $viewer.organization]`, knownParty)}}) AS groups
}`

/** One row; none where the viewer sees no such root, or where a bare number fits several. */
export const genealogyAround = cypher<GenealogyWalk, GenealogyRow>()`
${visibleRoot}
${downstream}
${upstream}
${total}
${nearest}
${edges}
${groups}
RETURN root.id AS root, totalNodes, groups, edges
`
