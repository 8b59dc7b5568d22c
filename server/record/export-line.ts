import type { NumberedRecord, StoredSignature } from './export.cypher.ts'
import type { StoredRecord } from './leaf.ts'
import type { PersonalValue } from './personal-value.ts'

/** The record's export: JSON lines, in this order, ended by the count of all records in the database. */
export type ExportLine =
  | { readonly type: 'log'; readonly format: 'devicetrail-record-1'; readonly origin: string; readonly exportedAt: string; readonly keys: readonly string[] }
  | ({ readonly type: 'record' } & NumberedRecord)
  | { readonly type: 'apart'; readonly record: StoredRecord }
  | { readonly type: 'value'; readonly value: PersonalValue }
  | { readonly type: 'signature'; readonly signature: StoredSignature }
  | { readonly type: 'checkpoint'; readonly note: string }
  | { readonly type: 'end'; readonly records: number }
