import type { FastifyInstance } from 'fastify'
import { execute, type GraphQLSchema, GraphQLError } from 'graphql'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { WebSocket, WebSocketServer } from 'ws'
import type { Access } from '../access/access.ts'
import type { Context } from '../kernel/context.ts'
import { NotSignedIn } from '../kernel/errors.ts'
import { toldOverSocket } from '../told-error.ts'
import type { Operations } from './operations.ts'
import type { Rates } from './rates.ts'
import { closeRefused } from './refused-socket.ts'
import { senderOf } from './sender.ts'
import { subscriptionsOf } from './socket-operation.ts'

/** Finds who asks, by the Authorization value that the client sends when it connects. */
type ContextOfSocket = (asked: { authorization: string | undefined; requestId: string; address: string | null }) => Promise<Context>

interface Connected {
  readonly context: Context
  readonly authorization: string | undefined
  /** Subscriptions that run. */
  running: number
}

export interface SocketDoor {
  readonly schema: GraphQLSchema
  readonly logger: Logger
  readonly access: Pick<Access, 'viewerOf'>
  readonly contextOf: ContextOfSocket
  readonly operations: Operations
  readonly rates: Pick<Rates, 'take'>
  /** Whether the address is that of a proxy whose word on the sender is taken. */
  readonly isTrusted: (address: string) => boolean
}

/** A client that does not read is let go before its backlog fills the memory. */
const largestBacklog = 1_048_576
const subscriptionsEach = 20

const authorizationOf = (payload: Record<string, unknown> | undefined): string | undefined => {
  const value = payload?.['authorization'] ?? payload?.['Authorization']
  return typeof value === 'string' ? value : undefined
}

/** Ends sockets whose viewer is no longer who it was when it connected: signed out, another role, a token that has expired. */
const watch = (sockets: ReadonlyMap<WebSocket, Connected>, access: Pick<Access, 'viewerOf'>): NodeJS.Timeout => {
  const look = (socket: WebSocket, { context, authorization }: Connected): void => {
    if (socket.bufferedAmount > largestBacklog) socket.terminate()
    access.viewerOf(authorization).then(
      (viewer) => viewer === context.viewer || socket.close(4403, 'Forbidden'),
      (error: unknown) => error instanceof NotSignedIn && socket.close(4403, 'Forbidden'),
    )
  }
  return setInterval(() => sockets.forEach((connected, socket) => look(socket, connected)), 500).unref()
}

const tooMany = (): GraphQLError => new GraphQLError(`At most ${subscriptionsEach} subscriptions run on one socket.`, { extensions: { code: 'SUBSCRIPTION_LIMIT' } })

const serve = (server: WebSocketServer, { schema, logger, contextOf, operations, rates, isTrusted }: SocketDoor, sockets: Map<WebSocket, Connected>) => {
  const addressOf = senderOf(isTrusted)
  const subscriptionOf = subscriptionsOf({ schema, operations, rates })
  return useServer<Record<string, unknown>>({
    connectionInitWaitTimeout: 3_000,
    // Otherwise the library tells an error's message as the reason of a close.
    isProd: true,
    onConnect: async ({ connectionParams, extra: { socket, request } }) => {
      const authorization = authorizationOf(connectionParams)
      const requestId = crypto.randomUUID()
      try {
        const context = await contextOf({ authorization, requestId, address: addressOf(request) })
        // Who has gone meanwhile is told of no more.
        if (socket.readyState === WebSocket.OPEN) sockets.set(socket, { context, authorization, running: 0 })
        return true
      } catch (error) {
        closeRefused(socket, error, logger, requestId)
        return false
      }
    },
    onSubscribe: async ({ extra: { socket } }, _id, asked) => {
      const connected = sockets.get(socket)
      if (!connected || connected.running >= subscriptionsEach) return [tooMany()]
      connected.running += 1
      const ready = await subscriptionOf(connected.context, asked)
      if (!('document' in ready)) connected.running -= 1
      return ready
    },
    // Loaders remember within a context: each event gets its own, so that everything is read as it is now.
    execute: (event) => execute({ ...event, contextValue: { ...(event.contextValue as Context) } }),
    onNext: ({ extra: { socket } }, _id, _payload, _args, { errors, ...result }) =>
      errors && { ...result, errors: toldOverSocket(logger, errors, 'BAD_USER_INPUT', { requestId: sockets.get(socket)?.context.requestId }) },
    onError: ({ extra: { socket } }, _id, _payload, errors) =>
      toldOverSocket(logger, errors, 'GRAPHQL_VALIDATION_FAILED', { requestId: sockets.get(socket)?.context.requestId }),
    onComplete: ({ extra: { socket } }) => {
      const connected = sockets.get(socket)
      if (connected) connected.running -= 1
    },
    onClose: ({ extra: { socket } }) => void sockets.delete(socket),
  }, server)
}

/** Lets a connection through to the server where its sender's budget allows; otherwise it is opened to be told why it is closed, which browsers show of nothing else. */
const upgradesOf = (server: WebSocketServer, { rates, isTrusted, logger }: SocketDoor) => {
  const addressOf = senderOf(isTrusted)
  return async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    // Until the server has it nobody else hears of its errors, and one that nobody hears ends the process.
    socket.on('error', () => socket.destroy())
    if (request.url?.split('?')[0] !== '/graphql') return void socket.destroy()
    const refused = await rates.take('address', addressOf(request) ?? '').then(() => undefined, (error: unknown) => error ?? new Error('refused'))
    server.handleUpgrade(request, socket, head, (webSocket) => {
      if (refused === undefined) return void server.emit('connection', webSocket, request)
      webSocket.on('error', () => webSocket.terminate())
      closeRefused(webSocket, refused, logger, crypto.randomUUID())
    })
  }
}

/** GraphQL over WebSocket, protocol graphql-transport-ws, at /graphql. */
export const openSockets = (app: FastifyInstance, door: SocketDoor): void => {
  const server = new WebSocketServer({ noServer: true, maxPayload: 65_536 })
  const sockets = new Map<WebSocket, Connected>()
  const served = serve(server, door, sockets)
  // Another protocol is accepted so far that the client can be told by code 4406 what it should have asked for.
  server.options.handleProtocols = (offered) => [...offered].find((protocol) => protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL) ?? [...offered][0] ?? false
  // What a client sends wrongly is told to it by ws; the library would write each to the console.
  server.on('connection', (socket) => socket.removeAllListeners('error').on('error', (error) => door.logger.debug({ err: error }, 'a socket broke')))
  const upgrades = upgradesOf(server, door)
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => void upgrades(request, socket, head)
  app.server.on('upgrade', upgrade)
  const watching = watch(sockets, door.access)
  app.addHook('preClose', async () => {
    clearInterval(watching)
    app.server.off('upgrade', upgrade)
    await served.dispose()
  })
}
