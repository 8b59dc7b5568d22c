import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { isAllowed } from '../../access/may.ts'
import { asFile } from '../../kernel/as-file.ts'
import { BadInput, Refusal } from '../../kernel/errors.ts'
import type { Context } from '../../kernel/context.ts'
import { recordAct, recordLook, recordRefusal } from '../../record/record.ts'
import { languageOf } from '../files/reason-words.ts'
import { csvMediaType } from './csv.ts'
import { personalData } from './personal-data.cypher.ts'
import type { Retention } from './retention.rules.ts'
import { isStatutoryKind, statutoryCsv, statutoryEventIds } from './statutory.ts'

type ContextOf = (request: FastifyRequest) => Promise<Context>
type Query = Record<string, string | undefined>

const nothing = { error: 'There is no such export: purchases, receipts, sales and uses are.' }
const day = /^\d{4}-\d\d-\d\d$/

/** Whole days of UTC, both in it; all there is without them. */
const spanOf = ({ from = '0001-01-01', to = '9998-12-31' }: Query): { from: string; to: string } => {
  if (!day.test(from) || !day.test(to) || Number.isNaN(Date.parse(from)) || Number.isNaN(Date.parse(to))) throw new BadInput('Give from and to as YYYY-MM-DD.')
  return { from: `${from}T00:00:00.000Z`, to: new Date(Date.parse(to) + 86_400_000).toISOString() }
}

const changesOf = (facts: Record<string, string>) => Object.entries(facts).map(([field, after]) => ({ field, before: null, after }))

/** `GET /exports/purchases.csv?from=&to=&language=zh|en` and receipts, sales, uses: a partner's own statutory records, at any time. Recorded before it begins. */
const statutoryRoute = (app: FastifyInstance, contextOf: ContextOf, retention: Retention): void => {
  app.get<{ Params: { kind: string }; Querystring: Query }>('/exports/:kind.csv', async (request, reply) => {
    const context = await contextOf(request)
    const { kind } = request.params
    if (!isStatutoryKind(kind)) return reply.code(404).send(nothing)
    if (!isAllowed(context.viewer, 'EXPORT_STATUTORY')) {
      await recordRefusal(context, { action: 'EXPORT', code: 'NOT_ALLOWED', subject: context.viewer.organization })
      return reply.code(403).send({ error: 'Your roles do not allow this. Ask an administrator of your organization.' })
    }
    const span = spanOf(request.query)
    try {
      const ids = await statutoryEventIds(context.graph, kind, span)
      await recordAct(context, 'EXPORT', { subject: context.viewer.organization, changes: changesOf({ kind, ...span, rows: String(ids.length) }) })
      return await asFile(reply, `${kind}.csv`, csvMediaType).send(Readable.from(statutoryCsv(context.graph, kind, ids, { language: languageOf(request.query['language'], 'zh'), retention })))
    } catch (error) {
      if (error instanceof Refusal) return reply.code(413).send({ error: error.message })
      throw error
    }
  })
}

/** `GET /exports/personal-data?person=`: what the hub holds of oneself, or, for its administrators, of somebody of the organization (GDPR 15 and 20, PIPL 45). */
const personalRoute = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get<{ Querystring: Query }>('/exports/personal-data', async (request, reply) => {
    const context = await contextOf(request)
    const person = request.query['person'] ?? context.viewer.person
    const [found] = await context.graph.read(personalData, { person, administers: isAllowed(context.viewer, 'ERASE_PERSON') })
    if (!found) return reply.code(404).send({ error: 'There is no such person.' })
    await recordLook(context, { subject: person, fields: Object.keys(found) })
    return reply.header('cache-control', 'no-store').header('content-disposition', 'attachment; filename="personal-data.json"').send(found)
  })
}

export const exportsRoute = (app: FastifyInstance, contextOf: ContextOf, retention: Retention): void => {
  statutoryRoute(app, contextOf, retention)
  personalRoute(app, contextOf)
}
