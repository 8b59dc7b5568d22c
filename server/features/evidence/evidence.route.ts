import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isAllowed } from '../../access/may.ts'
import type { Allowance } from '../../kernel/allowance.ts'
import type { Ask } from '../../kernel/ask.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { takePlace } from '../../kernel/paper-door.ts'
import type { Language } from '../../paper/paper.ts'
import { recordAct, recordRefusal } from '../../record/record.ts'
import { makePack, type PackOrder, type PackStores } from './make-pack.ts'
import { papersIn } from './pack-papers.ts'
import { findSubject, type PackSubject } from './pack-subject.ts'
import { PackWriter } from './pack-writer.ts'
import { isRow } from './row-text.ts'

export interface EvidenceDoor extends PackStores {
  readonly contextOf: (request: FastifyRequest) => Promise<Context>
  readonly ask: Ask
  readonly papers: Allowance
}

const nothing = { error: 'There is no such serial, batch, case or recall.' }
const mayNot = { error: 'Your roles do not allow this. Ask your quality or regulatory team for the pack.' }

const languageOf = (asked: string | undefined, { locale }: Context['viewer']): Language => (asked === 'zh' || asked !== 'en' && locale.startsWith('zh') ? 'zh' : 'en')

const numberAt = (row: unknown, field: string): number => (isRow(row) ? Number(row[field] ?? 0) : 0)

/** About how large it will be, in bytes, for a bar of progress: a row packs to some 70, the PDF takes some 60,000. */
const estimate = ({ kind, facts }: PackSubject): number => {
  const serials = kind === 'recall' ? 2 * numberAt(facts['progress'], 'serialCount') : numberAt(facts, 'serialCount')
  return 60_000 + 70 * serials + [...papersIn(facts)].reduce((sum, { size }) => sum + size, 0)
}

const send = (reply: FastifyReply, { subject, madeAt }: PackOrder, pack: PackWriter): FastifyReply => {
  const name = `evidence-${subject.label}-${madeAt.slice(0, 10)}.zip`
  return reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .header('x-evidence-estimate', estimate(subject))
    .send(pack.stream)
}

/**
 * `GET /evidence/{id}?language=zh|en`: a ZIP of all that the hub shows the viewer of a serial, batch, case or recall. That
 * it is made is recorded before its first byte; a pack that fails midway ends without an end, so that no ZIP reader takes it.
 */
export const evidenceRoute = (app: FastifyInstance, { contextOf, ask, papers, ...stores }: EvidenceDoor): void => {
  app.get<{ Params: { id: string }; Querystring: { language?: string } }>('/evidence/:id', async (request, reply) => {
    const context = await contextOf(request)
    const { viewer } = context
    const subject = await findSubject({ ask, context }, request.params.id)
    if (!subject) return reply.code(404).send(nothing)
    if (!isAllowed(viewer, 'MAKE_EVIDENCE')) {
      await recordRefusal(context, { action: 'MAKE_EVIDENCE', code: 'NOT_ALLOWED', subject: subject.id })
      return reply.code(403).send(mayNot)
    }
    takePlace(reply, papers, viewer.organization)
    const language = languageOf(request.query.language, viewer)
    const order = { pack: newId('evp'), madeAt: new Date().toISOString(), madeFor: language === 'zh' ? (viewer.nameZh ?? viewer.name) : viewer.name, language, subject }
    await recordAct(context, 'MAKE_EVIDENCE', { subject: subject.id, maker: viewer.organization, changes: [{ field: 'pack', before: null, after: order.pack }, { field: 'language', before: null, after: language }] })
    const pack = new PackWriter(new Date(order.madeAt))
    makePack(pack, { ask, context }, order, stores).catch((error: unknown) => {
      request.log.warn({ err: error, pack: order.pack }, 'an evidence pack was not finished')
      pack.break(error as Error)
    })
    return send(reply, order, pack)
  })
}
