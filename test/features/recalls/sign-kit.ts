import { hashPassword } from '../../../server/access/password.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Address, openGraph } from '../../../server/kernel/graph.ts'
import type { TestHub } from '../../testkit/hub.ts'

const enrol = cypher<{ person: string; password: string }, { person: string }>()`
MERGE (person:Person {id: $in.person})
ON CREATE SET person.username = $in.person, person.active = true, person.roles = []
MERGE (person)-[:SIGNS_IN_BY]->(credential:Credential {person: $in.person})
SET credential.password = $in.password, credential.totpSecret = null
SET person:DemoPerson
RETURN person.id AS person
`

/** What everybody whom `canSign` enrolled signs with. */
export const signature = { password: 'correct horse battery staple', meaning: 'I approve this.' }

/** Gives demo people a password, so that they can sign. */
export const canSign = async (database: Address, hub: TestHub, ...viewers: readonly string[]): Promise<void> => {
  const graph = openGraph(database)
  const password = await hashPassword(signature.password)
  for (const viewer of viewers) {
    const { data } = await hub.ask<{ viewer: { id: string } }>(viewer, '{ viewer { id } }')
    await graph.write((writer) => writer.run(enrol, { person: data!.viewer.id, password }))
  }
  await graph.close()
}

let keys = 0

/** A key that no other request of this process has. */
export const newKey = (): string => `test-${process.pid}-${(keys += 1)}`
