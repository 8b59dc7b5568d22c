import { cypher } from '../../kernel/cypher.ts'

/** What the provider keeps of one thing (session, grant, code, sign-in under way), as it wrote it. Times are milliseconds. */
export interface RecordRow {
  readonly key: string
  readonly model: string
  /** JSON. */
  readonly payload: string
  readonly uid: string | null
  readonly grant: string | null
  readonly person: string | null
  readonly expiresAt: number | null
}

export interface StoredRecord {
  readonly payload: string
  /** Seconds; a code is good once. */
  readonly consumed: number | null
}

export const putRecord = cypher<RecordRow, never>()`
MERGE (record:ProviderRecord {key: $in.key})
SET record += $in
`

export const recordByKey = cypher<{ key: string; now: number }, StoredRecord>()`
MATCH (record:ProviderRecord {key: $in.key}) WHERE coalesce(record.expiresAt > $in.now, true)
RETURN record.payload AS payload, record.consumed AS consumed
`

export const recordByUid = cypher<{ uid: string; model: string; now: number }, StoredRecord>()`
MATCH (record:ProviderRecord {uid: $in.uid}) WHERE record.model = $in.model AND coalesce(record.expiresAt > $in.now, true)
RETURN record.payload AS payload, record.consumed AS consumed
`

export const consumeRecord = cypher<{ key: string; at: number }, never>()`
MATCH (record:ProviderRecord {key: $in.key}) SET record.consumed = $in.at
`

export const removeRecord = cypher<{ key: string }, never>()`MATCH (record:ProviderRecord {key: $in.key}) DELETE record`

export const removeGrant = cypher<{ grant: string }, never>()`MATCH (record:ProviderRecord {grant: $in.grant}) DELETE record`

export const removeExpiredRecords = cypher<{ now: number }, never>()`
MATCH (record:ProviderRecord) WHERE record.expiresAt < $in.now
DELETE record
`
