import { cypher, part } from '../../kernel/cypher.ts'

export interface MessageRow {
  readonly id: string
  readonly at: string
  readonly type: string
  readonly subject: string
  /** JSON. */
  readonly data: string
  readonly read: boolean
}

interface Shown {
  /** Those of the viewer's roles (message-types.ts). */
  readonly types: readonly string[]
  /** What is older is no longer shown. */
  readonly since: string
}

const read = part`(message.at <= coalesce(head(COLLECT { MATCH (state:ReadState {person: $viewer.person}) RETURN state.until }), '') OR EXISTS { (:ReadMark {key: $viewer.person + '|' + message.id}) })`

const own = part`message.organization = $viewer.organization AND message.at > $in.since AND message.type IN $in.types`

const messageMap = part`message {.id, .at, .type, .subject, .data, read: ${read}}`

/** The newest first. The index gives the order of their times, so a page stops when it is full. */
export const ownMessages = cypher<Shown & { unread: boolean; after: string; limit: number }, { place: string; message: MessageRow }>()`
MATCH (message:OutboxMessage)
WHERE ${own} AND message.at <= CASE $in.after WHEN '' THEN '~' ELSE left($in.after, 24) END AND message.at + '|' + message.id < CASE $in.after WHEN '' THEN '~' ELSE $in.after END
  AND (NOT $in.unread OR NOT ${read})
WITH message ORDER BY message.at DESC, message.id DESC LIMIT toInteger($in.limit)
RETURN message.at + '|' + message.id AS place, ${messageMap} AS message ORDER BY place DESC
`

export const ownMessageCount = cypher<Shown & { unread: boolean }, { total: number }>()`
MATCH (message:OutboxMessage)
WHERE ${own} AND (NOT $in.unread OR NOT ${read})
RETURN count(*) AS total
`

/** For what comes live: still the viewer's organization's, and of its work. */
export const messagesById = cypher<Shown & { ids: readonly string[] }, { message: MessageRow }>()`
UNWIND $in.ids AS id
MATCH (message:OutboxMessage {id: id})
WHERE ${own}
RETURN ${messageMap} AS message
`

/** Of those that are the viewer's organization's. */
export const markRead = cypher<{ ids: readonly string[]; at: string }, { id: string }>()`
UNWIND $in.ids AS id
MATCH (message:OutboxMessage {id: id})
WHERE message.organization = $viewer.organization
MERGE (mark:ReadMark {key: $viewer.person + '|' + message.id})
ON CREATE SET mark.message = message.id, mark.at = $in.at
RETURN DISTINCT message.id AS id
`

export const markAllRead = cypher<{ at: string }, never>()`
MERGE (state:ReadState {person: $viewer.person})
SET state.until = $in.at, state.organization = $viewer.organization
`

export const mailPreference = cypher<object, { mail: boolean }>()`
MATCH (person:Person {id: $viewer.person})
WHERE person.email IS NOT NULL
RETURN NOT coalesce(person.mailOff, false) AS mail
`

export const setMailPreference = cypher<{ off: boolean }, { before: boolean }>()`
MATCH (person:Person {id: $viewer.person})
WHERE person.email IS NOT NULL
WITH person, coalesce(person.mailOff, false) AS before
SET person.mailOff = $in.off
RETURN before
`
