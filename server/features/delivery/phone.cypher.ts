import { cypher, part } from '../../kernel/cypher.ts'
import { noticeMap, type NoticeRow, recipientNamed } from '../recalls/notice.cypher.ts'
import type { PhoneCall } from './phone.type.ts'

const makers = part`$viewer.internal AND notice.maker = $viewer.organization`

const callMap = part`call {.id, .notice, .calledAt, .said, .reached, spokeWith: head(COLLECT { MATCH (contact:PhoneContact {id: call.contact}) RETURN contact.name }), caller: head(COLLECT { MATCH (actor:Actor {id: call.by}) RETURN actor.name })}`

export const addCall = cypher<{ notice: string; call: object; contact: object }, { id: string }>()`
MATCH (notice:RecallNotice {id: $in.notice})
WHERE ${makers}
CREATE (call:PhoneCall), (contact:PhoneContact)
SET call = $in.call, contact = $in.contact, notice.phoneDoneAt = CASE WHEN call.reached THEN call.calledAt ELSE notice.phoneDoneAt END
RETURN call.id AS id
`

/** @returns whether a name was there to erase */
export const eraseContact = cypher<{ call: string }, { notice: string; erased: number }>()`
MATCH (call:PhoneCall {id: $in.call})
MATCH (notice:RecallNotice {id: call.notice})
WHERE ${makers}
OPTIONAL MATCH (contact:PhoneContact {id: call.contact})
WITH notice, contact, count(contact) AS erased
DELETE contact
RETURN notice.id AS notice, erased
`

/** Calls by id, for the maker. */
export const callsById = cypher<{ ids: readonly string[] }, { id: string; call: PhoneCall }>()`
UNWIND $in.ids AS id
MATCH (call:PhoneCall {id: id})
MATCH (notice:RecallNotice {id: call.notice})
WHERE ${makers}
RETURN id, ${callMap} AS call
`

/** Notices that are or were to be telephoned about, the open ones first: all of them, for each is somebody to telephone. */
export const phoneNotices = cypher<{ ids: readonly string[] }, { recall: string; notices: NoticeRow[] }>()`
UNWIND $in.ids AS id
RETURN id AS recall, COLLECT {
  MATCH (notice:RecallNotice)
  WHERE notice.recall = id AND notice.place > '' AND ${makers} AND (notice.phoneTaskAt IS NOT NULL OR EXISTS { (:PhoneCall {notice: notice.id}) })
  RETURN ${noticeMap} ORDER BY notice.phoneDoneAt IS NOT NULL, notice.place
} AS notices
`

export interface PhoneFacts {
  readonly notice: string
  /** Null where it is no task, or none any more. */
  readonly since: string | null
  /** The recipient's number, where the maker may know who it is. */
  readonly phone: string | null
  readonly calls: PhoneCall[]
}

export const phoneFactsOf = cypher<{ ids: readonly string[] }, PhoneFacts>()`
UNWIND $in.ids AS id
MATCH (notice:RecallNotice {id: id})
WHERE ${makers}
OPTIONAL MATCH (organization:Organization {id: notice.organization}) WHERE ${recipientNamed}
RETURN id AS notice, organization.phone AS phone, CASE WHEN notice.phoneDoneAt IS NULL AND notice.completedAt IS NULL THEN notice.phoneTaskAt END AS since,
  COLLECT { MATCH (call:PhoneCall {notice: id}) RETURN ${callMap} ORDER BY call.calledAt DESC } AS calls
`
