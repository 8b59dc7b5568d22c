import type { Client, CombinedError } from '@urql/vue'
import { type MutationAnswer, type Outcome, outcomeOf, outcomeOfError } from './outcome.ts'
import { confirmReceipt, recordUsage, reportSellThrough } from './report.mutations.ts'
import type { Report, ReportedLine, Task } from './report.ts'
import { unseal } from './sealing.ts'

interface Asked { answer: MutationAnswer | undefined, error: CombinedError | undefined }

const amount = ({ known, quantity }: ReportedLine) => known?.kind === 'SERIAL' || known?.kind === 'UNIT' ? null : quantity

const ask: Record<Task, (client: Client, report: Report) => Promise<Asked>> = {
  receive: async (client, { id, at, fields, lines }) => {
    const { data, error } = await client.mutation(confirmReceipt, { input: {
      idempotencyKey: id, documentNumber: fields.documentNumber || null, receivedAt: at, receivedFrom: fields.partner || null, site: fields.site || null,
      lines: lines.map((line) => ({ code: line.code, quantity: amount(line), condition: line.condition ?? 'ACCEPTED', note: line.note || null })),
    } })
    return { answer: data?.confirmReceipt, error }
  },
  sell: async (client, { id, at, fields, lines }) => {
    const { data, error } = await client.mutation(reportSellThrough, { input: {
      idempotencyKey: id, documentNumber: fields.documentNumber,
      lines: lines.map((line) => ({ code: line.code, quantity: amount(line), consignment: fields.consignment, soldTo: fields.partner, soldAt: at })),
    } })
    return { answer: data?.reportSellThrough, error }
  },
  use: async (client, { id, at, fields, lines: [line], sealed }) => {
    if (!line) throw new Error('a use of nothing')
    const { data, error } = await client.mutation(recordUsage, { input: {
      idempotencyKey: id, code: line.code, quantity: amount(line), usedAt: at, kind: fields.kind, site: fields.site || null,
      procedureReference: sealed && await unseal(sealed),
    } })
    return { answer: data?.recordUsage, error }
  },
}

/** Tries to send one report. Whatever happens on the way, the same report may be sent again: its key makes it one. */
export async function sendReport(client: Client, report: Report): Promise<Outcome> {
  const { answer, error } = await ask[report.task](client, report)
  const at = new Date().toISOString()
  if (answer) return outcomeOf(answer, report.lines.length, at)
  return error ? outcomeOfError(error, at) : { kind: 'later', why: 'busy' }
}
