import { cypher } from '../kernel/cypher.ts'

/**
 * Claims an idempotency key. The constraint makes a second request with the same key wait until the first has ended:
 * then it finds that one's answer, or, where the first was undone, the key free.
 */
export const claimKey = cypher<{ key: string; hash: string; at: string }, { hash: string; answer: string | null }>()`
MERGE (key:IdempotencyKey {key: $in.key})
ON CREATE SET key.hash = $in.hash, key.at = $in.at
RETURN key.hash AS hash, key.answer AS answer
`

/** The last statement of a change: its answer, its audit records and its messages. */
export const completeChange = cypher<{ key: string; answer: string; records: readonly object[]; messages: readonly object[] }, never>()`
MATCH (key:IdempotencyKey {key: $in.key})
SET key.answer = $in.answer
FOREACH (row IN $in.records | CREATE (record:AuditRecord:Unsealed) SET record = row)
FOREACH (row IN $in.messages | CREATE (message:OutboxMessage:Undelivered) SET message = row)
`
