import { cypher } from '../kernel/cypher.ts'

/** Takes the refusals of minutes that are over, each with the record of its first and how often it came again. */
export const takeTallies = cypher<{ minute: string; limit: number }, { row: string; count: number }>()`
MATCH (tally:RefusalTally)
WHERE tally.minute < $in.minute
WITH tally LIMIT toInteger($in.limit)
WITH tally, tally.row AS row, tally.count AS count
DELETE tally
RETURN row, count
`

/** Small enough that no request waits behind it. */
export const purgeKeys = cypher<{ before: string; limit: number }, { purged: number }>()`
MATCH (key:IdempotencyKey)
WHERE key.at < $in.before
WITH key LIMIT toInteger($in.limit)
DELETE key
RETURN count(*) AS purged
`
