import type { CatalogItem, CatalogRecord, CatalogRejection, RecordPlace } from './catalog-record.ts'

export interface PlacedRecord extends RecordPlace {
  record: CatalogRecord
}

export interface Batch {
  records: PlacedRecord[]
  rejected: CatalogRejection[]
}

const emptyBatch = (): Batch => ({ records: [], rejected: [] })

/**
 * Groups what a reader yields for one transaction each. A record with an identifier that the batch has already opens the
 * next one: it has to meet what the other wrote.
 */
export async function* batchesOf(items: AsyncIterable<CatalogItem>, size: number): AsyncGenerator<Batch> {
  let batch = emptyBatch()
  const codes = new Set<string>()
  for await (const item of items) {
    const repeats = 'record' in item && item.record.identifiers.some(({ code }) => codes.has(code))
    if (repeats || batch.records.length + batch.rejected.length >= size) {
      yield batch
      batch = emptyBatch()
      codes.clear()
    }
    if ('rejected' in item) batch.rejected.push(item.rejected)
    else {
      batch.records.push(item)
      for (const { code } of item.record.identifiers) codes.add(code)
    }
  }
  if (batch.records.length + batch.rejected.length > 0) yield batch
}
