import type { CatalogRecord } from './catalog-record.ts'
import { type KnownProduct, versionMark } from './catalog-rows.ts'

export type ImportOutcome = 'IMPORTED' | 'UPDATED' | 'UNCHANGED' | 'TAKEN'

const isOlder = (record: CatalogRecord, read: string): boolean => record.version < read.slice(0, record.version.length)

/**
 * What a record does to the graph. TAKEN: the same register files its primary identifier under another product; from
 * another register it only tells that both mean one device by different levels of its packaging.
 */
export const outcomeOf = (record: CatalogRecord, known: KnownProduct | undefined): ImportOutcome => {
  if (!known) return 'IMPORTED'
  if (known.primaryDi !== known.di && known.source === record.source) return 'TAKEN'
  if (!known.version) return 'UPDATED'
  return known.version === versionMark(record) || isOlder(record, known.version) ? 'UNCHANGED' : 'UPDATED'
}
