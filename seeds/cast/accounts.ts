import { demoPassword } from '../../server/access/demo-accounts.ts'
import { hashPassword } from '../../server/access/password.ts'
import { hashOfSecret } from '../../server/access/provider/adapter.ts'
import { demoAccountsThere, saveDemoClients, saveDemoPeople } from '../../server/features/demo/demo.cypher.ts'
import type { Graph } from '../../server/kernel/graph.ts'
import { stableId } from '../../server/kernel/ids.ts'
import { demoClients, demoPeople } from './people.ts'

/** Makes the demo's people and systems able to sign in, where some of them are not there yet; what an administrator changed stays. */
export const openDemoAccounts = async (graph: Graph): Promise<void> => {
  const [there] = await graph.read(demoAccountsThere, {})
  if (there && there.people >= demoPeople.length && there.clients >= demoClients.length) return
  // One sum for all: the password is no secret.
  const password = await hashPassword(demoPassword)
  const people = demoPeople.map((one) => ({ ...one, id: stableId('usr', `demo ${one.username}`) }))
  const clients = demoClients.map((one) => ({ ...one, id: stableId('cli', one.clientId), secretHash: hashOfSecret(`${one.clientId}-secret`) }))
  const at = new Date().toISOString()
  await graph.write(async (writer) => {
    await writer.run(saveDemoPeople, { people, password, at })
    await writer.run(saveDemoClients, { clients, at })
  })
}
