import Fastify from 'fastify'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { afterEach, vi } from 'vitest'
import { openOperations } from '../../server/doors/operations.ts'
import { openRates } from '../../server/doors/rates.ts'
import { openSockets, type SocketDoor } from '../../server/doors/sockets.ts'
import type { Context } from '../../server/kernel/context.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { openLog } from '../../server/log.ts'
import { openSocket, type TestSocket } from './socket-kit.ts'

const viewer = { person: 'psn_a', organization: 'org_a' } as Context['viewer']

export const schemaWhose = (resolve: () => unknown, subscribe?: () => AsyncIterable<unknown>): GraphQLSchema => {
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

/** So much is never asked for that a budget would be leased. */
const roomy = { address: 1e9, client: 1e9, partner: 1e9, misses: 1e9 }

export interface OpenDoor {
  readonly url: string
  /** What it wrote to its log. */
  readonly lines: Record<string, unknown>[]
  /** Who it was told to be the senders. */
  readonly senders: (string | null)[]
}

/** The door alone: what it answers needs no database. `GET /ip` tells the address that Fastify finds. */
export const openDoor = async (door: Partial<SocketDoor> = {}): Promise<OpenDoor> => {
  const lines: Record<string, unknown>[] = []
  const senders: (string | null)[] = []
  const graph = openGraph({ uri: 'bolt://127.0.0.1:1', user: '', password: '', database: '' })
  const isTrusted = door.isTrusted ?? (() => false)
  const app = Fastify({ trustProxy: isTrusted })
  app.get('/ip', async ({ ip }) => ({ ip }))
  openSockets(app, {
    schema: schemaWhose(() => 'good'), access: { viewerOf: async () => viewer }, operations: openOperations(), rates: openRates(graph, roomy), isTrusted,
    contextOf: async (asked) => {
      senders.push(asked.address)
      return { ...asked, viewer } as Partial<Context> as Context
    },
    logger: openLog('info', { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }), ...door,
  })
  closing.push(() => app.close(), () => graph.close())
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), lines, senders }
}

export const connect = async (url: string, headers: Record<string, string> = {}): Promise<TestSocket> => {
  const socket = await openSocket(url, { headers })
  socket.send({ type: 'connection_init' })
  return socket
}

/** What comes first of a subscription. */
export const subscribe = async (url: string, query = 'subscription { news }', variables = {}) => {
  const socket = await connect(url)
  await socket.next()
  socket.send({ id: '1', type: 'subscribe', payload: { query, variables } })
  const answer = await socket.next()
  socket.close()
  return answer
}
