import { cypher } from '../kernel/cypher.ts'

/** Refusals of minutes that are over. */
export const endedTallies = cypher<{ minute: string; limit: number }, { key: string; row: string }>()`
MATCH (tally:RefusalTally)
WHERE tally.minute < $in.minute
RETURN tally.key AS key, tally.row AS row LIMIT toInteger($in.limit)
`

/** Each becomes one record of its repetitions; who was refused once has its record already. */
export const closeTallies = cypher<{ rows: readonly { key: string; record: object }[] }, never>()`
UNWIND $in.rows AS row
MATCH (tally:RefusalTally {key: row.key})
WITH tally, row, tally.count AS count
DELETE tally
WITH row, count WHERE count > 0
CREATE (record:AuditRecord:Unsealed) SET record = row.record, record.count = count
`

/** Small enough that no request waits behind it. */
export const purgeKeys = cypher<{ before: string; limit: number }, { purged: number }>()`
MATCH (key:IdempotencyKey)
WHERE key.at < $in.before
WITH key LIMIT toInteger($in.limit)
DELETE key
RETURN count(*) AS purged
`
