import { cypher } from '../../kernel/cypher.ts'
import { organizationMap } from '../partners/organization.cypher.ts'
import type { DemoStop, DemoViewer } from './demo.type.ts'

/** Both are empty where the demo is not loaded. */
export const demoPeople = cypher<object, { person: DemoViewer }>()`
MATCH (person:DemoPerson)-[:WORKS_FOR]->(organization:Organization)
RETURN person {.key, .username, .name, .nameZh, .roles, organization: ${organizationMap}} AS person
ORDER BY person.place
`

export const demoStops = cypher<object, { stop: DemoStop }>()`
MATCH (stop:DemoStop)
RETURN stop {.code, .viewer, .what, .whatZh, .verdict} AS stop
ORDER BY stop.place
`

export interface DemoStops {
  readonly stops: readonly { readonly code: string; readonly viewer: string; readonly what: string; readonly whatZh: string; readonly verdict: string }[]
}

interface Acting {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly organizationCode: string
}

export interface DemoPeople {
  readonly people: readonly (Acting & { readonly key: string; readonly username: string; readonly nameZh: string })[]
  /** PHC string. */
  readonly password: string
  readonly at: string
}

export const demoAccountsThere = cypher<object, { people: number; clients: number }>()`
RETURN COUNT { MATCH (person:DemoPerson) WHERE person.username > '' } AS people, COUNT { MATCH (client:ApiClient) WHERE client.demo = true } AS clients
`

export const saveDemoPeople = cypher<DemoPeople, never>()`
UNWIND range(0, size($in.people) - 1) AS place
WITH place, $in.people[place] AS said
MATCH (organization:Organization {code: said.organizationCode})
MERGE (person:DemoPerson {key: said.key})
SET person:Person, person += said {.id, .username, .name, .nameZh, .roles}, person.place = place, person.locale = 'zh-CN', person.active = coalesce(person.active, true), person.createdAt = coalesce(person.createdAt, $in.at)
MERGE (person)-[:WORKS_FOR]->(organization)
MERGE (credential:Credential {person: said.id})
ON CREATE SET credential.password = $in.password
MERGE (person)-[:SIGNS_IN_BY]->(credential)
`

export const saveDemoClients = cypher<{ clients: readonly (Acting & { readonly clientId: string; readonly secretHash: string })[]; at: string }, never>()`
UNWIND $in.clients AS said
MATCH (organization:Organization {code: said.organizationCode})
MERGE (client:ApiClient {clientId: said.clientId})
ON CREATE SET client += said {.id, .name, .roles, .secretHash}, client.authentication = 'client_secret_basic', client.active = true, client.demo = true, client.createdAt = $in.at
MERGE (client)-[:ACTS_FOR]->(organization)
`

export const saveDemoStops = cypher<DemoStops, object>()`
UNWIND range(0, size($in.stops) - 1) AS place
WITH place, $in.stops[place] AS said
MERGE (stop:DemoStop {place: place})
SET stop += said
`
