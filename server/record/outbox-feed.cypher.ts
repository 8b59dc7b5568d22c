import { cypher } from '../kernel/cypher.ts'
import type { FeedMessage } from '../kernel/feed.ts'

/** What was told since a moment. Transactions end in another order than they began, so who reads asks for a while back again. */
export const messagesSince = cypher<{ since: string }, FeedMessage>()`
MATCH (message:OutboxMessage)
WHERE message.at >= $in.since
RETURN message.id AS id, message.at AS at, message.type AS type, message.subject AS subject, message.organization AS organization, message.data AS data
ORDER BY at
`
