import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'
import { openRelay, type Relay } from '../testkit/relay.ts'

let relay: Relay
let hub: TestHub
beforeAll(async () => {
  const database = inject('database')
  relay = await openRelay(Number(new URL(database.uri).port))
  // Short, so that the test need not wait for it; the hub's own is in server/kernel/graph.ts.
  hub = await openHubOn({ ...database, uri: `bolt://127.0.0.1:${relay.port}` }, inject('dataFolder'), { deadline: 2_000 })
})
afterAll(async () => {
  await hub.stop()
  await relay.cut()
})

const ask = async (viewer: string): Promise<LightMyRequestResponse> =>
  hub.app.inject({ method: 'POST', url: '/graphql', headers: await hub.headers(viewer), payload: { query: '{ organization(id: "org_nothing") { id } }' } })
const readiness = async (): Promise<number> => (await hub.app.inject('/readyz')).statusCode

/** The database may be busy with other tests, and then be late itself: recovery is what is shown, not when. */
const recovers = async (): Promise<void> => {
  await expect.poll(readiness, { timeout: 50_000 }).toBe(200)
  await expect.poll(async () => (await ask('hospital:CJUH')).json<object>(), { timeout: 50_000 }).toEqual({ data: { organization: null } })
}

describe('a database that is away', () => {
  it.each([
    ['gone', () => relay.cut()],
    ['silent', async () => relay.swallow()],
  ])('%s: is told as such, and nothing need be started again', async (_how, goes) => {
    await recovers()
    await goes()
    const known = await ask('hospital:CJUH')
    expect(known.json()).toMatchObject({ data: { organization: null }, errors: [{ path: ['organization'], extensions: { code: 'DATABASE_AWAY', retryAfter: 5 } }] })
    const unknown = await ask('hospital:DLCH')
    expect(unknown.statusCode).toBe(503)
    expect(unknown.json()).toMatchObject({ errors: [{ extensions: { code: 'DATABASE_AWAY', retryAfter: 5 } }] })
    const document = await hub.app.inject({ url: '/documents/doc_nothing', headers: await hub.headers('hospital:CJUH') })
    expect([document.statusCode, document.json()]).toEqual([503, { errors: [expect.objectContaining({ extensions: { code: 'DATABASE_AWAY', retryAfter: 5 } })] }])
    for (const { headers } of [known, unknown, document]) expect(headers['retry-after']).toBe('5')
    expect(await readiness()).toBe(503)
    expect((await hub.app.inject('/healthz')).statusCode).toBe(200)
    await relay.mend()
    await recovers()
  })
})
