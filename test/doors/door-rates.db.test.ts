import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'
import { breakSocket, openSocket, type TestSocket } from './socket-kit.ts'

const rates = { address: 12, client: 10, partner: 25, misses: 1e9 }

/** The hub's clock stands still, 17 s into a minute, until it is set: the budgets end where a test says so. */
let time = 29_000_000 * 60_000 + 17_000
let database: TestDatabase
let hub: TestHub
beforeAll(async () => {
  database = await openDemoDatabase()
  hub = await openHubOn(database, database.dataFolder, { rates, now: () => time, trustedProxies: ['127.0.0.1'] })
})
afterAll(async () => {
  await hub.stop()
  await database.stop()
})
beforeEach(() => void (time += 60_000))

const anyAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
const headersOf = async (viewer: string | undefined, address: string): Promise<Record<string, string>> => ({ ...await hub.headers(viewer), 'x-forwarded-for': address })

const get = async (path: string, viewer?: string, address = anyAddress()): Promise<Response> => fetch(`${hub.url}${path}`, { headers: await headersOf(viewer, address) })
const ask = async (viewer: string | undefined, address = anyAddress()): Promise<Response> =>
  fetch(`${hub.url}/graphql`, { method: 'POST', headers: await headersOf(viewer, address), body: '{"query":"{ viewer { id } }"}' })
/** The statuses of so many requests, one after the other, each from an address of its own. */
const statuses = async (viewer: string, requests: number): Promise<number[]> => {
  const all: number[] = []
  for (let index = 0; index < requests; index += 1) all.push((await ask(viewer)).status)
  return all
}
const times = (count: number, status: number): number[] => Array.from({ length: count }, () => status)

const expectRefused = async (response: Response, who: string): Promise<void> => {
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '43'])
  expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining(`by this ${who}`) as string, extensions: { code: 'RATE_LIMIT' } }] })
}

describe('a minute’s requests by HTTP', () => {
  it('are counted for each client, at every door, until the next minute', async () => {
    const client = 'hospital-user:CJUH'
    expect(await statuses(client, 10)).toEqual(times(10, 200))
    const refused = await ask(client)
    expect(await refused.clone().json()).toMatchObject({ errors: [{ extensions: { retryAfter: 43 } }] })
    await expectRefused(refused, 'client')
    await expectRefused(await get('/documents/doc_nothing', client), 'client')
    expect((await ask('hospital:CJUH')).status).toBe(200)
    time += 60_000
    expect(await statuses(client, 11)).toEqual([...times(10, 200), 429])
  })

  it('are counted for each organization, whoever of it asks', async () => {
    expect(await statuses('distributor:KANGLUO', 10)).toEqual(times(10, 200))
    expect(await statuses('distributor-user:KANGLUO', 10)).toEqual(times(10, 200))
    expect(await statuses('distributor-admin:KANGLUO', 5)).toEqual(times(5, 200))
    await expectRefused(await ask('distributor-admin:KANGLUO'), 'partner')
    expect((await ask('distributor:NORDKAI')).status).toBe(200)
    time += 60_000
    expect((await ask('distributor-admin:KANGLUO')).status).toBe(200)
  })

  it('are counted for each address before anybody is known, but not the looks whether the hub lives', async () => {
    const address = anyAddress()
    for (let index = 0; index < 4; index += 1) for (const path of ['/shares/nothing', '/sign-in/forgotten', '/oidc/jwks']) expect((await get(path, undefined, address)).status).not.toBe(429)
    for (const path of ['/shares/nothing', '/sign-in/forgotten', '/oidc/jwks', '/graphql']) await expectRefused(await get(path, undefined, address), 'address')
    await expectRefused(await ask('hospital:CJUH', address), 'address')
    expect((await get('/healthz', undefined, address)).status).toBe(200)
    expect((await ask('hospital:CJUH')).status).toBe(200)
    time += 60_000
    expect((await get('/shares/nothing', undefined, address)).status).toBe(404)
  })
})

const query = 'subscription { recallNoticeIssued { id } }'
const open = (address = anyAddress()): Promise<TestSocket> => openSocket(hub.url, { headers: { 'x-forwarded-for': address } })
const connect = async (viewer: string, address?: string): Promise<TestSocket> => {
  const socket = await open(address)
  socket.send({ type: 'connection_init', payload: { authorization: (await hub.headers(viewer))['authorization'] } })
  return socket
}
const subscribe = (socket: TestSocket): void => socket.send({ id: randomUUID(), type: 'subscribe', payload: { query } })
const refused = { type: 'error', payload: [{ extensions: { code: 'RATE_LIMIT', retryAfter: 43 } }] }

describe('over a socket', () => {
  it('the connection and each subscription count against the same budgets as requests', async () => {
    const client = 'hospital-user:CZFP'
    expect(await statuses(client, 6)).toEqual(times(6, 200))
    const socket = await connect(client)
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
    for (let index = 0; index < 4; index += 1) subscribe(socket)
    expect(await socket.next()).toMatchObject(refused)
    await expectRefused(await ask(client), 'client')
    const another = await connect(client)
    expect(await another.closed()).toBe(1013)
    expect(another.reason()).toBe('RATE_LIMIT retry-after=43')
    time += 60_000
    for (let index = 0; index < 11; index += 1) subscribe(socket)
    expect(await socket.next()).toMatchObject(refused)
    socket.close()
  })

  it('a subscription counts for its organization too', async () => {
    for (const viewer of ['distributor:NORDKAI', 'distributor-user:NORDKAI']) expect(await statuses(viewer, 10)).toEqual(times(10, 200))
    const socket = await connect('distributor-admin:NORDKAI')
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
    for (let index = 0; index < 5; index += 1) subscribe(socket)
    expect(await socket.next()).toMatchObject({ ...refused, payload: [{ message: expect.stringContaining('by this partner') as string }] })
    await expectRefused(await ask('distributor-admin:NORDKAI'), 'partner')
    socket.close()
  })

  it('connections and requests of an address count together, whoever they say to be', async () => {
    const address = anyAddress()
    for (let index = 0; index < 6; index += 1) expect((await get('/shares/nothing', undefined, address)).status).toBe(404)
    const sockets = await Promise.all(Array.from({ length: 6 }, () => open(address)))
    const late = await open(address)
    expect(await late.closed()).toBe(1013)
    expect(late.reason()).toBe('RATE_LIMIT retry-after=43')
    await expectRefused(await get('/shares/nothing', undefined, address), 'address')
    // An error that nobody hears would end the process.
    await breakSocket(hub.url, { 'x-forwarded-for': address })
    const elsewhere = await connect('hospital:CJUH')
    expect(await elsewhere.next()).toMatchObject({ type: 'connection_ack' })
    ;[...sockets, elsewhere].forEach((socket) => socket.close())
  })
})
