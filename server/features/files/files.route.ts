import type { FastifyInstance } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { asFile } from '../../kernel/as-file.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Quotas } from '../../kernel/quotas.ts'
import { roomLeft } from '../../kernel/storage.ts'
import { recordAct } from '../../record/record.ts'
import { csvMediaType } from '../exports/csv.ts'
import { allowedTo, answered, type ContextOf, ownJob } from './file-doors.ts'
import { keepFile } from './file-store.ts'
import { importsRoute } from './imports.route.ts'
import { languageOf } from './reason-words.ts'
import { checkTimeZone, receiveFile } from './receive-file.ts'
import { rejectedLines } from './rejected-lines.ts'
import { isReport, type ReportName, reportNamed, reports } from './reports.ts'
import { fileLimits } from './row.ts'
import { templateOf } from './template.ts'

/** Where files lie, and how much of them. */
interface FileStores {
  readonly dataFolder: string
  readonly quotas: Quotas
}

type Kind = 'csv' | 'xlsx'

const mediaTypes: Readonly<Record<Kind, string>> = { csv: csvMediaType, xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

const kindNamed = (name: string): Kind => {
  if (name === 'csv' || name === 'xlsx') return name
  throw new Refusal('NOT_FOUND', 'Ask for .csv or .xlsx.')
}

const reportOf = (name: string): ReportName => {
  if (isReport(name)) return name
  throw new Refusal('NOT_FOUND', `There is no report ${name} for files: ${Object.keys(reports).join(', ')} are.`)
}

/**
 * `POST /files/imports/{report}?name=&timeZone=`: a CSV or XLSX file as the request's body, for example
 * `curl --data-binary @sales.csv -H 'Content-Type: text/csv'`. Delimiter and encoding (UTF-8, UTF-16, GB18030) are found
 * by themselves, columns by their names in either language. Answers 200 with `{id}` of its import, which is checked at
 * once and keeps nothing before it is committed; the same file for the same report again is the same import.
 * `timeZone` (IANA) is of times that name none, UTC by default.
 */
const uploadRoute = async (app: FastifyInstance, contextOf: ContextOf, { dataFolder, quotas }: FileStores): Promise<void> => {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // The body stays a stream: it goes to the disk as it comes.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    scope.post<{ Params: { report: string }; Querystring: { name?: string; timeZone?: string }; Body: IncomingMessage }>('/files/imports/:report', { bodyLimit: fileLimits.bytes }, async (request, reply) => answered(reply, async () => {
      const context = await contextOf(request)
      const report = reportOf(request.params.report)
      const { name = `${report}.csv`, timeZone = 'UTC' } = request.query
      await allowedTo(context, reportNamed(report).action)
      checkTimeZone(timeZone)
      const room = { bytes: await roomLeft(context.graph, quotas.stored), waiting: quotas.waiting.hold(context.viewer.organization) }
      return receiveFile(context, dataFolder, { report, fileName: name.slice(0, 200), timeZone, file: await keepFile(dataFolder, request.body ?? request.raw, room) })
    }))
  })
}

/** `GET /files/templates/{report}.csv|xlsx?language=zh|en`: an empty table to fill in. */
const templateRoute = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get<{ Params: { report: string; kind: string }; Querystring: { language?: string } }>('/files/templates/:report.:kind', async (request, reply) => answered(reply, async () => {
    const { viewer } = await contextOf(request)
    const [report, kind, language] = [reportOf(request.params.report), kindNamed(request.params.kind), languageOf(request.query.language, viewer.locale)]
    asFile(reply, `${report}-${language}.${kind}`, mediaTypes[kind])
    return Buffer.from(await templateOf(report, kind, language))
  }))
}

/** `GET /files/imports/{id}/rejected.csv|xlsx?language=`: lines that were not taken, with why, in the file's own columns. Recorded as an export. */
const rejectedRoute = (app: FastifyInstance, contextOf: ContextOf, dataFolder: string): void => {
  app.get<{ Params: { id: string; kind: string }; Querystring: { language?: string } }>('/files/imports/:id/rejected.:kind', async (request, reply) => answered(reply, async () => {
    const context = await contextOf(request)
    const job = await ownJob(context, request.params.id)
    const kind = kindNamed(request.params.kind)
    await recordAct(context, 'EXPORT', { subject: job.id, changes: [{ field: 'rejected', before: null, after: String(job.rejected) }] })
    const rows = await rejectedLines(context.graph, dataFolder, job, kind, languageOf(request.query.language, context.viewer.locale))
    asFile(reply, `rejected.${kind}`, mediaTypes[kind])
    return rows
  }))
}

/** Files in and out: reports by CSV and XLSX. */
export const filesRoute = async (app: FastifyInstance, contextOf: ContextOf, stores: FileStores): Promise<void> => {
  templateRoute(app, contextOf)
  rejectedRoute(app, contextOf, stores.dataFolder)
  importsRoute(app, contextOf, stores.dataFolder)
  await uploadRoute(app, contextOf, stores)
}
