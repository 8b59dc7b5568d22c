import { cypher } from '../../kernel/cypher.ts'

interface Ended {
  /** A moment: what ended before it. */
  readonly before: string
  readonly limit: number
}

export interface ErasedContact {
  /** The case, or the notice that the call was about. */
  readonly subject: string
  /** Who reads of it: the maker, and the organization whose own it was. */
  readonly maker: string | null
}

/** Who reported cases that were concluded before. */
export const eraseOldReporters = cypher<Ended, ErasedContact>()`
MATCH (case:AdverseEvent) WHERE case.concludedAt < $in.before
MATCH (contact:ReporterContact {id: case.reporter})
WITH case, contact LIMIT toInteger($in.limit)
DELETE contact
RETURN case.id AS subject, case.maker AS maker
`

/** Who was spoken with in calls that were made before. */
export const eraseOldCallContacts = cypher<Ended, ErasedContact>()`
MATCH (call:PhoneCall) WHERE call.calledAt < $in.before
MATCH (contact:PhoneContact {id: call.contact})
WITH call, contact LIMIT toInteger($in.limit)
MATCH (notice:RecallNotice {id: call.notice})
DELETE contact
RETURN notice.id AS subject, notice.maker AS maker
`
