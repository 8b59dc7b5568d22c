import { maskedParty, namedParty } from '../../access/masked.ts'
import { unnamed } from '../../access/unnamed.ts'
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

export const batchFacts = part`.id, .udi, .lotNumber, .kind, .manufacturedOn, .expiresOn, holds: coalesce(batch.holds, []),
  serialCount: CASE WHEN ${counted} THEN coalesce(batch.serialCount, 0) END,
  quantity: CASE WHEN ${counted} AND batch.quantity IS NOT NULL THEN {value: batch.quantity, unit: coalesce(batch.unit, 'EA')} END`

export const batchMap = part`batch {${batchFacts}, product: ${productMap}}`

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

/** Its cells of stock: all of them for the maker, for a partner its own and, without the place, what others have that is its. */
export const stockOfBatches = cypher<{ batches: readonly string[] }, { batch: string; stock: Stock[] }>()`
UNWIND $in.batches AS id
MATCH (batch:Batch {id: id})-[:OF]->(product:Product)
WHERE ${visible.batch}
RETURN id AS batch, COLLECT {
  MATCH (batch)-[cell:STOCKED_AT]->(site:Site)<-[:OPERATES]-(organization:Organization)
  WHERE (${ownedByViewer}) OR site.organization = $viewer.organization OR cell.owner = $viewer.organization
  OPTIONAL MATCH (owner:Organization {id: cell.owner})
  WITH cell, site, organization, owner, ${unnamed(part`organization`)} AS hidden, (${ownedByViewer}) OR site.organization = $viewer.organization AS near
  RETURN {organization: ${namedParty(part`organization`)}, owner: ${namedParty(part`owner`)}, site: CASE WHEN near AND NOT hidden THEN ${siteMap} END,
    quantity: {value: cell.serials + cell.quantity, unit: coalesce(cell.unit, 'EA')}, blocked: CASE WHEN cell.blocked > 0 THEN {value: cell.blocked, unit: coalesce(cell.unit, 'EA')} END}
  ORDER BY hidden, CASE WHEN hidden THEN organization.country ELSE organization.name END, CASE WHEN hidden THEN elementId(cell) ELSE site.code END
} AS stock
`

/** The maker stands on the batch too; who reached it is asked only where that is another. */
const visibleByMaker = part`CASE WHEN batch.maker = $viewer.organization THEN true ELSE ${visible.batch} END`

interface BatchSearch {
  /** The text as it was typed, and in capitals. */
  readonly prefixes: readonly string[]
  readonly kind: string | null
}

/** Batches whose lot number begins so, in lot number order. */
export const batchSearchPage = cypher<BatchSearch & { after: { readonly number: string; readonly id: string }; limit: number }, { batch: BatchRow; place: string }>()`
UNWIND $in.prefixes AS prefix
CALL (prefix) {
  MATCH (batch:Batch)
  WHERE batch.lotNumber STARTS WITH prefix AND batch.lotNumber >= $in.after.number AND ($in.kind IS NULL OR batch.kind = $in.kind)
    AND (batch.lotNumber > $in.after.number OR batch.id > $in.after.id)
  MATCH (batch)-[:OF]->(product:Product)
  WHERE ${visibleByMaker}
  RETURN batch, product ORDER BY batch.lotNumber, batch.id LIMIT toInteger($in.limit)
}
WITH batch, product ORDER BY batch.lotNumber, batch.id LIMIT toInteger($in.limit)
RETURN ${batchMap} AS batch, batch.lotNumber + '|' + batch.id AS place ORDER BY batch.lotNumber, batch.id
`

export const batchSearchCount = cypher<BatchSearch, { total: number }>()`
UNWIND $in.prefixes AS prefix
MATCH (batch:Batch)
WHERE batch.lotNumber STARTS WITH prefix AND ($in.kind IS NULL OR batch.kind = $in.kind)
MATCH (batch)-[:OF]->(product:Product)
WHERE ${visibleByMaker}
RETURN count(*) AS total
`

/** By their keys, which begin with the product's id: a walk from the product would pass all of its serials. */
const ofProduct = part`
MATCH (batch:Batch)
WHERE batch.key STARTS WITH $in.product + '|'
MATCH (batch)-[:OF]->(product:Product)
WHERE ${visibleByMaker}`

/** A product's batches, the newest lot number first. */
export const batchesOfProduct = cypher<{ product: string; after: string; limit: number }, { batch: BatchRow; place: string }>()`
${ofProduct} AND ($in.after = '' OR batch.lotNumber < $in.after)
WITH batch, product ORDER BY batch.key DESC LIMIT toInteger($in.limit)
RETURN ${batchMap} AS batch, batch.lotNumber AS place ORDER BY place DESC
`

export const batchCountOfProduct = cypher<{ product: string }, { total: number }>()`${ofProduct} RETURN count(*) AS total`
