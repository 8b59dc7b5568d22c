import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { cypher } from '../../server/kernel/cypher.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'
import { type HubClock, openHubClock } from './hub-clock.ts'
import { openSocket, type TestSocket } from './socket-kit.ts'

const removeClients = cypher<object, never>()`MATCH (client:ApiClient) WHERE client.name STARTS WITH 'revoked ' DETACH DELETE client`

let clock: HubClock
/** Two nodes of one hub. */
let nodes: TestHub[]
beforeAll(async () => {
  clock = openHubClock()
  const hub = await openHubOn(inject('database'), inject('dataFolder'), { watchSignIn: clock.watch })
  nodes = [hub, await openHubOn(inject('database'), inject('dataFolder'), { watchSignIn: clock.watch, publicUrl: hub.url })]
})
afterAll(async () => {
  clock.stop()
  const graph = openGraph(inject('database'))
  await graph.write((writer) => writer.run(removeClients, {}))
  await Promise.all([graph.close(), ...nodes.map((node) => node.stop())])
})

const say = async (mutation: string, input: object): Promise<{ client: { id: string; clientId: string }; secret?: string }> => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ... on ${mutation === 'createClient' ? 'ClientProofSaved { secret' : 'ClientSaved {'} client { id clientId } } ... on UserError { code } } }`
  const { data } = await nodes[0]!.ask<Record<string, never>>('hospital-admin:CJUH', query, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  return Object.values(data ?? {})[0]!
}

const tokenBy = async (clientId: string, secret: string): Promise<string> => {
  const response = await fetch(`${nodes[0]!.url}/oidc/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }) })
  return `Bearer ${((await response.json()) as { access_token: string }).access_token}`
}
const status = async (node: TestHub, authorization: string): Promise<number> =>
  (await fetch(`${node.url}/graphql`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: '{"query":"{ viewer { id } }"}' })).status
const listen = async (node: TestHub, authorization: string): Promise<TestSocket> => {
  const socket = await openSocket(node.url)
  socket.send({ type: 'connection_init', payload: { authorization } })
  expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
  socket.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { findingRaised { id } }' } })
  return socket
}
const refusedAt = async (node: TestHub, authorization: string): Promise<number> => {
  while (await status(node, authorization) !== 401) await wait(20)
  return clock.seconds()
}
const closedAt = async (socket: TestSocket): Promise<number> => {
  expect(await socket.closed()).toBe(4403)
  return clock.seconds()
}

it('whoever is shut out is refused by every node within two seconds, and its open sockets end', async () => {
  const { client, secret = '' } = await say('createClient', { name: 'revoked HIS', roles: ['HOSPITAL_USER'] })
  const authorization = await tokenBy(client.clientId, secret)
  for (const node of nodes) expect(await status(node, authorization)).toBe(200)
  const sockets = await Promise.all(nodes.map((node) => listen(node, authorization)))
  await say('changeClient', { client: client.id, roles: ['HOSPITAL_USER'], active: false, reason: 'lost' })
  clock.start()
  const seconds = await Promise.all([...nodes.map((node) => refusedAt(node, authorization)), ...sockets.map(closedAt)])
  expect(seconds).toHaveLength(4)
  for (const one of seconds) expect(one).toBeLessThanOrEqual(2)
  // A clock that stood still would have measured nothing.
  await expect.poll(() => clock.waiting()).toBe(0)
})
