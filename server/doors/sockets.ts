import type { FastifyInstance } from 'fastify'
import { type DocumentNode, execute, getOperationAST, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Context } from '../kernel/context.ts'
import { NotSignedIn } from '../kernel/errors.ts'
import { limits } from './limits.ts'
import { shapeRule } from './shape.ts'

/** Who asks, by the Authorization value that the client sends when it connects. */
export type ContextOfSocket = (authorization: string | undefined, request: IncomingMessage) => Promise<Context>

interface Signed {
  context?: Context
  authorization?: string
}

/** A client that does not read is let go before its backlog fills the memory. */
const largestBacklog = 1_048_576
const subscriptionsEach = 20

const authorizationOf = (payload: Record<string, unknown> | undefined): string | undefined => {
  const value = payload?.['authorization'] ?? payload?.['Authorization']
  return typeof value === 'string' ? value : undefined
}

/** Subscriptions only: queries and mutations have the HTTP door, with all of its limits. */
const refusedOperation = (schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): readonly GraphQLError[] => {
  const errors = validate(schema, document, [...specifiedRules, shapeRule])
  if (errors.length > 0) return errors
  const operation = getOperationAST(document, operationName)
  return operation?.operation === 'subscription' ? [] : [new GraphQLError('Only subscriptions run over a socket. Send queries and mutations to POST /graphql.', { extensions: { code: 'BAD_REQUEST' } })]
}

const parsed = (query: string): DocumentNode | GraphQLError => {
  try {
    return parse(query, { maxTokens: limits.tokens })
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

/** Ends sockets whose viewer is no longer who it was when it connected: signed out, another role, another organization. */
const watchViewers = (open: Map<WebSocket, { signed: Signed; request: IncomingMessage }>, contextOf: ContextOfSocket): NodeJS.Timeout =>
  setInterval(() => {
    for (const [socket, { signed, request }] of open) {
      if (socket.bufferedAmount > largestBacklog) socket.terminate()
      if (!signed.context) continue
      const { viewer } = signed.context
      contextOf(signed.authorization, request).then(
        (now) => now.viewer === viewer || socket.close(4403, 'Forbidden'),
        (error: unknown) => error instanceof NotSignedIn && socket.close(4403, 'Forbidden'),
      )
    }
  }, 500).unref()

/** GraphQL over WebSocket, protocol graphql-transport-ws, at /graphql. */
export const openSockets = (app: FastifyInstance, schema: GraphQLSchema, contextOf: ContextOfSocket): void => {
  const server = new WebSocketServer({ noServer: true, maxPayload: 65_536 })
  const open = new Map<WebSocket, { signed: Signed; request: IncomingMessage }>()
  const active = new Map<WebSocket, number>()
  const served = useServer<Record<string, unknown>, { signed?: Signed }>({
    connectionInitWaitTimeout: 3_000,
    onConnect: async ({ connectionParams, extra }) => {
      const authorization = authorizationOf(connectionParams)
      const context = await contextOf(authorization, extra.request).catch((error: unknown) => error)
      if (context instanceof NotSignedIn) return false
      if (context instanceof Error) throw context
      const signed: Signed = { context: context as Context, ...(authorization === undefined ? {} : { authorization }) }
      open.set(extra.socket, { signed, request: extra.request })
      extra.signed = signed
      return true
    },
    onSubscribe: ({ extra }, _id, { query, operationName, variables }) => {
      const document = parsed(query)
      if (document instanceof GraphQLError) return [document]
      const errors = refusedOperation(schema, document, operationName ?? undefined)
      if (errors.length > 0) return errors
      const running = active.get(extra.socket) ?? 0
      if (running >= subscriptionsEach) return [new GraphQLError(`At most ${subscriptionsEach} subscriptions run on one socket.`, { extensions: { code: 'SUBSCRIPTION_LIMIT' } })]
      active.set(extra.socket, running + 1)
      return { schema, document, operationName, variableValues: variables, contextValue: extra.signed?.context }
    },
    // Loaders remember within a context: each event gets its own, so that everything is read as it is now.
    execute: (event) => execute({ ...event, contextValue: { ...(event.contextValue as Context) } }),
    onComplete: ({ extra }) => void active.set(extra.socket, Math.max(0, (active.get(extra.socket) ?? 1) - 1)),
    onDisconnect: ({ extra }) => {
      open.delete(extra.socket)
      active.delete(extra.socket)
    },
  }, server)
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.split('?')[0] !== '/graphql') return void socket.destroy()
    server.handleUpgrade(request, socket, head, (webSocket) => void server.emit('connection', webSocket, request))
  }
  app.server.on('upgrade', upgrade)
  const watching = watchViewers(open, contextOf)
  app.addHook('preClose', async () => {
    clearInterval(watching)
    app.server.off('upgrade', upgrade)
    await served.dispose()
  })
}
