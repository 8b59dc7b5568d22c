import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getIntrospectionQuery, parse } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { operationsOf } from '../../portal/operations/vite-operations.ts'
import { openVisitor } from '../testkit/cookie-visitor.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'
import { openSocket, type TestSocket } from './socket-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'devicetrail-production-'))
const path = join(folder, 'operations.json')
const listed = { query: 'query One { viewer { id } }', subscription: 'subscription Two { findingRaised { id } }' }

/** The same hub as developers and as partners have it. */
let development: TestHub
let production: TestHub
beforeAll(async () => {
  writeFileSync(path, JSON.stringify(operationsOf(Object.values(listed).flatMap((text) => parse(text).definitions))))
  development = await openHubOn(inject('database'), inject('dataFolder'))
  vi.stubEnv('NODE_ENV', 'production')
  production = await openHubOn(inject('database'), inject('dataFolder'), { operations: { path } })
})
beforeEach(() => void vi.stubEnv('NODE_ENV', 'production'))
afterAll(async () => {
  vi.unstubAllEnvs()
  await Promise.all([development.stop(), production.stop()])
  rmSync(folder, { recursive: true })
})

const connect = async (hub: TestHub, authorization: string | undefined): Promise<TestSocket> => {
  const socket = await openSocket(hub.url)
  socket.send({ type: 'connection_init', payload: { authorization } })
  expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
  return socket
}
/** What comes first of a subscription; a pong where nothing comes of it. */
const subscribed = async (hub: TestHub, authorization: string | undefined, query: string, variables: object = {}): Promise<unknown> => {
  const socket = await connect(hub, authorization)
  socket.send({ id: '1', type: 'subscribe', payload: { query, variables } })
  const answer = await socket.next()
  socket.close()
  return answer
}
const quality = async (hub: TestHub): Promise<string | undefined> => (await hub.headers('quality'))['authorization']

describe('a hub in production', () => {
  it.each([getIntrospectionQuery(), '{ __type(name: "Viewer") { name } }'])('does not describe its schema', async (query) => {
    expect((await development.ask('quality', query)).data).toBeTruthy()
    const { data, errors } = await production.ask('quality', query)
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED'])
    expect(await subscribed(production, await quality(production), query)).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'BAD_REQUEST' } }] })
  })

  it.each([
    ['a field', '{ viewr { id } }', {}],
    ['a field of a type', '{ viewer { idd } }', {}],
    ['an argument', '{ serial(codee: "1") { id } }', {}],
    ['a type', '{ node(id: "1") { ... on Seriall { id } } }', {}],
    ['a value', '{ recalls(status: ONGOINGG) { totalCount } }', {}],
    ['a variable’s value', 'query ($status: RecallStatus) { recalls(status: $status) { totalCount } }', { status: 'ONGOINGG' }],
    ['a variable’s field', 'mutation ($input: CreateShareInput!) { createShare(input: $input) { __typename } }', { input: { idempotencyKey: '1', kind: 'SERIAL', recipient: 'x', expiresAt: '2026-12-01T00:00:00Z', subjectt: '1' } }],
    ['a field of what is published', 'subscription { findingRaise { id } }', {}],
  ])('does not say what was meant by %s', async (_what, query, variables) => {
    // From its second time on an operation is compiled.
    for (const turn of [1, 2]) {
      vi.unstubAllEnvs()
      expect(JSON.stringify(await development.ask('quality', query, variables)), String(turn)).toContain('Did you mean')
      vi.stubEnv('NODE_ENV', 'production')
      const told = JSON.stringify(await production.ask('quality', query, variables))
      expect(told, String(turn)).toContain('"errors"')
      expect(told, String(turn)).not.toContain('Did you mean')
    }
  })

  it('does not say so over a socket either', async () => {
    const query = 'subscription { findingRaise { id } }'
    expect(JSON.stringify(await subscribed(production, await quality(production), query))).not.toContain('Did you mean')
    vi.unstubAllEnvs()
    expect(JSON.stringify(await subscribed(development, await quality(development), query))).toContain('Did you mean')
  })

  it('has no landing page', async () => {
    for (const authorization of [undefined, await quality(production)]) {
      const answer = await fetch(`${production.url}/graphql`, { headers: { accept: 'text/html', ...(authorization ? { authorization } : {}) } })
      expect([answer.status, answer.headers.get('content-type')?.includes('html')]).toEqual([authorization ? 406 : 401, false])
      expect(await answer.text()).not.toMatch(/<html|sandbox|apollographql/i)
    }
  })
})

describe('the portal’s token in production', () => {
  /** Signs in as one of the demo's people does. */
  const portalToken = async (hub: TestHub, username: string): Promise<string> => {
    const visitor = openVisitor(hub.url)
    await visitor.begin()
    await visitor.post({ username, password: 'devicetrail-demo' })
    return `Bearer ${await visitor.token()}`
  }
  const ask = async (hub: TestHub, authorization: string, query: string): Promise<[number, unknown]> => {
    const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify({ query }) })
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] }
    return [response.status, errors?.[0]?.extensions.code]
  }
  const other = '{ viewer { name } }'

  it('is good for the portal’s own operations alone, by HTTP and over a socket', async () => {
    const token = await portalToken(production, 'ward.cjuh')
    expect(await ask(production, token, listed.query)).toEqual([200, undefined])
    expect(await ask(production, token, other)).toEqual([403, 'OPERATION_NOT_LISTED'])
    expect(await subscribed(production, token, 'subscription { findingRaised { message } }')).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'OPERATION_NOT_LISTED' } }] })
    const socket = await connect(production, token)
    socket.send({ id: '1', type: 'subscribe', payload: { query: listed.subscription } })
    // Under its name nothing else can run: the first one does.
    socket.send({ id: '1', type: 'subscribe', payload: { query: listed.subscription } })
    expect(await socket.next()).toBe(4409)
  })

  it('is good for anything where a maker’s own team has it, as is a system’s', async () => {
    expect(await ask(production, await portalToken(production, 'quality'), other)).toEqual([200, undefined])
    expect(await ask(production, (await production.headers('hospital:CJUH'))['authorization'] ?? '', other)).toEqual([200, undefined])
    expect(await ask(development, await portalToken(development, 'ward.cjuh'), other)).toEqual([200, undefined])
  })
})
