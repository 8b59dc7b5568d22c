import { cypher } from '../kernel/cypher.ts'
import { keepRecords } from './audit.cypher.ts'
import type { RecordRows } from './audit-row.ts'

/**
 * Claims an idempotency key. The constraint makes a second request with the same key wait until the first has ended:
 * then it finds that one's answer, or, where the first was undone, the key free.
 */
export const claimKey = cypher<{ key: string; hash: string; at: string }, { hash: string; answer: string | null }>()`
MERGE (key:IdempotencyKey {key: $in.key})
ON CREATE SET key.hash = $in.hash, key.at = $in.at
RETURN key.hash AS hash, key.answer AS answer
`

/** The last statement of a change: its answer, its messages and its audit records. */
export const completeChange = cypher<RecordRows & { key: string; answer: string; messages: readonly object[] }, never>()`
MATCH (key:IdempotencyKey {key: $in.key})
SET key.answer = $in.answer
FOREACH (row IN $in.messages | CREATE (message:OutboxMessage:Undelivered) SET message = row)
${keepRecords}
`
