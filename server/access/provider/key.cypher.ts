import { cypher } from '../../kernel/cypher.ts'

export interface StoredKey {
  readonly kid: string
  /** The private JSON Web Key, as text, sealed (access/secrets.ts). */
  readonly jwk: string
  /** Signs the provider's cookies; sealed. */
  readonly cookieSecret: string
  /** ISO 8601. */
  readonly createdAt: string
}

/** Newest first: that one signs, the others still verify. */
export const signingKeys = cypher<object, StoredKey>()`
MATCH (key:SigningKey) WHERE key.createdAt > ''
RETURN key.kid AS kid, key.jwk AS jwk, key.cookieSecret AS cookieSecret, key.createdAt AS createdAt
ORDER BY key.createdAt DESC
`

/** Kids alone: what every node asks each second. */
export const signingKids = cypher<object, { kids: readonly string[] }>()`
MATCH (key:SigningKey) WHERE key.createdAt > ''
RETURN collect(key.kid) AS kids
`

export const addSigningKey = cypher<StoredKey, never>()`CREATE (key:SigningKey) SET key = $in`

/** Two nodes that start at once on an empty graph make one key: the second finds the first's. */
export const addFirstSigningKey = cypher<StoredKey, never>()`
MERGE (turn:SigningKey {kid: 'first'})
SET turn.taken = true
WITH turn WHERE NOT EXISTS { MATCH (key:SigningKey) WHERE key.createdAt > '' }
CREATE (key:SigningKey) SET key = $in
`

export const sealSigningKey = cypher<Pick<StoredKey, 'kid' | 'jwk' | 'cookieSecret'>, never>()`
MATCH (key:SigningKey {kid: $in.kid})
SET key.jwk = $in.jwk, key.cookieSecret = $in.cookieSecret
`

export const removeSigningKeys = cypher<{ before: string }, never>()`
MATCH (key:SigningKey) WHERE key.createdAt < $in.before
WITH key WHERE EXISTS { MATCH (newer:SigningKey) WHERE newer.createdAt > $in.before }
DELETE key
`
