import { cypher } from '../kernel/cypher.ts'

/** What ended: a session (its tokens with it), or what is known of a person, client or organization, to be read anew. */
export type RevokedKind = 'SESSION' | 'PERSON' | 'CLIENT' | 'ORGANIZATION'

export interface Revoked {
  readonly id: string
  readonly kind: RevokedKind
  /** The session's uid, the person's or organization's id, the client's name. */
  readonly of: string
}

/** The moment is the database's, so that the nodes' clocks do not matter; milliseconds. Part of the transaction that it goes with. */
export const revoke = cypher<{ id: string; kind: RevokedKind; of: string }, never>()`
CREATE (:Revocation {id: $in.id, kind: $in.kind, of: $in.of, at: timestamp()})
`

/** All of the last minutes: a row may become visible later than one with a later moment. */
export const recentRevocations = cypher<{ span: number }, Revoked>()`
MATCH (revocation:Revocation) WHERE revocation.at > timestamp() - $in.span
RETURN revocation.id AS id, revocation.kind AS kind, revocation.of AS of
`

export const removeOldRevocations = cypher<{ span: number }, never>()`
MATCH (revocation:Revocation) WHERE revocation.at < timestamp() - $in.span
DELETE revocation
`
