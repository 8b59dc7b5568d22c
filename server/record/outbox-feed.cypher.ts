import { cypher } from '../kernel/cypher.ts'

export interface OutboxRow {
  readonly id: string
  readonly at: string
  readonly type: string
  readonly subject: string
  readonly organization: string
  readonly data: string
}

/** What was told since a moment. Transactions end in another order than they began, so who reads asks for a while back again. */
export const messagesSince = cypher<{ since: string }, OutboxRow>()`
MATCH (message:OutboxMessage)
WHERE message.at >= $in.since
RETURN message.id AS id, message.at AS at, message.type AS type, message.subject AS subject, message.organization AS organization, message.data AS data
ORDER BY at
`
