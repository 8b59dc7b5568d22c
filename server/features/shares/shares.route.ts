import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { asFile } from '../../kernel/as-file.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Graph } from '../../kernel/graph.ts'
import { recordAct } from '../../record/record.ts'
import { csvMediaType } from '../exports/csv.ts'
import type { Retention } from '../exports/retention.rules.ts'
import { statutoryCsv, statutoryEventIds } from '../exports/statutory.ts'
import { openShare, type OpenShare } from './share.cypher.ts'
import { ShareKind } from './share.type.ts'
import { contentOf } from './shared.ts'
import { hashOfToken } from './token.ts'

/** The same for a token that never was, one that has expired and one that was revoked. */
const nothing = (reply: FastifyReply): FastifyReply => reply.code(404).header('cache-control', 'no-store').send({ error: 'This link does not open anything: it may have expired or been revoked. Ask who gave it to you.' })

const found = async (graph: Graph, token: string): Promise<OpenShare | undefined> =>
  (await graph.read(openShare, { hash: hashOfToken(token), now: new Date().toISOString() }))[0]?.share

/** Nobody is signed in: the record says that the share of this organization was opened, and from where. */
const recordOpening = (graph: Graph, { id, ip }: FastifyRequest, share: OpenShare, part: string): Promise<void> =>
  recordAct({ graph, viewer: { person: null, client: null, organization: share.organization }, address: ip, requestId: id }, 'SHARE_OPEN', { subject: share.id, changes: [{ field: 'shown', before: null, after: part }] })

const spanOf = ({ from, to }: OpenShare): { from: string; to: string } =>
  ({ from: `${from ?? ''}T00:00:00.000Z`, to: new Date(Date.parse(to ?? '') + 86_400_000).toISOString() })

/** `GET /shares/:token`: what the share covers, as JSON. Recorded before it is shown. */
const openRoute = (app: FastifyInstance, graph: Graph): void => {
  app.get<{ Params: { token: string } }>('/shares/:token', async (request, reply) => {
    const share = await found(graph, request.params.token)
    const content = share && await contentOf[share.kind](graph, share)
    if (!share || !content) return nothing(reply)
    await recordOpening(graph, request, share, share.label ?? share.kind)
    const { kind, label, from, to, recipient, expiresAt, sharedBy } = share
    return reply.header('cache-control', 'no-store').send({ kind, label, from, to, recipient, expiresAt, sharedBy, ...content })
  })
}

/** `GET /shares/:token/purchases.csv` and `sales.csv`: the statutory records of the organization that gave the share, of its span. */
const filesRoute = (app: FastifyInstance, graph: Graph, retention: Retention): void => {
  app.get<{ Params: { token: string; kind: string } }>('/shares/:token/:kind.csv', async (request, reply) => {
    const { token, kind } = request.params
    const share = await found(graph, token)
    if (share?.kind !== ShareKind.PURCHASES_AND_SALES || kind !== 'purchases' && kind !== 'sales') return nothing(reply)
    const giver = graph.as({ organization: share.organization, kind: share.viewerKind, internal: false, finds: [] })
    try {
      const ids = await statutoryEventIds(giver, kind, spanOf(share))
      await recordOpening(graph, request, share, `${kind}.csv`)
      return await asFile(reply, `${kind}.csv`, csvMediaType).send(Readable.from(statutoryCsv(giver, kind, ids, { language: 'zh', retention })))
    } catch (error) {
      if (error instanceof Refusal) return reply.code(413).send({ error: error.message })
      throw error
    }
  })
}

/** What a share opens needs no account: the link itself is the proof. */
export const sharesRoute = (app: FastifyInstance, graph: Graph, retention: Retention): void => {
  openRoute(app, graph)
  filesRoute(app, graph, retention)
}
