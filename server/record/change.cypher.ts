import { concatenated, cypher, joinable } from '../kernel/cypher.ts'
import { keepRecords } from './audit.cypher.ts'
import type { RecordRows } from './audit-row.ts'

interface ClaimRow {
  readonly key: string
  readonly hash: string
  readonly at: string
}

/**
 * Claims an idempotency key. The constraint makes a second request with the same key wait until the first has ended:
 * then it finds that one's answer, or, where the first was undone, the key free.
 */
export const claimKey = joinable(cypher<{ rows: readonly ClaimRow[] }, { key: string; hash: string; answer: string | null }>()`
UNWIND $in.rows AS row
MERGE (key:IdempotencyKey {key: row.key})
ON CREATE SET key.hash = row.hash, key.at = row.at
RETURN key.key AS key, key.hash AS hash, key.answer AS answer
`, {
  // In the order of keys, as every node claims them, so that none waits for another in a circle.
  join: (inputs) => ({ rows: concatenated(inputs).rows.toSorted((one, other) => (one.key < other.key ? -1 : 1)) }),
  split: (rows, inputs) => inputs.map((input) => rows.filter(({ key }) => input.rows.some((row) => row.key === key))),
  isTakenBack: true,
})

/** Frees a key of which nothing came. */
export const releaseKey = cypher<{ key: string }, never>()`
MATCH (key:IdempotencyKey {key: $in.key})
WHERE key.answer IS NULL
DELETE key
`

/** The last statement of a change: its answer, its messages and its audit records. */
export const completeChange = joinable(cypher<RecordRows & { answers: readonly { key: string; answer: string }[]; messages: readonly object[] }, never>()`
CALL () {
  UNWIND $in.answers AS row
  MATCH (key:IdempotencyKey {key: row.key})
  SET key.answer = row.answer
}
FOREACH (row IN $in.messages | CREATE (message:OutboxMessage:Undelivered) SET message = row)
${keepRecords}
`, { join: concatenated })
