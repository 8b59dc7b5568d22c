import { cypher } from '../../kernel/cypher.ts'
import { keepRecords } from '../../record/audit.cypher.ts'
import type { RecordRows } from '../../record/audit-row.ts'

/** What the hub itself tells, with its record: the last statement of a transaction that no person asked for. */
export const tellOfHub = cypher<RecordRows & { messages: readonly object[] }, never>()`
FOREACH (row IN $in.messages | CREATE (message:OutboxMessage:Undelivered) SET message = row)
${keepRecords}
`
