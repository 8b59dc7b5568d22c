import { cypher } from '../kernel/cypher.ts'

/** All of the demo sign in with it; shown on the sign-in page, on loopback alone. */
export const demoPassword = 'devicetrail-demo'

export interface DemoAccountRow {
  readonly username: string
  readonly name: string
  readonly nameZh: string
  readonly organization: string
  readonly organizationZh: string
}

export const demoAccounts = cypher<object, DemoAccountRow>()`
MATCH (person:DemoPerson)-[:WORKS_FOR]->(organization:Organization) WHERE person.place >= 0 AND person.active
RETURN person.username AS username, person.name AS name, person.nameZh AS nameZh, organization.name AS organization, organization.nameZh AS organizationZh
ORDER BY person.place
`

/** Whether there is anybody or anything whose password the world knows. */
export const demoSignIns = cypher<object, { some: boolean }>()`
RETURN EXISTS { MATCH (person:DemoPerson) WHERE person.place >= 0 AND person.active } OR EXISTS { MATCH (client:ApiClient) WHERE client.demo = true AND client.active } AS some
`
