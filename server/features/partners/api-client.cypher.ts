import { cypher, part } from '../../kernel/cypher.ts'

export interface ApiClientRow {
  readonly id: string
  readonly clientId: string
  readonly name: string
  readonly roles: readonly string[]
  readonly authentication: string
  readonly certificateSubject: string | null
  readonly active: boolean
  readonly createdAt: string | null
  readonly lastUsedAt: string | null
  readonly rotatedAt: string | null
}

/** What a system proves itself by; of a secret only its sum. */
export interface ClientProof {
  readonly authentication: 'client_secret_basic' | 'private_key_jwt' | 'tls_client_auth'
  readonly secretHash: string | null
  readonly jwks: string | null
  readonly certificateSubject: string | null
}

const clientMap = part`client {.id, .clientId, .name, .roles, .authentication, .certificateSubject, .active, .createdAt, .lastUsedAt, .rotatedAt}`

/** Found by id, and then only where it acts for the viewer's own organization. */
const ownClient = part`(client:ApiClient {id: $in.id})-[:ACTS_FOR]->(:Organization {id: $viewer.organization})`

export const ownClients = cypher<{ after: string; limit: number }, { place: string; client: ApiClientRow }>()`
MATCH (:Organization {id: $viewer.organization})<-[:ACTS_FOR]-(client:ApiClient)
WITH client, client.name + '|' + client.id AS place
WHERE place > $in.after
WITH client, place ORDER BY place LIMIT toInteger($in.limit)
RETURN place, ${clientMap} AS client ORDER BY place
`

export const ownClientsCount = cypher<object, { total: number }>()`
MATCH (organization:Organization {id: $viewer.organization})
RETURN COUNT { (organization)<-[:ACTS_FOR]-(:ApiClient) } AS total
`

export const ownClientById = cypher<{ id: string }, { client: ApiClientRow; jwks: string | null }>()`
MATCH ${ownClient}
RETURN ${clientMap} AS client, client.jwks AS jwks
`

export const createApiClient = cypher<{ client: object; proof: ClientProof }, { client: ApiClientRow }>()`
MATCH (organization:Organization {id: $viewer.organization})
CREATE (client:ApiClient)-[:ACTS_FOR]->(organization)
SET client = $in.client, client += $in.proof
RETURN ${clientMap} AS client
`

/** The proof before it is forgotten, and so is every token that it gave (access/actor.ts). */
export const rotateProof = cypher<{ id: string; proof: ClientProof; at: string }, { client: ApiClientRow }>()`
MATCH ${ownClient}
SET client += $in.proof, client.rotatedAt = $in.at
RETURN ${clientMap} AS client
`

export const updateApiClient = cypher<{ id: string; roles: readonly string[]; active: boolean }, { client: ApiClientRow }>()`
MATCH ${ownClient}
SET client.roles = $in.roles, client.active = $in.active
RETURN ${clientMap} AS client
`
