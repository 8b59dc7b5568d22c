import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Allowance } from '../../kernel/allowance.ts'
import { asFile } from '../../kernel/as-file.ts'
import type { Ask } from '../../kernel/ask.ts'
import type { Context } from '../../kernel/context.ts'
import { takePlace } from '../../kernel/paper-door.ts'
import { recordAct } from '../../record/record.ts'
import { type Asking, factsOf, type Row, rowsOf } from '../evidence/pages.ts'
import { choice, isRow, text } from '../evidence/row-text.ts'
import { byteOrderMark, csvLine, csvMediaType } from '../exports/csv.ts'
import { mostRows, noticePdf } from './notice-pdf.ts'
import { placesOf, proceduresOf, soleAnswer } from './notice-row.ts'
import type { Language } from '../../paper/paper.ts'

const noticeQuery = `query ($id: ID!) { subject: recallNotice(id: $id) {
  id issuedAt respondBy itemCount recipient { name nameZh kinds country } recall { reference title titleZh reason reasonZh riskStatement riskStatementZh classification actions drill }
} }`

const itemsQuery = `query ($id: ID!, $first: Int!, $after: String) { subject: recallNotice(id: $id) { page: items(first: $first, after: $after) {
  edges { node { udi lotNumber serialNumber expiresOn status quantity { value unit } onNotice { role answers { disposition quantity { value unit } } places { site { name nameZh } quantity { value unit } } procedures { procedureReference usedAt quantity { value unit } } } product { di name nameZh model manufacturer { name nameZh address phone } } } } pageInfo { hasNextPage endCursor }
} } }`

interface NoticeDoor {
  readonly contextOf: (request: FastifyRequest) => Promise<Context>
  readonly ask: Ask
  readonly papers: Allowance
}

const nothing = { error: 'There is no such notice to you.' }

const firstRows = async (asking: Asking, id: string): Promise<Row[]> => {
  const rows: Row[] = []
  for await (const row of rowsOf(asking, itemsQuery, id)) if (rows.push(row) >= mostRows) break
  return rows
}

/** The columns that a file of answers takes (`code`, `quantity`, `disposition`: a code), and what a person needs to find the device. */
const heads = {
  en: ['code', 'lot', 'serial', 'quantity', 'unit', 'product', 'model', 'expires', 'place', 'procedures', 'disposition'],
  zh: ['编码', '批号', '序列号', '数量', '单位', '产品', '型号', '有效期', '所在位置', '手术编号', '处置'],
} as const satisfies Record<Language, readonly string[]>

const lineOf = (row: Row, language: Language): string => csvLine([
  text(row, 'udi'), text(row, 'lotNumber'), text(row, 'serialNumber'), text(row['quantity'], 'value'), text(row['quantity'], 'unit'), choice(row['product'], language),
  text(row['product'], 'model'), text(row, 'expiresOn'), placesOf(row, language), proceduresOf(row), soleAnswer(row),
])

async function* csvOf(asking: Asking, id: string, language: Language): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(heads[language])
  for await (const row of rowsOf(asking, itemsQuery, id)) yield lineOf(row, language)
}

const send = (reply: FastifyReply, notice: Row, kind: 'pdf' | 'csv', content: Readable): FastifyReply => {
  const reference = isRow(notice['recall']) ? text(notice['recall'], 'reference') : ''
  return asFile(reply, `${reference}.${kind}`, kind === 'pdf' ? 'application/pdf' : csvMediaType).send(content)
}

/**
 * `GET /recall-notices/{id}.pdf?language=zh|en` and `.csv` (the same): a notice with exactly the devices that it lists, for its
 * recipient, and for the maker as far as it may know them. Recorded before it is sent.
 */
export const noticePapersRoute = (app: FastifyInstance, { contextOf, ask, papers }: NoticeDoor): void => {
  for (const kind of ['pdf', 'csv'] as const) {
    app.get<{ Params: { id: string }; Querystring: { language?: string } }>(`/recall-notices/:id.${kind}`, async (request, reply) => {
      const context = await contextOf(request)
      const { id } = request.params
      const asking = { ask, context }
      const notice = await factsOf(asking, noticeQuery, { id })
      if (!notice) return reply.code(404).send(nothing)
      takePlace(reply, papers, context.viewer.organization)
      await recordAct(context, 'EXPORT', { subject: id, changes: [{ field: 'kind', before: null, after: `notice.${kind}` }] })
      const language = request.query.language === 'en' ? 'en' : 'zh'
      return send(reply, notice, kind, kind === 'csv' ? Readable.from(csvOf(asking, id, language)) : noticePdf(notice, await firstRows(asking, id), language))
    })
  }
}
