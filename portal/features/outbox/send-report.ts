import type { Client, CombinedError } from '@urql/vue'
import { type MutationAnswer, type Outcome, outcomeOf, outcomeOfError } from './outcome.ts'
import { confirmReceipt, recordUsage, reportInspection, reportReturn, reportSellThrough, reportShipment, scrap, setQuarantine } from './report.mutations.ts'
import { acceptanceChecks, type Judgement, type Report, type ReportedLine, type Task } from './report.ts'
import { sendProblem } from './send-problem.ts'
import { uploadFiles } from './upload-files.ts'
import { unseal } from './sealing.ts'
import { openWords } from './words.ts'

interface Asked { answer: MutationAnswer | undefined, error: CombinedError | undefined }

const amount = ({ known, quantity }: ReportedLine) => known?.kind === 'SERIAL' || known?.kind === 'UNIT' ? null : quantity

/** Nothing where nothing was checked. */
function acceptanceInput({ fields: { acceptance } }: Report, photos: string[]) {
  if (!acceptance) return null
  const { temperature, checks, remark } = acceptance
  const said = acceptanceChecks.map((check) => [check, checks[check] === undefined ? null : checks[check] === 'yes'] as const)
  if (temperature === '' && !remark && !photos.length && said.every(([, value]) => value === null)) return null
  return { ...Object.fromEntries(said), temperature: temperature === '' ? null : Number(temperature), remark: remark || null, photos }
}

/** What a report of goods says whatever it is of. */
const goodsInput = ({ id, at, fields, lines }: Report) => ({
  idempotencyKey: id, at, site: fields.site || null, lines: lines.map((line) => ({ code: line.code, quantity: amount(line) })),
})

/** Of a maker's own lots that are judged as such, no quantity is told. */
const judgedInput = (report: Report) => {
  const input = goodsInput(report)
  return { ...input, note: report.fields.reason || null, lines: report.fields.wholeLots ? input.lines.map(({ code }) => ({ code })) : input.lines }
}

const judge: Record<Judgement, (client: Client, report: Report) => Promise<Asked>> = {
  QUARANTINE: async (client, report) => {
    const { data, error } = await client.mutation(setQuarantine, { input: { ...judgedInput(report), quarantined: true } })
    return { answer: data?.setQuarantine, error }
  },
  CONFORMANT: (client, report) => inspected(client, report, 'CONFORMANT'),
  NON_CONFORMANT: (client, report) => inspected(client, report, 'NON_CONFORMANT'),
  SCRAP: async (client, report) => {
    const { data, error } = await client.mutation(scrap, { input: { ...goodsInput(report), reason: report.fields.reason ?? '' } })
    return { answer: data?.scrap, error }
  },
}

async function inspected(client: Client, report: Report, result: 'CONFORMANT' | 'NON_CONFORMANT'): Promise<Asked> {
  const { data, error } = await client.mutation(reportInspection, { input: { ...judgedInput(report), result } })
  return { answer: data?.reportInspection, error }
}

const ask: Record<Task, (client: Client, report: Report, documents: string[]) => Promise<Asked>> = {
  receive: async (client, report, documents) => {
    const { id, at, fields, lines } = report
    const { data, error } = await client.mutation(confirmReceipt, { input: {
      idempotencyKey: id, documentNumber: fields.documentNumber || null, acceptance: acceptanceInput(report, documents), receivedAt: at, receivedFrom: fields.partner || null, site: fields.site || null,
      lines: lines.map((line) => ({ code: line.code, quantity: amount(line), condition: line.condition ?? 'ACCEPTED', note: line.note || null })),
    } })
    return { answer: data?.confirmReceipt, error }
  },
  ship: async (client, report) => {
    const { documentNumber, partner: to, carton, consignment, difference } = report.fields
    const { data, error } = await client.mutation(reportShipment, { input: { ...goodsInput(report), documentNumber, to, sscc: carton || null, consignment, note: difference || null } })
    return { answer: data?.reportShipment, error }
  },
  sell: async (client, { id, at, fields, lines }) => {
    const { data, error } = await client.mutation(reportSellThrough, { input: {
      idempotencyKey: id, documentNumber: fields.documentNumber, note: fields.difference || null,
      lines: lines.map((line) => ({ code: line.code, quantity: amount(line), consignment: fields.consignment, soldTo: fields.partner, soldAt: at, note: line.note || null })),
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
  return: async (client, report) => {
    const { documentNumber, partner: to, reason } = report.fields
    const { data, error } = await client.mutation(reportReturn, { input: { ...goodsInput(report), documentNumber, to, note: reason || null } })
    return { answer: data?.reportReturn, error }
  },
  inspect: (client, report) => judge[report.fields.judgement](client, report),
}

/** Tries to send one report. Whatever happens on the way, the same report may be sent again: its key makes it one. */
export async function sendReport(client: Client, report: Report): Promise<Outcome> {
  if (report.task === 'problem') return sendProblem(client, report)
  const sent = await uploadFiles(report, report.fields.acceptance?.photos ?? [])
  if ('kind' in sent) return sent
  const { answer, error } = await ask[report.task](client, await openWords(report), sent.documents)
  const at = new Date().toISOString()
  if (answer) return outcomeOf(answer, report.lines.length, at)
  return error ? outcomeOfError(error, at) : { kind: 'later', why: 'busy' }
}
