import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Allowance } from '../../kernel/allowance.ts'
import { asFile } from '../../kernel/as-file.ts'
import type { Context } from '../../kernel/context.ts'
import { takePlace } from '../../kernel/paper-door.ts'
import { type Language, Paper } from '../../paper/paper.ts'
import { recordAct } from '../../record/record.ts'
import { buildReport } from './build-report.ts'
import { type AuthorityReport, ReportForm } from './filing.type.ts'

const words = {
  zh: { source: '依据', asOf: '截至（UTC）', missing: '缺', unverified: '（条文待核对）' },
  en: { source: 'Source', asOf: 'As of (UTC)', missing: 'missing', unverified: ' (text yet to be checked)' },
}

const reportPdf = ({ title, titleZh, source, asOf, blocks }: AuthorityReport, language: Language): Paper['stream'] => {
  const say = words[language]
  const either = (text: string, textZh: string): string => (language === 'zh' ? textZh : text)
  const paper = new Paper({ title: either(title, titleZh), language, madeAt: asOf, foot: either(title, titleZh) })
  for (const block of blocks) {
    paper.heading(either(block.title, block.titleZh))
    paper.facts(block.fields.map(({ number, label, labelZh, value, missing, verified, note }) =>
      [`${number} ${either(label, labelZh)}${verified ? '' : say.unverified}`, [value ?? (missing ? `[${say.missing}]` : '–'), note].filter(Boolean).join('\n')]))
  }
  paper.text(`${say.source}: ${source}`, { quiet: true })
  paper.text(`${say.asOf}: ${asOf}`, { quiet: true })
  paper.end()
  return paper.stream
}

const isForm = (text: string): text is ReportForm => Object.hasOwn(ReportForm, text)

/** `GET /authority-reports/{subject}/{form}.pdf?language=zh|en`: a form of a case or recall as it would be filled now, to read and to print. Recorded before it is sent. */
export const reportPdfRoute = (app: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>, papers: Allowance): void => {
  app.get<{ Params: { id: string; form: string }; Querystring: { language?: string } }>('/authority-reports/:id/:form.pdf', async (request, reply) => {
    const context = await contextOf(request)
    const { graph } = context
    const { id, form } = request.params
    const report = isForm(form) ? await buildReport((statement, input) => graph.read(statement, input), form, id, new Date().toISOString()) : null
    if (!report) return reply.code(404).send({ error: 'There is no such report of a case or recall of yours.' })
    takePlace(reply, papers, context.viewer.organization)
    await recordAct(context, 'EXPORT', { subject: id, changes: [{ field: 'form', before: null, after: form }] })
    return asFile(reply, `${form}.pdf`, 'application/pdf').send(reportPdf(report, request.query.language === 'en' ? 'en' : 'zh'))
  })
}
