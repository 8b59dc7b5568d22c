import type { FastifyInstance } from 'fastify'
import { execute, type GraphQLSchema, GraphQLError } from 'graphql'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Access } from '../access/access.ts'
import type { Context } from '../kernel/context.ts'
import { NotSignedIn } from '../kernel/errors.ts'
import type { Operations } from './operations.ts'
import { DoorRefusal } from './refuse.ts'
import { subscriptionOf } from './socket-operation.ts'

/** Finds who asks, by the Authorization value that the client sends when it connects. */
type ContextOfSocket = (asked: { authorization: string | undefined; requestId: string; address: string | null }) => Promise<Context>

interface Connected {
  readonly context: Context
  readonly authorization: string | undefined
  /** Subscriptions that run. */
  running: number
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

const refusedBy = (operations: Operations, { viewer }: Context, query: string): GraphQLError | undefined => {
  try {
    operations.check(viewer, query)
  } catch (error) {
    if (error instanceof DoorRefusal) return new GraphQLError(error.message, { extensions: { code: error.code } })
    throw error
  }
}

const serve = (server: WebSocketServer, schema: GraphQLSchema, contextOf: ContextOfSocket, sockets: Map<WebSocket, Connected>, operations: Operations) =>
  useServer<Record<string, unknown>>({
    connectionInitWaitTimeout: 3_000,
    onConnect: async ({ connectionParams, extra: { socket, request } }) => {
      const authorization = authorizationOf(connectionParams)
      try {
        const context = await contextOf({ authorization, requestId: crypto.randomUUID(), address: request.socket.remoteAddress ?? null })
        sockets.set(socket, { context, authorization, running: 0 })
        return true
      } catch (error) {
        if (error instanceof NotSignedIn) return false
        throw error
      }
    },
    onSubscribe: ({ extra: { socket } }, _id, { query, operationName, variables }) => {
      const connected = sockets.get(socket)
      if (!connected || connected.running >= subscriptionsEach) return [new GraphQLError(`At most ${subscriptionsEach} subscriptions run on one socket.`, { extensions: { code: 'SUBSCRIPTION_LIMIT' } })]
      const unlisted = refusedBy(operations, connected.context, query)
      if (unlisted) return [unlisted]
      const document = subscriptionOf(schema, query, operationName ?? undefined)
      if (!('kind' in document)) return document
      connected.running += 1
      return { schema, document, operationName, variableValues: variables, contextValue: connected.context }
    },
    // Loaders remember within a context: each event gets its own, so that everything is read as it is now.
    execute: (event) => execute({ ...event, contextValue: { ...(event.contextValue as Context) } }),
    onComplete: ({ extra: { socket } }) => {
      const connected = sockets.get(socket)
      if (connected) connected.running -= 1
    },
    onDisconnect: ({ extra: { socket } }) => void sockets.delete(socket),
  }, server)

/** GraphQL over WebSocket, protocol graphql-transport-ws, at /graphql. */
export const openSockets = (app: FastifyInstance, schema: GraphQLSchema, access: Pick<Access, 'viewerOf'>, contextOf: ContextOfSocket, operations: Operations): void => {
  const server = new WebSocketServer({ noServer: true, maxPayload: 65_536 })
  const sockets = new Map<WebSocket, Connected>()
  const served = serve(server, schema, contextOf, sockets, operations)
  // Another protocol is accepted so far that the client can be told by code 4406 what it should have asked for.
  server.options.handleProtocols = (offered) => [...offered].find((protocol) => protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL) ?? [...offered][0] ?? false
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.split('?')[0] !== '/graphql') return void socket.destroy()
    server.handleUpgrade(request, socket, head, (webSocket) => void server.emit('connection', webSocket, request))
  }
  app.server.on('upgrade', upgrade)
  const watching = watch(sockets, access)
  app.addHook('preClose', async () => {
    clearInterval(watching)
    app.server.off('upgrade', upgrade)
    await served.dispose()
  })
}
