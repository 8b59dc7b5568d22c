import { cypher, part } from '../kernel/cypher.ts'
import { makerOf } from './audit.cypher.ts'
import type { TailRecord } from './authenticity.ts'
import type { StoredRecord } from './leaf.ts'

export const storedRecord = part`record {.id, .at, .action, .outcome, .code, .count, .subject, .actor, .client, .organization, .address, .requestId, .changes, .reason, .maker}`

/** The tail that is not numbered yet, oldest first. */
export const unsealedRecords = cypher<{ limit: number }, { record: StoredRecord }>()`
MATCH (record:Unsealed)
WHERE record.at >= ''
RETURN ${storedRecord} AS record
ORDER BY record.at LIMIT toInteger($in.limit)
`

export interface TailRow extends TailRecord {
  /** Of the node: what was written by hand may have no id. */
  readonly element: string
}

/** The same to be sealed: with what proves that the hub wrote it. */
export const tailToSeal = cypher<{ limit: number }, TailRow>()`
MATCH (record:Unsealed)
WHERE record.at >= ''
RETURN elementId(record) AS element, ${storedRecord} AS record, record.mac AS mac
ORDER BY record.at LIMIT toInteger($in.limit)
`

/** Whose products these subjects are: what a writing statement puts where the hub gave no maker. */
export const makersOf = cypher<{ subjects: readonly unknown[] }, { maker: string | null }>()`
UNWIND range(0, size($in.subjects) - 1) AS at
WITH at, $in.subjects[at] AS subject
RETURN ${makerOf(part`subject`)} AS maker ORDER BY at
`

/**
 * Takes what the hub did not write out of the record, so that no list shows it as part of that; nothing of it is lost. By the
 * holder of the lease alone.
 */
export const setApart = cypher<{ holder: string; at: string; elements: readonly string[] }, { apart: number }>()`
MATCH (lease:Lease {name: 'record', holder: $in.holder})
SET lease.until = datetime().epochMillis + 2000
WITH lease
UNWIND $in.elements AS element
MATCH (record:Unsealed) WHERE elementId(record) = element
REMOVE record:Unsealed, record:AuditRecord
SET record:UnprovenRecord, record.foundAt = $in.at
RETURN count(*) AS apart
`

/** What stands apart, as it was found. */
export const unprovenRecords = cypher<object, { record: StoredRecord }>()`
MATCH (record:UnprovenRecord)
WHERE record.foundAt >= ''
RETURN ${storedRecord} AS record ORDER BY record.foundAt
`

export const unprovenCount = cypher<object, { apart: number }>()`MATCH (record:UnprovenRecord) RETURN count(*) AS apart`

export interface LogState {
  readonly origin: string
  readonly size: number
  readonly note: string | null
  /** The verifier key of who sealed last; who checks pins its own. */
  readonly key: string | null
}

/** The tree's newest state: one log in a database. */
export const logState = cypher<object, LogState>()`
MATCH (log:AuditLog)
WHERE log.origin >= ''
RETURN log.origin AS origin, log.size AS size, log.note AS note, log.key AS key
`

export const beginLog = cypher<{ origin: string }, never>()`
MERGE (log:AuditLog {origin: $in.origin})
ON CREATE SET log.size = 0
`

export const tilesByKey = cypher<{ keys: readonly string[] }, { key: string; hashes: string }>()`
UNWIND $in.keys AS key
MATCH (tile:MerkleTile {key: key})
RETURN key, tile.hashes AS hashes
`

interface Sealed {
  readonly holder: string
  readonly origin: string
  readonly before: number
  readonly size: number
  readonly note: string
  readonly key: string
  readonly records: readonly { id: string; sequence: number; hash: string }[]
  readonly tiles: readonly { key: string; hashes: string }[]
}

/**
 * Seals a batch, by the holder of the lease alone: the lease is locked first, and the log must stand where this sealer
 * left it. Nothing is answered where either is not so. The hint, since a plan made while the tail was empty would read
 * all of a long one for each record.
 */
export const sealRecords = cypher<Sealed, { sealed: number }>()`
MATCH (lease:Lease {name: 'record', holder: $in.holder})
SET lease.until = datetime().epochMillis + 2000
WITH lease
MATCH (log:AuditLog {origin: $in.origin, size: toInteger($in.before)})
SET log.size = toInteger($in.size), log.note = $in.note, log.key = $in.key
FOREACH (row IN $in.tiles | MERGE (tile:MerkleTile {key: row.key}) SET tile.hashes = row.hashes)
WITH log
UNWIND $in.records AS row
MATCH (record:AuditRecord {id: row.id})
USING INDEX record:AuditRecord(id)
WHERE record:Unsealed
SET record.sequence = toInteger(row.sequence), record.hash = row.hash, record.mac = null
REMOVE record:Unsealed
RETURN count(*) AS sealed
`
