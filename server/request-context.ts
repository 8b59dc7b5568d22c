import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access } from './access/access.ts'
import { missesOf } from './doors/misses.ts'
import { countViewer } from './doors/rate-hooks.ts'
import type { Rates } from './doors/rates.ts'
import type { Context } from './kernel/context.ts'
import { NotSignedIn } from './kernel/errors.ts'
import type { Feed } from './kernel/feed.ts'
import type { Graph } from './kernel/graph.ts'
import type { Outside } from './kernel/outside.ts'

export type ContextOf = (request: FastifyRequest) => Promise<Context>

export interface Asked {
  readonly authorization: string | undefined
  readonly requestId: string
  readonly address: string | null
  /** A door that stays open to the administrators of an organization that has left. */
  readonly afterLeaving?: boolean
}

/** Finds who asks, for every door: the one way from an access token to the graph. */
export const contextsOf = ({ graph, access, outside }: { graph: Graph; access: Access; outside: Outside }, feed: Feed, rates: Rates) =>
  async ({ authorization, requestId, address, afterLeaving }: Asked): Promise<Context> => {
    const viewer = await access.viewerOf(authorization)
    if (viewer.suspended && !afterLeaving) throw new NotSignedIn('Your organization no longer works with the hub. Its administrators can still fetch its records: GET /exports/purchases.csv, receipts.csv, sales.csv, uses.csv.')
    await countViewer(rates, viewer)
    return { requestId, viewer, graph: graph.as(viewer), address, feed, reauthenticate: (person, proof, from) => access.reauthenticate(person, proof, from, requestId), sendInvitation: access.sendInvitation, factors: access.factors, seal: access.secrets.seal, missed: missesOf(rates, { viewer, address, requestId, graph }, viewer.organization), outside }
  }

/** The same for a request by HTTP. */
export const ofRequest = (contextOf: ReturnType<typeof contextsOf>, doors: Pick<Asked, 'afterLeaving'> = {}): ContextOf => ({ headers, id, ip }) =>
  contextOf({ authorization: headers.authorization, requestId: id, address: ip, ...doors })

/** RFC 6750 section 3: what a client is to do about a 401. */
export const challengeUnsigned = (app: FastifyInstance): void => {
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode !== 401) return
    reply.header('www-authenticate', request.headers.authorization === undefined ? 'Bearer realm="devicetrail"' : 'Bearer realm="devicetrail", error="invalid_token"')
  })
}
