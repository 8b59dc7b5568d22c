import { leafHash } from './merkle.rules.ts'

/** A record as it stands in the database, flat. */
export interface StoredRecord {
  readonly id: string
  readonly at: string
  readonly action: string
  readonly outcome: string
  readonly code: string | null
  readonly count: number
  readonly subject: string | null
  readonly actor: string | null
  readonly client: string | null
  readonly organization: string | null
  readonly address: string | null
  readonly requestId: string
  readonly changes: string
  readonly reason: string | null
  readonly maker: string | null
}

/** The order in which a record's fields are sealed. It never changes: another one is another format. */
export const sealedFields = ['id', 'at', 'action', 'outcome', 'code', 'count', 'subject', 'actor', 'client', 'organization', 'address', 'requestId', 'changes', 'reason', 'maker'] as const satisfies readonly (keyof StoredRecord)[]

/** The bytes of the tree's leaf: the values as a JSON array, in UTF-8. */
export const leafData = (record: StoredRecord): Buffer => Buffer.from(JSON.stringify(['devicetrail-record-1', ...sealedFields.map((field) => record[field] ?? null)]))

export const recordHash = (record: StoredRecord): Buffer => leafHash(leafData(record))
