import { cypher, part } from '../../kernel/cypher.ts'
import type { OpenNotice } from './escalation.rules.ts'

export interface RemindedNotice extends OpenNotice {
  readonly id: string
  readonly organization: string
  readonly maker: string
  readonly recall: string
  readonly reference: string
  readonly title: string
  readonly titleZh: string | null
}

/** When its recipient was last told of devices. */
const toldAt = part`coalesce(head(COLLECT {
  MATCH (told:OutboxMessage {subject: notice.id})
  WHERE told.organization = notice.organization AND told.type IN ['recall.notice.issued', 'recall.notice.extended']
  RETURN told.at ORDER BY told.at DESC LIMIT 1
}), notice.issuedAt)`

/**
 * Notices of running recalls that are not answered completely, and of class I also those that ask for no answer: who
 * passed a device on has to know. A lot's supplier is told for information. Drills remind nobody.
 */
export const openNotices = cypher<object, { notice: RemindedNotice }>()`
MATCH (recall:Recall {status: 'ONGOING'})
WHERE NOT coalesce(recall.drill, false)
MATCH (recall)-[:ISSUED]->(notice:RecallNotice)
WHERE notice.completedAt IS NULL AND (notice.outstandingCount > 0 OR recall.classification = 'I' AND any(role IN notice.roles WHERE role <> 'ORIGIN'))
RETURN notice {.id, .organization, .maker, .issuedAt, .respondBy, .escalatedAt, .phoneTaskAt, reminders: coalesce(notice.reminders, 0),
  toAnswer: notice.outstandingCount > 0, toldAt: CASE recall.classification WHEN 'I' THEN ${toldAt} ELSE notice.issuedAt END,
  recall: recall.id, reference: recall.reference, title: recall.title, titleZh: recall.titleZh, classification: recall.classification} AS notice
`

/**
 * Some sign that a person or system of the recipient has it, since it was last told of devices: acknowledged or
 * answered, read by somebody, taken by an endpoint or a mail server. A mail that was but written to a file is none, nor
 * is it that somebody marked everything read.
 */
const reached = part`(any(sign IN [notice.acknowledgedAt, notice.respondedAt, notice.phoneDoneAt] WHERE coalesce(sign, '') >= toldAt) OR EXISTS {
  MATCH (message:OutboxMessage {subject: notice.id}) WHERE message.organization = notice.organization AND message.at >= toldAt
  WITH message WHERE EXISTS { MATCH (delivery:Delivery {message: message.id}) WHERE delivery.state = 'DELIVERED' } OR EXISTS { (:ReadMark {message: message.id}) }
  RETURN message
})`

/** Each only where nobody was quicker: two nodes remind once. Answers which were done. */
export const markReminded = cypher<{ rows: readonly { id: string; reminders: number }[] }, { id: string }>()`
UNWIND $in.rows AS row
MATCH (notice:RecallNotice {id: row.id})
SET notice.asked = row.reminders
WITH notice, row WHERE coalesce(notice.reminders, 0) < row.reminders AND notice.completedAt IS NULL
SET notice.reminders = toInteger(row.reminders)
RETURN notice.id AS id
`

export const markEscalated = cypher<{ ids: readonly string[]; at: string }, { id: string }>()`
UNWIND $in.ids AS id
MATCH (notice:RecallNotice {id: id})
SET notice.asked = $in.at
WITH notice WHERE notice.escalatedAt IS NULL AND notice.completedAt IS NULL
SET notice.escalatedAt = $in.at
RETURN notice.id AS id
`

export const markToPhone = cypher<{ ids: readonly string[]; at: string }, { id: string }>()`
UNWIND $in.ids AS id
MATCH (notice:RecallNotice {id: id})
SET notice.asked = $in.at
WITH notice, ${toldAt} AS toldAt
WHERE coalesce(notice.phoneTaskAt, '') < toldAt AND notice.completedAt IS NULL AND NOT ${reached}
SET notice.phoneTaskAt = $in.at, notice.phoneDoneAt = null
RETURN notice.id AS id
`
