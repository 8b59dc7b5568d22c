import { unnamed } from '../../access/unnamed.ts'
import { cypher, part } from '../../kernel/cypher.ts'

/** Pieces of a lot's cell of stock or use: its serials, and what goes without a serial number. */
const pieces = part`coalesce(cell.serials, 0) + CASE WHEN cell.quantity > 0 THEN cell.quantity ELSE 0.0 END`

/** Anchored at the maker's own products; for others there is nothing. */
const ownProducts = part`
MATCH (product:Product)
WHERE product.maker = $viewer.organization AND product.di > '' AND $viewer.internal`

export interface BatchExposure {
  readonly product: string
  readonly batch: string
  /** Where it was made. */
  readonly site: string | null
  readonly devices: number
}

/** Devices of each of the maker's batches that are in stock or used outside of the maker. */
export const exposureByBatch = cypher<object, BatchExposure>()`
${ownProducts}
MATCH (product)<-[:OF]-(batch)-[cell:STOCKED_AT|USED_AT]->()
WHERE 'Batch' IN labels(batch) AND cell.organization <> $viewer.organization
WITH product.id AS product, batch, sum(${pieces}) AS devices
WHERE devices > 0
RETURN product, batch.id AS batch, head([(batch)-[:MADE_AT]->(site:Site) | site.id]) AS site, devices
`

export interface OrganizationExposure {
  readonly product: string
  readonly organization: string
  readonly devices: number
  /** Its distributor keeps its name from the maker: who holds so much is not to be told by this. */
  readonly hidden: boolean
  /** Equipment without a lot, which the exposure by batch does not hold. */
  readonly loose: number
}

/** The same by who has or used them, with serials that are of no batch. */
export const exposureByOrganization = cypher<object, OrganizationExposure>()`
${ownProducts}
CALL (product) {
  MATCH (product)<-[:OF]-(batch)-[cell:STOCKED_AT|USED_AT]->()
  WHERE 'Batch' IN labels(batch) AND cell.organization <> $viewer.organization
  RETURN cell.organization AS organization, ${pieces} AS devices, 0 AS loose
  UNION ALL
  WITH product WHERE NOT coalesce(product.lotControlled, false)
  MATCH (product)<-[:OF]-(serial)-[edge:HELD_BY|USED_AT]->()
  WHERE 'Serial' IN labels(serial) AND serial.batch IS NULL AND edge.organization <> $viewer.organization
  RETURN edge.organization AS organization, 1 AS devices, 1 AS loose
}
WITH product.id AS product, organization, sum(devices) AS devices, sum(loose) AS loose
WHERE devices > 0
OPTIONAL MATCH (party:Organization {id: organization})
RETURN product, organization, devices, loose, coalesce(${unnamed(part`party`)}, false) AS hidden
`

/** How many lots of materials and components, and of how many suppliers, are in the maker's batches. What is consumed is a lot: named as one, everybody's lots would be gone through. */
export const materialsLookedAt = cypher<object, { lots: number; suppliers: number }>()`
${ownProducts}
MATCH (product)<-[:OF]-(batch)-[:CONSUMED*1..]->(lot)
WITH DISTINCT lot
RETURN count(lot) AS lots, count(DISTINCT CASE WHEN lot.maker <> $viewer.organization THEN lot.maker END) AS suppliers
`

/** What kind of device each of the maker's models is. */
export const termsOfModels = cypher<object, { product: string; term: string }>()`
${ownProducts} AND product.gmdnCode IS NOT NULL
RETURN product.id AS product, product.gmdnCode AS term
`

/** Lots to begin with: the lot itself, or all that a supplier made. */
const startLots = part`
CALL (thing) {
  MATCH (lot:Batch {id: thing})
  RETURN lot
  UNION
  MATCH (:Organization {id: thing})<-[:MADE_BY]-(:Product)<-[:OF]-(lot:Batch)
  RETURN lot
}`

const inBatches = part`
  UNWIND below AS batch
  WITH batch WHERE batch.maker = $viewer.organization AND $viewer.internal
  MATCH (batch)-[:OF]->(product:Product)
  MATCH (batch)-[cell:STOCKED_AT|USED_AT]->()
  WHERE cell.organization <> $viewer.organization
  RETURN product.id AS product, sum(${pieces}) AS devices`

/** Devices that contain a part of these lots, beside those that are of them. */
const asParts = part`
  UNWIND below AS batch
  MATCH (device:Serial)-[contains:CONTAINS]->()
  WHERE contains.batch = batch.id AND contains.removedAt IS NULL AND device.maker = $viewer.organization AND $viewer.internal
  WITH DISTINCT device, below
  WHERE (device.batch IS NULL OR none(batch IN below WHERE batch.id = device.batch)) AND EXISTS { (device)-[edge:HELD_BY|USED_AT]->() WHERE edge.organization <> $viewer.organization }
  MATCH (device)-[:OF]->(product:Product)
  RETURN product.id AS product, toFloat(count(device)) AS devices`

/** The maker's devices outside that something of a lot, or of a supplier, went into, product by product. */
export const exposureOfMaterials = cypher<{ things: readonly string[] }, { thing: string; product: string; devices: number }>()`
UNWIND $in.things AS thing
${startLots}
WITH thing, collect(lot) AS lots
CALL (lots) {
  UNWIND lots AS lot
  MATCH (lot)<-[:CONSUMED*0..]-(made:Batch)
  WITH DISTINCT made
  RETURN collect(made) AS below
}
CALL (below) {
${inBatches}
UNION ALL
${asParts}
}
RETURN thing, product, sum(devices) AS devices
`
