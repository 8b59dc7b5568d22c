import { cypher } from '../../kernel/cypher.ts'

export interface ExposedBatch {
  readonly product: string
  readonly batch: string
  readonly lotNumber: string
  readonly devices: number
  readonly cases: number
}

/** Cases since a moment and exposure, batch by batch, of every product of the maker that had one. */
export const exposedBatches = cypher<{ since: string }, ExposedBatch>()`
MATCH (case:AdverseEvent)
USING INDEX case:AdverseEvent(maker, place)
WHERE case.maker = $viewer.organization AND case.place > $in.since AND $viewer.internal AND case.lot IS NOT NULL
WITH case.product AS productId, case.lot AS lot, count(*) AS cases
WITH productId, collect({lot: lot, cases: cases}) AS counted
MATCH (product:Product {id: productId})<-[:OF]-(batch)
WHERE 'Batch' IN labels(batch)
RETURN productId AS product, batch.id AS batch, batch.lotNumber AS lotNumber,
  coalesce(batch.serialCount, 0) + reduce(units = 0.0, cell IN [(batch)-[cell:STOCKED_AT|USED_AT]->() | cell] | units + CASE WHEN cell.quantity > 0 THEN cell.quantity ELSE 0.0 END) AS devices,
  coalesce(head([entry IN counted WHERE entry.lot = batch.id | entry.cases]), 0) AS cases
`
