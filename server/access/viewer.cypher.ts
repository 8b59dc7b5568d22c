import { cypher, part } from '../kernel/cypher.ts'

/** Somebody who may ask, and for whom. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly nameZh: string | null
  readonly locale: string | null
  readonly roles: readonly string[]
  readonly organization: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly organizationNameZh: string | null
  readonly kinds: readonly string[]
  /** Its organization no longer works with the hub. */
  readonly suspended: boolean
  /** The company's provider at which the person signs in; null of the hub's own people. */
  readonly provider: string | null
  /** Of a client: when its secret or keys were last replaced. */
  readonly rotatedAt: string | null
}

const organization = part`organization.id AS organization, organization.code AS organizationCode, organization.name AS organizationName, organization.nameZh AS organizationNameZh, organization.kinds AS kinds, organization.suspendedAt IS NOT NULL AS suspended`

export const actorOfPerson = cypher<{ key: string }, Actor>()`
MATCH (person:Person {id: $in.key})-[:WORKS_FOR]->(organization:Organization)
WHERE person.active
RETURN person.id AS id, person.name AS name, person.nameZh AS nameZh, person.locale AS locale, person.roles AS roles, person.provider AS provider, null AS rotatedAt, ${organization}
`

export const actorOfClient = cypher<{ key: string }, Actor>()`
MATCH (client:ApiClient {clientId: $in.key})-[:ACTS_FOR]->(organization:Organization)
WHERE client.active AND organization.suspendedAt IS NULL
RETURN client.id AS id, client.name AS name, null AS nameZh, null AS locale, client.roles AS roles, null AS provider, client.rotatedAt AS rotatedAt, ${organization}
`

/** When the company's provider last told other roles or another organization of the person: seconds of its clock. */
interface ClaimsSince { readonly claimsSince: number | null }

/** Of a company's own provider: the organization by hub code or id. Whom the hub's own admins shut out is shut out here too. */
export const organizationOfClaim = cypher<{ claim: string; person: string }, Omit<Actor, 'id' | 'name' | 'nameZh' | 'locale' | 'roles' | 'provider' | 'rotatedAt'> & ClaimsSince>()`
OPTIONAL MATCH (byCode:Organization {code: $in.claim})
OPTIONAL MATCH (byId:Organization {id: $in.claim})
WITH coalesce(byCode, byId) AS organization
OPTIONAL MATCH (person:Person {id: $in.person})
WITH organization, person WHERE organization IS NOT NULL AND coalesce(person.active, true)
RETURN person.claimsSince AS claimsSince, ${organization}
`
