import { cypher } from '../../kernel/cypher.ts'

export interface SessionRow {
  readonly id: string
  readonly since: string | null
  readonly seenAt: string | null
  readonly address: string | null
  readonly agent: string | null
}

/** The viewer's own sign-ins, the last seen first. */
export const ownSessions = cypher<{ now: number }, { session: SessionRow }>()`
MATCH (record:ProviderRecord {person: $viewer.person}) WHERE record.model = 'Session' AND record.expiresAt > $in.now AND record.seenAt IS NOT NULL
RETURN record {id: record.uid, .since, .seenAt, .address, .agent} AS session
ORDER BY record.seenAt DESC LIMIT 100
`

/** One of the viewer's own sign-ins ends: the provider no longer knows it. */
export const removeOwnSession = cypher<{ session: string }, { ended: string }>()`
MATCH (record:ProviderRecord {uid: $in.session}) WHERE record.model = 'Session' AND record.person = $viewer.person
WITH record, record.uid AS ended
DELETE record
RETURN ended
`
