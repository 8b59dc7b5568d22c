import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Allowance } from '../../kernel/allowance.ts'
import { asFile } from '../../kernel/as-file.ts'
import type { Ask } from '../../kernel/ask.ts'
import type { Context } from '../../kernel/context.ts'
import { takePlace } from '../../kernel/paper-door.ts'
import { recordAct } from '../../record/record.ts'
import { type Asking, factsOf, type Row, rowsOf } from '../evidence/pages.ts'
import { isRow, text } from '../evidence/row-text.ts'
import { byteOrderMark, csvLine, csvMediaType } from '../exports/csv.ts'
import { mostRows, noticePdf } from './notice-pdf.ts'

const noticeQuery = `query ($id: ID!) { subject: recallNotice(id: $id) {
  id issuedAt respondBy itemCount recipient { name nameZh kinds country } recall { reference title titleZh reason riskStatement classification actions drill }
} }`

const itemsQuery = `query ($id: ID!, $first: Int!, $after: String) { subject: recallNotice(id: $id) { page: items(first: $first, after: $after) {
  edges { node { udi lotNumber serialNumber expiresOn status disposition quantity { value unit } site { name nameZh } product { di name nameZh model manufacturer { name nameZh address phone } } } } pageInfo { hasNextPage endCursor }
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

/** The columns that a file of answers takes, and what a person needs to find the device. */
const head = ['code', 'lot', 'serial', 'quantity', 'unit', 'product', 'model', 'expires', 'place', 'disposition']

const lineOf = (row: Row): string => csvLine([
  text(row, 'udi'), text(row, 'lotNumber'), text(row, 'serialNumber'), text(row['quantity'], 'value'), text(row['quantity'], 'unit'), text(row['product'], 'nameZh') || text(row['product'], 'name'),
  text(row['product'], 'model'), text(row, 'expiresOn'), text(row['site'], 'nameZh') || text(row['site'], 'name'), text(row, 'disposition'),
])

async function* csvOf(asking: Asking, id: string): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(head)
  for await (const row of rowsOf(asking, itemsQuery, id)) yield lineOf(row)
}

const send = (reply: FastifyReply, notice: Row, kind: 'pdf' | 'csv', content: Readable): FastifyReply => {
  const reference = isRow(notice['recall']) ? text(notice['recall'], 'reference') : ''
  return asFile(reply, `${reference}.${kind}`, kind === 'pdf' ? 'application/pdf' : csvMediaType).send(content)
}

/**
 * `GET /recall-notices/{id}.pdf?language=zh|en` and `.csv`: a notice with exactly the devices that it lists, for its
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
      return send(reply, notice, kind, kind === 'csv' ? Readable.from(csvOf(asking, id)) : noticePdf(notice, await firstRows(asking, id), language))
    })
  }
}
