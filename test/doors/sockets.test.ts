import Fastify from 'fastify'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openOperations } from '../../server/doors/operations.ts'
import { DoorRefusal } from '../../server/doors/refuse.ts'
import { openSockets, type SocketDoor } from '../../server/doors/sockets.ts'
import type { Context } from '../../server/kernel/context.ts'
import { BadInput, DatabaseAway, NotSignedIn } from '../../server/kernel/errors.ts'
import { openSocket, type TestSocket } from './socket-kit.ts'

const viewer = { person: 'psn_a', organization: 'org_a' } as Context['viewer']

const schemaWhose = (resolve: () => unknown, subscribe?: () => AsyncIterable<unknown>): GraphQLSchema => {
  const schema = buildSchema('enum Tone { LOUD } type Query { news: String } type Subscription { news(tone: Tone): String }')
  const news = schema.getSubscriptionType()?.getFields()['news']
  const one = async function* (): AsyncGenerator { yield {} }
  if (news) Object.assign(news, { resolve, subscribe: subscribe ?? one })
  return schema
}

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** The door alone: what it answers needs no database. */
const openDoor = async (door: Partial<SocketDoor>): Promise<{ url: string; lines: Record<string, unknown>[] }> => {
  const lines: Record<string, unknown>[] = []
  const app = Fastify()
  openSockets(app, {
    schema: schemaWhose(() => 'good'), access: { viewerOf: async () => viewer }, operations: openOperations({ only: false }),
    contextOf: async (asked) => ({ ...asked, viewer }) as Partial<Context> as Context,
    logger: pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }), ...door,
  })
  closing.push(() => app.close())
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), lines }
}

const connect = async (url: string): Promise<TestSocket> => {
  const socket = await openSocket(url)
  socket.send({ type: 'connection_init' })
  return socket
}
const subscribe = async (url: string, query = 'subscription { news }', variables = {}) => {
  const socket = await connect(url)
  await socket.next()
  socket.send({ id: '1', type: 'subscribe', payload: { query, variables } })
  const answer = await socket.next()
  socket.close()
  return answer
}
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
    const { url } = await openDoor({})
    expect(JSON.stringify(await subscribe(url, query))).toContain(code)
  })

  it.each([['subscription { newz }', {}], ['subscription ($tone: Tone!) { news(tone: $tone) }', { tone: 'LOUT' }]])('of %s guesses what was meant for developers only', async (query, variables) => {
    const { url } = await openDoor({})
    expect(JSON.stringify(await subscribe(url, query, variables))).toContain('Did you mean')
    vi.stubEnv('NODE_ENV', 'production')
    expect(JSON.stringify(await subscribe(url, query, variables))).not.toContain('Did you mean')
  })
})

describe('who is not known yet is sent away with', () => {
  it.each([
    ['4403 without a good token', new NotSignedIn(secret), 4403, 0],
    ['1013 while the database is away', new DatabaseAway(secret), 1013, 0],
    ['1013 when its minute is used up', new DoorRefusal(429, 'RATE_LIMIT', secret), 1013, 0],
    ['4500 and a number where nobody expected it', new Error(secret), 4500, 1],
  ])('%s', async (_what, error, code, logged) => {
    const { url, lines } = await openDoor({ contextOf: () => Promise.reject(error) })
    const socket = await connect(url)
    expect(await socket.closed()).toBe(code)
    expect(socket.reason()).not.toContain(secret)
    expect(lines).toHaveLength(logged)
    for (const { incident } of lines) expect(socket.reason()).toContain(incident)
  })
})
