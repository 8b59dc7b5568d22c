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
import { limits, socketsOfAddress } from './limits.ts'
import { openCount } from './open-count.ts'
import type { Operations } from './operations.ts'
import type { Rates } from './rates.ts'
import { DoorRefusal } from './refuse.ts'
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
  /** Sockets that may be open at once; otherwise those of limits.ts. */
  readonly most?: { readonly each: number; readonly address: number }
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

const crowded = (whose: string, most: number): DoorRefusal => new DoorRefusal(429, 'SOCKET_LIMIT', `At most ${most} sockets of one ${whose} are open at once.`)

const mostOf = ({ most }: SocketDoor) => most ?? { each: limits.sockets, address: socketsOfAddress }

type Extra = { readonly extra: { readonly socket: WebSocket; readonly request: IncomingMessage }; readonly connectionParams?: Record<string, unknown> | undefined }

/** Finds out who connects, and whether it has room for one more. */
const welcome = (door: SocketDoor, sockets: Map<WebSocket, Connected>) => {
  const { logger, contextOf, isTrusted } = door
  const addressOf = senderOf(isTrusted)
  const most = mostOf(door).each
  const open = openCount(most)
  return async ({ connectionParams, extra: { socket, request } }: Extra): Promise<boolean> => {
    const authorization = authorizationOf(connectionParams)
    const requestId = crypto.randomUUID()
    try {
      const context = await contextOf({ authorization, requestId, address: addressOf(request) })
      // Who has gone meanwhile is told of no more.
      if (socket.readyState !== WebSocket.OPEN) return true
      const leave = open.open(context.viewer.client ?? context.viewer.person)
      if (!leave) throw crowded('client', most)
      sockets.set(socket, { context, authorization, running: 0 })
      // Not the library's own word of it, which waits until every subscription has ended.
      socket.once('close', () => {
        leave()
        sockets.delete(socket)
      })
      return true
    } catch (error) {
      closeRefused(socket, error, logger, requestId)
      return false
    }
  }
}

const serve = (server: WebSocketServer, door: SocketDoor, sockets: Map<WebSocket, Connected>) => {
  const { schema, logger, operations, rates } = door
  const subscriptionOf = subscriptionsOf({ schema, operations, rates })
  return useServer<Record<string, unknown>>({
    connectionInitWaitTimeout: 3_000,
    // Otherwise the library tells an error's message as the reason of a close.
    isProd: true,
    onConnect: welcome(door, sockets),
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
  }, server)
}

/** Lets a connection through to the server where its sender's budget allows; otherwise it is opened to be told why it is closed, which browsers show of nothing else. */
const upgradesOf = (server: WebSocketServer, door: SocketDoor) => {
  const { rates, isTrusted, logger } = door
  const addressOf = senderOf(isTrusted)
  const most = mostOf(door).address
  const open = openCount(most)
  return async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    // Until the server has it nobody else hears of its errors, and one that nobody hears ends the process.
    socket.on('error', () => socket.destroy())
    if (request.url?.split('?')[0] !== '/graphql') return void socket.destroy()
    const address = addressOf(request) ?? ''
    const late = await rates.take('address', address).then(() => undefined, (error: unknown) => error ?? new Error('refused'))
    const leave = late === undefined ? open.open(address) : undefined
    if (leave) socket.on('close', leave)
    if (leave && socket.destroyed) return leave()
    server.handleUpgrade(request, socket, head, (webSocket) => {
      if (leave) return void server.emit('connection', webSocket, request)
      webSocket.on('error', () => webSocket.terminate())
      closeRefused(webSocket, late ?? crowded('address', most), logger, crypto.randomUUID())
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
