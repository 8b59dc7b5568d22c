import { cypher } from '../../kernel/cypher.ts'
import { organizationMap } from '../partners/organization.cypher.ts'
import type { DemoStop, DemoViewer } from './demo.type.ts'

/** Both are asked before anybody is signed in, and are empty where the demo is not loaded. */
export const demoPeople = cypher<object, { person: DemoViewer }>()`
MATCH (person:DemoPerson)-[:ACTS_FOR]->(organization:Organization)
RETURN person {.key, .name, .nameZh, .role, organization: ${organizationMap}} AS person
ORDER BY person.place
`

export const demoStops = cypher<object, { stop: DemoStop }>()`
MATCH (stop:DemoStop)
RETURN stop {.code, .viewer, .what, .whatZh, .verdict} AS stop
ORDER BY stop.place
`

export interface DemoCast {
  readonly people: readonly { readonly key: string; readonly name: string; readonly nameZh: string; readonly role: string; readonly organizationCode: string }[]
  readonly stops: readonly { readonly code: string; readonly viewer: string; readonly what: string; readonly whatZh: string; readonly verdict: string }[]
}

export const saveDemoPeople = cypher<DemoCast, object>()`
UNWIND range(0, size($in.people) - 1) AS place
WITH place, $in.people[place] AS said
MATCH (organization:Organization {code: said.organizationCode})
MERGE (person:DemoPerson {key: said.key})
SET person += {place: place, name: said.name, nameZh: said.nameZh, role: said.role}
MERGE (person)-[:ACTS_FOR]->(organization)
`

export const saveDemoStops = cypher<DemoCast, object>()`
UNWIND range(0, size($in.stops) - 1) AS place
WITH place, $in.stops[place] AS said
MERGE (stop:DemoStop {place: place})
SET stop += said
`
