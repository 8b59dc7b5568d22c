import { cypher } from '../../kernel/cypher.ts'

/** How a partner's system proves itself at the token endpoint. */
export interface ClientRow {
  readonly clientId: string
  readonly name: string
  readonly authentication: 'client_secret_basic' | 'private_key_jwt' | 'tls_client_auth'
  /** SHA-256 of the secret, which is random and long, base64url. */
  readonly secretHash: string | null
  /** JSON Web Key Set, as text. */
  readonly jwks: string | null
  /** Subject of its certificate, RFC 4514. */
  readonly certificateSubject: string | null
}

export const activeClient = cypher<{ clientId: string }, ClientRow>()`
MATCH (client:ApiClient {clientId: $in.clientId}) WHERE client.active
RETURN client.clientId AS clientId, client.name AS name, client.authentication AS authentication, client.secretHash AS secretHash,
  client.jwks AS jwks, client.certificateSubject AS certificateSubject
`

/** So that an admin sees which clients nobody uses any more. */
export const noteClientUse = cypher<{ clientId: string; at: string }, { id: string; organization: string; authentication: ClientRow['authentication'] }>()`
MATCH (client:ApiClient {clientId: $in.clientId})-[:ACTS_FOR]->(organization:Organization)
SET client.lastUsedAt = $in.at
RETURN client.id AS id, organization.id AS organization, client.authentication AS authentication
`

/** Whose a system is that did not prove itself. */
export const clientTried = cypher<{ clientId: string }, { id: string; organization: string; active: boolean }>()`
MATCH (client:ApiClient {clientId: $in.clientId})-[:ACTS_FOR]->(organization:Organization)
RETURN client.id AS id, organization.id AS organization, client.active AS active
`

/** When and from where a session was seen: written as it gets a token, every five minutes at most. */
export const noteSessionUse = cypher<{ uid: string; at: string; address: string | null; agent: string | null }, never>()`
MATCH (record:ProviderRecord {uid: $in.uid}) WHERE record.model = 'Session'
SET record.seenAt = $in.at, record.address = $in.address, record.agent = $in.agent, record.since = coalesce(record.since, $in.at)
`
