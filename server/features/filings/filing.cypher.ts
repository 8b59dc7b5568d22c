import { cypher } from '../../kernel/cypher.ts'

/** A filing as it is kept: its report as text, so that its sum can be made again. Never changed. */
export interface StoredFiling {
  readonly id: string
  readonly subject: string
  readonly form: string
  readonly authority: string
  readonly filedOn: string
  readonly number: string
  readonly recordedAt: string
  readonly sha256: string
  readonly content: string
  readonly organization: string
  readonly by: string
}

export const createFiling = cypher<{ row: StoredFiling }, never>()`
CREATE (filing:Filing)
SET filing = $in.row
`

/** What the viewer's own organization filed about a thing, the newest first. */
export const filingsOf = cypher<{ subject: string }, { filing: StoredFiling }>()`
MATCH (filing:Filing {subject: $in.subject, organization: $viewer.organization})
RETURN filing {.id, .subject, .form, .authority, .filedOn, .number, .recordedAt, .sha256, .content, .organization, .by} AS filing
ORDER BY filing.filedOn DESC, filing.id
`
