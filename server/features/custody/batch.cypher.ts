import { maskedParty } from '../../access/masked.ts'
import { makerKnown, ownedByViewer, visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import { productMap, type ProductRow } from '../catalog/product.cypher.ts'
import { siteMap } from '../partners/organization.cypher.ts'
import type { Party } from '../partners/party.type.ts'
import type { Batch, Stock } from './batch.type.ts'
import type { ScannedCode } from './scanned-code.ts'

export type BatchRow = Omit<Batch, 'product' | 'madeBy' | 'suppliedBy'> & { product: ProductRow }

/** How many were made is the maker's own business: product.maker = viewer, its supplier included. */
const counted = part`product.maker = $viewer.organization`

export const batchMap = part`batch {.id, .udi, .lotNumber, .kind, .manufacturedOn, .expiresOn, holds: coalesce(batch.holds, []),
  serialCount: CASE WHEN ${counted} THEN coalesce(batch.serialCount, 0) END,
  quantity: CASE WHEN ${counted} AND batch.quantity IS NOT NULL THEN {value: batch.quantity, unit: coalesce(batch.unit, 'EA')} END,
  product: ${productMap}}`

/** By label (its lot, or the lot of the serial it names), by a bare lot number, by id. */
const byCode = part`
CALL () {
  MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(of:Product)
  MATCH (batch:Batch {key: of.id + '|' + $in.lot})
  RETURN batch
  UNION
  WITH $in.lot AS lot WHERE lot IS NULL
  MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(of:Product)
  MATCH (serial:Serial {key: of.id + '|' + $in.serial})-[:OF]->(product:Product)
  WHERE ${visible.serial}
  MATCH (serial)-[:FROM]->(batch:Batch)
  RETURN batch
  UNION
  MATCH (batch:Batch {lotNumber: $in.plain})
  RETURN batch
  UNION
  MATCH (batch:Batch {id: $in.id})
  RETURN batch
}`

export const batchByCode = cypher<ScannedCode, { batch: BatchRow }>()`
${byCode}
MATCH (batch)-[:OF]->(product:Product)
WHERE ${visible.batch}
WITH batch, product LIMIT 2
RETURN ${batchMap} AS batch
`

export const batchesById = cypher<{ ids: readonly string[] }, { batch: BatchRow }>()`
UNWIND $in.ids AS id
MATCH (batch:Batch {id: id})-[:OF]->(product:Product)
WHERE ${visible.batch}
RETURN ${batchMap} AS batch
`

/** Who made it and who supplied it: its maker's contract manufacturer is public, its supplier is its buyer's to know. */
export const batchParties = cypher<{ batches: readonly string[] }, { batch: string; madeBy: Party | null; suppliedBy: Party | null }>()`
UNWIND $in.batches AS id
MATCH (batch:Batch {id: id})-[:OF]->(product:Product)
WHERE ${visible.batch}
OPTIONAL MATCH (batch)-[:MADE_BY]->(maker:Organization)
OPTIONAL MATCH (batch)-[:SUPPLIED_BY]->(supplier:Organization)
RETURN id AS batch,
  ${maskedParty(part`maker`, part`[CASE WHEN ${makerKnown} THEN product.maker END, $viewer.organization]`, part`($viewer.internal OR product.kind = 'DEVICE' AND 'CONTRACT_MANUFACTURER' IN maker.kinds)`)} AS madeBy,
  ${maskedParty(part`supplier`, part`[$viewer.organization]`, part`$viewer.internal`)} AS suppliedBy
`

/** Its cells of stock: all of them for the maker, a partner's own for a partner. */
export const stockOfBatches = cypher<{ batches: readonly string[] }, { batch: string; stock: Stock[] }>()`
UNWIND $in.batches AS id
MATCH (batch:Batch {id: id})-[:OF]->(product:Product)
WHERE ${visible.batch}
RETURN id AS batch, COLLECT {
  MATCH (batch)-[cell:STOCKED_AT]->(site:Site)<-[:OPERATES]-(organization:Organization)
  WHERE (${ownedByViewer}) OR site.organization = $viewer.organization
  RETURN {organization: organization {.id, .name, .nameZh, .kinds, .country}, site: ${siteMap},
    quantity: {value: cell.serials + cell.quantity, unit: coalesce(cell.unit, 'EA')}}
  ORDER BY organization.name, site.code
} AS stock
`

const matching = part`
MATCH (batch:Batch)
WHERE batch.lotNumber STARTS WITH $in.prefix AND ($in.kind IS NULL OR batch.kind = $in.kind)
MATCH (batch)-[:OF]->(product:Product)
WHERE ${visible.batch}`

interface BatchSearch {
  readonly prefix: string
  readonly kind: string | null
}

/** Batches whose lot number begins so, in lot number order. */
export const batchSearchPage = cypher<BatchSearch & { after: string; limit: number }, { batch: BatchRow; place: string }>()`
${matching} AND batch.lotNumber + '|' + batch.id > $in.after
WITH batch, product, batch.lotNumber + '|' + batch.id AS place ORDER BY place LIMIT toInteger($in.limit)
RETURN ${batchMap} AS batch, place ORDER BY place
`

export const batchSearchCount = cypher<BatchSearch, { total: number }>()`${matching} RETURN count(*) AS total`

const ofProduct = part`
MATCH (product:Product {id: $in.product})<-[:OF]-(batch:Batch)
WHERE ${visible.batch}`

/** A product's batches, the newest lot number first. */
export const batchesOfProduct = cypher<{ product: string; after: string; limit: number }, { batch: BatchRow; place: string }>()`
${ofProduct} AND ($in.after = '' OR batch.lotNumber < $in.after)
WITH batch, product, batch.lotNumber AS place ORDER BY place DESC LIMIT toInteger($in.limit)
RETURN ${batchMap} AS batch, place ORDER BY place DESC
`

export const batchCountOfProduct = cypher<{ product: string }, { total: number }>()`${ofProduct} RETURN count(*) AS total`
