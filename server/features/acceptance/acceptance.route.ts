import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Allowance } from '../../kernel/allowance.ts'
import { asFile } from '../../kernel/as-file.ts'
import type { Context } from '../../kernel/context.ts'
import { takePlace } from '../../kernel/paper-door.ts'
import { recordAct } from '../../record/record.ts'
import { statutoryRows } from '../exports/statutory.cypher.ts'
import { acceptanceById, type AcceptanceRecord } from './acceptance.cypher.ts'
import { acceptancePdf, type AcceptedRow } from './acceptance-pdf.ts'

/** Things by the event of their receipt, each event with its own result: a receipt has few. */
const rowsOf = async ({ graph }: Context, { events }: AcceptanceRecord): Promise<AcceptedRow[]> => {
  const all = await Promise.all(events.map(async ({ event, condition, note }) => (await graph.read(statutoryRows, { kind: 'receipts', ids: [event] })).map((row) => ({ ...row, condition, note }))))
  return all.flat()
}

/** `GET /acceptance-records/{id}.pdf?language=zh|en`: what was checked when goods arrived, for the organization that received them. Recorded before it is sent. */
export const acceptanceRoute = (app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>, papers: Allowance): void => {
  app.get<{ Params: { id: string }; Querystring: { language?: string } }>('/acceptance-records/:id.pdf', async (request, reply) => {
    const context = await contextOf(request)
    const { id } = request.params
    const [record] = await context.graph.read(acceptanceById, { id })
    if (!record) return reply.code(404).send({ error: 'There is no such acceptance record of yours.' })
    takePlace(reply, papers, context.viewer.organization)
    await recordAct(context, 'EXPORT', { subject: id, changes: [{ field: 'kind', before: null, after: 'acceptance.pdf' }] })
    const paper = acceptancePdf(record, await rowsOf(context, record), request.query.language === 'en' ? 'en' : 'zh')
    return asFile(reply, `${record.documentNumber?.replaceAll(/[^\w.-]/g, '_') || 'acceptance'}.pdf`, 'application/pdf').send(paper)
  })
}
