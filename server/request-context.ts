import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access } from './access/access.ts'
import type { Context } from './kernel/context.ts'
import type { Graph } from './kernel/graph.ts'

export type ContextOf = (request: FastifyRequest) => Promise<Context>

/** Finds who asks, for every door: the one way from an access token to the graph. */
export const contextsOf = (graph: Graph, access: Access): ContextOf => async (request) => {
  const viewer = await access.viewerOf(request.headers.authorization)
  return { requestId: request.id, viewer, graph: graph.as(viewer), address: request.ip, sendInvitation: access.sendInvitation }
}

/** RFC 6750 section 3: what a client is to do about a 401. */
export const challengeUnsigned = (app: FastifyInstance): void => {
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode !== 401) return
    reply.header('www-authenticate', request.headers.authorization === undefined ? 'Bearer realm="devicetrail"' : 'Bearer realm="devicetrail", error="invalid_token"')
  })
}
