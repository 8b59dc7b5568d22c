import { EventEmitter, once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { addressesIn } from '../../server/access/addresses.ts'
import { limits } from '../../server/doors/limits.ts'
import { DoorRefusal } from '../../server/doors/refuse.ts'
import type { Context } from '../../server/kernel/context.ts'
import { BadInput, DatabaseAway, NotSignedIn } from '../../server/kernel/errors.ts'
import { openSchema } from '../../server/schema.ts'
import { connect, openDoor, schemaWhose, subscribe } from './door-kit.ts'
import { brokenFrame, openSocket } from './socket-kit.ts'

const failing = (error: Error) => () => {
  throw error
}
const secret = 'bolt://10.0.0.7 refused neo4j/hunter2'

describe('an error over a socket', () => {
  it.each([
    ['of an event', schemaWhose(failing(new Error(secret)))],
    ['of the feed', schemaWhose(() => 'good', async function* () { yield* await Promise.reject(new Error(secret)) as [] })],
  ])('%s that nobody expected is told by a number, under which the log has it with the socket’s request id', async (_what, schema) => {
    const { url, lines } = await openDoor({ schema })
    const told = JSON.stringify(await subscribe(url))
    expect(told).toContain('INTERNAL_SERVER_ERROR')
    expect(told).not.toContain(secret)
    expect(lines).toMatchObject([{ err: { message: secret }, incident: /"incident":"([^"]+)/.exec(told)?.[1], requestId: expect.any(String) }])
  })

  it('that the hub knows is told as it is', async () => {
    const { url, lines } = await openDoor({ schema: schemaWhose(failing(new BadInput('Give a day.'))) })
    expect(await subscribe(url)).toMatchObject({ type: 'next', payload: { errors: [{ message: 'Give a day.', path: ['news'], extensions: { code: 'BAD_USER_INPUT' } }] } })
    expect(lines).toEqual([])
  })

  it.each([
    ['subscription {', 'GRAPHQL_PARSE_FAILED'], ['subscription { newz }', 'GRAPHQL_VALIDATION_FAILED'], ['{ news }', 'BAD_REQUEST'],
    ['subscription ($tone: Tone!) { news(tone: $tone) }', 'BAD_USER_INPUT'],
  ])('of %s has the code that HTTP has for it', async (query, code) => {
    const { url } = await openDoor()
    expect(JSON.stringify(await subscribe(url, query))).toContain(code)
  })

  it.each([['subscription { newz }', {}], ['subscription ($tone: Tone!) { news(tone: $tone) }', { tone: 'LOUT' }]])('of %s guesses what was meant for developers only', async (query, variables) => {
    const { url } = await openDoor()
    expect(JSON.stringify(await subscribe(url, query, variables))).toContain('Did you mean')
    vi.stubEnv('NODE_ENV', 'production')
    expect(JSON.stringify(await subscribe(url, query, variables))).not.toContain('Did you mean')
  })
})

describe('who is not known yet is sent away with', () => {
  it.each([
    ['4403 without a good token', new NotSignedIn(secret), 4403, 0],
    ['1013 while the database is away', new DatabaseAway(secret), 1013, 0],
    ['1013 when its minute is used up', new DoorRefusal(429, 'RATE_LIMIT', secret, { 'retry-after': '43' }), 1013, 0],
    ['4500 and a number where nobody expected it', new Error(secret), 4500, 1],
  ])('%s', async (_what, error, code, logged) => {
    const { url, lines } = await openDoor({ contextOf: () => Promise.reject(error) })
    const socket = await connect(url)
    expect(await socket.closed()).toBe(code)
    expect(socket.reason()).not.toContain(secret)
    expect(lines).toHaveLength(logged)
    for (const { incident } of lines) expect(socket.reason()).toContain(incident)
    if (error instanceof DoorRefusal) expect(socket.reason()).toBe('RATE_LIMIT retry-after=43')
    if (error instanceof DatabaseAway) expect(socket.reason()).toBe('DATABASE_AWAY retry-after=5')
  })
})

describe('a subscription that asks for too much is refused with the code that HTTP has for it', async () => {
  const schema = await openSchema()
  const around = (inside: string, first: number): string => `recall { notices(first: ${first}) { edges { node { ${inside} } } } }`
  const issued = (inside: string): string => `subscription { recallNoticeIssued { ${inside} } }`
  it.each([
    ['a page', issued(around('id', limits.page + 1)), 'PAGE_LIMIT'],
    ['cost', issued(around(around('id', limits.page), limits.page)), 'COST_LIMIT'],
    ['depth', issued(around(around(around(around('id', 1), 1), 1), 1)), 'DEPTH_LIMIT'],
    ['tokens', issued('id '.repeat(limits.tokens)), 'TOKEN_LIMIT'],
  ])('%s', async (_what, query, code) => {
    const { url } = await openDoor({ schema })
    expect(await subscribe(url, query)).toMatchObject({ type: 'error', payload: [{ extensions: { code } }] })
  })
})

describe('the sender of a socket', () => {
  const isTrusted = addressesIn(['127.0.0.1', '10.0.0.0/8'])
  it.each([
    ['nobody named', undefined], ['one', '203.0.113.7'], ['one that it made up, and its proxy’s word', '198.51.100.1, 203.0.113.7'], ['one behind two proxies', '203.0.113.7 , 10.0.0.5'],
    ['proxies alone', '10.0.0.9,10.0.0.5'], ['no address at all', 'nobody, 10.0.0.5'], ['nothing', ' , '], ['IPv6', '2001:db8::7'],
  ])('is who sends by HTTP: %s', async (_what, forwarded) => {
    const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    for (const trusting of [isTrusted, () => false]) {
      const { url, senders } = await openDoor({ isTrusted: trusting })
      const { ip } = await (await fetch(`${url}/ip`, { headers })).json() as { ip: string }
      await (await connect(url, headers)).next()
      expect(senders).toEqual([ip])
      if (trusting !== isTrusted) expect(ip).toBe('127.0.0.1')
    }
  })
})

it('a client that breaks the protocol ends its own socket, and nothing else', async () => {
  const { url } = await openDoor()
  const socket = await openSocket(url)
  socket.sendBytes(brokenFrame)
  expect(await socket.closed()).toBe(1002)
  expect(await subscribe(url)).toMatchObject({ type: 'next' })
})

it('who has gone before it is known who it is, is not watched', async () => {
  const asked: (string | undefined)[] = []
  const gate = new EventEmitter()
  const [reached, opened] = [once(gate, 'reached'), once(gate, 'opened')]
  const context = { viewer: {} } as Context
  const { url } = await openDoor({
    access: { viewerOf: async (authorization) => { asked.push(authorization); return context.viewer } },
    contextOf: async ({ authorization }) => {
      if (authorization === 'gone') {
        gate.emit('reached')
        await opened
      }
      return context
    },
  })
  const gone = await openSocket(url)
  gone.send({ type: 'connection_init', payload: { authorization: 'gone' } })
  await reached
  gone.close()
  await gone.closed()
  gate.emit('opened')
  const socket = await openSocket(url)
  socket.send({ type: 'connection_init', payload: { authorization: 'there' } })
  await expect.poll(() => asked).toContain('there')
  expect(asked).not.toContain('gone')
})
