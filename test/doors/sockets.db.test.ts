import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revokeIn } from '../../server/access/revocations.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { newId } from '../../server/kernel/ids.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'
import { canSign, newKey, signature } from '../features/recalls/sign-kit.ts'
import { openSocket, type TestSocket } from './socket-kit.ts'

const operation = (name: string): string => readFileSync(new URL(`../contract/operations/${name}.graphql`, import.meta.url), 'utf8')
const issued = operation('recall-notice-issued')

let database: TestDatabase
let hub: TestHub
let otherNode: TestHub
beforeAll(async () => {
  database = await openDemoDatabase()
  hub = await openTestHub(database, database.dataFolder)
  otherNode = await openTestHub(database, database.dataFolder)
  await canSign(database, hub, 'quality')
})
afterAll(async () => {
  await otherNode.stop()
  await hub.stop()
  await database.stop()
})

const connect = async (viewer: string, node: TestHub = hub): Promise<TestSocket> => {
  const socket = await openSocket(node.url)
  socket.send({ type: 'connection_init', payload: { authorization: (await node.headers(viewer))['authorization'] } })
  expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
  return socket
}
const listen = async (viewer: string, node: TestHub = hub): Promise<TestSocket> => {
  const socket = await connect(viewer, node)
  socket.send({ id: '1', type: 'subscribe', payload: { query: issued } })
  return socket
}

describe('a socket is closed with', () => {
  it('4400 for what is no message', async () => {
    const socket = await openSocket(hub.url)
    socket.send('hello')
    expect(await socket.closed()).toBe(4400)
  })

  it('4401 for a subscription before anybody is known', async () => {
    const socket = await openSocket(hub.url)
    socket.send({ id: '1', type: 'subscribe', payload: { query: issued } })
    expect(await socket.closed()).toBe(4401)
  })

  it.each([['no token', undefined], ['a token that nobody signed', 'Bearer eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJpc3MiOiJodHRwczovL3Rlc3RraXQuZXhhbXBsZSIsInN1YiI6InF1YWxpdHkifQ.']])('4403 for %s', async (_what, authorization) => {
    const socket = await openSocket(hub.url)
    socket.send({ type: 'connection_init', payload: { authorization } })
    expect(await socket.closed()).toBe(4403)
  })

  it('4406 for another protocol', async () => {
    expect(await (await openSocket(hub.url, { protocol: 'graphql-ws' })).closed()).toBe(4406)
  })

  it('4408 where nobody says who it is', async () => {
    expect(await (await openSocket(hub.url)).closed()).toBe(4408)
  })

  it('4409 for a subscription under a name that is taken', async () => {
    const socket = await listen('hospital:CJUH')
    socket.send({ id: '1', type: 'subscribe', payload: { query: issued } })
    expect(await socket.closed()).toBe(4409)
  })

  it('4429 for saying twice who it is', async () => {
    const socket = await connect('hospital:CJUH')
    socket.send({ type: 'connection_init', payload: {} })
    expect(await socket.closed()).toBe(4429)
  })

  it('4403 after a revocation, while it listens', async () => {
    const socket = await listen('hospital:NYHH', otherNode)
    const graph = openGraph(database)
    const [organization] = [(await hub.ask<{ viewer: { organization: { id: string } } }>('hospital:NYHH', '{ viewer { organization { id } } }')).data?.viewer.organization.id ?? '']
    await graph.write((writer) => revokeIn(writer, 'ORGANIZATION', organization))
    expect(await socket.closed()).toBe(4403)
    await graph.close()
  })
})

describe('over a socket', () => {
  it('listens on who came with a new token at once with other requests, as a page does', async () => {
    const authorization = (await hub.headers('hospital:CZFP'))['authorization'] ?? ''
    const socket = await openSocket(hub.url)
    socket.send({ type: 'connection_init', payload: { authorization } })
    const asked = Array.from({ length: 8 }, () => fetch(`${hub.url}/graphql`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: '{"query":"{ viewer { id } }"}' }))
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
    // Sockets are looked at twice a second.
    await setTimeout(1_200)
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.close()
  })

  it('no query runs, and nothing that is too deep', async () => {
    const socket = await connect('quality')
    socket.send({ id: 'q', type: 'subscribe', payload: { query: '{ viewer { id } }' } })
    expect(await socket.next()).toMatchObject({ id: 'q', type: 'error' })
    socket.send({ id: 'a', type: 'subscribe', payload: { query: `subscription { recallNoticeIssued { ${Array.from({ length: 40 }, (_, index) => `a${index}: id`).join(' ')} } }` } })
    expect(await socket.next()).toMatchObject({ id: 'a', type: 'error', payload: [{ extensions: { code: 'ALIAS_LIMIT' } }] })
    socket.close()
  })

  it('each holder gets its own notice of a recall signed at another node, and nobody else’s', async () => {
    const holders = await Promise.all(['hospital:CJUH', 'distributor:KANGLUO', 'supplier:SULU-POLYMER'].map((viewer) => listen(viewer, otherNode)))
    // The feed begins when it is first asked, which the acknowledgement does not tell.
    await hub.ask('quality', '{ viewer { id } }')
    const draft = await hub.ask<{ draftRecall: { recall: { id: string } } }>('quality', operation('draft-recall'), {
      input: { idempotencyKey: newKey(), title: 'Live', reason: 'Live', classification: 'II', actions: ['STOP_USE'], scope: { products: ['06972145030188'] } },
    })
    const recall = draft.data?.draftRecall.recall.id ?? newId('rcl')
    const review = await hub.ask('quality', 'mutation ($input: RecallStepInput!) { submitRecallForReview(input: $input) { __typename } }', { input: { idempotencyKey: newKey(), recall } })
    expect(review.errors).toBeUndefined()
    const approved = await hub.ask('quality', operation('approve-recall'), { input: { idempotencyKey: newKey(), recall, signature } })
    expect(approved.data).toMatchObject({ approveRecall: { __typename: 'ApproveRecallSuccess' } })
    const [hospital, , supplier] = holders
    expect(await hospital?.next()).toMatchObject({ type: 'next', payload: { data: { recallNoticeIssued: { recall: { title: 'Live' } } } } })
    supplier?.send({ type: 'ping' })
    expect(await supplier?.next()).toMatchObject({ type: 'pong' })
    holders.forEach((socket) => socket.close())
  })
})
