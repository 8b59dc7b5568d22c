import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../kernel/errors.ts'
import { commitImport, mapColumns } from './decide-import.ts'
import { answered, type ContextOf, ownJob } from './file-doors.ts'
import { columnsAnswer, importAnswer, importPage } from './import-answer.ts'
import { jobsOfViewer } from './import.cypher.ts'

interface ById {
  readonly Params: { readonly id: string }
}

const mappingInput = z.object({ columns: z.record(z.string().max(500), z.string().max(50).nullable()), timeZone: z.string().max(60).optional() })
const commitInput = z.object({ mode: z.enum(['GOOD_LINES', 'ALL_OR_NOTHING']) })

const read = <Input>(schema: z.ZodType<Input>, body: unknown, usage: string): Input => {
  const { data } = schema.safeParse(body)
  if (data === undefined) throw new Refusal('INVALID_INPUT', usage)
  return data
}

/**
 * What becomes of a file that was sent (`POST /files/imports/{report}`), for portal and systems alike. Another partner's
 * import does not exist: 404. Refusals are `{code, error, errorZh}`.
 *
 * - `GET /files/imports?before=`: own imports, newest first, 50 at a time.
 * - `GET /files/imports/{id}?from=`: where it is (`state`, `done` of `total` lines), and what is wrong, line by line: `line`
 *   as a spreadsheet counts it, `column`, `value`, `code`, `message`, `messageZh`; `next` is the `from` of the following ones.
 * - `GET /files/imports/{id}/columns`, `PUT` the same with `{columns: {"客户": "soldTo", "备注": null}, timeZone}`: which column is which.
 * - `POST /files/imports/{id}/commit` with `{mode: "GOOD_LINES" | "ALL_OR_NOTHING"}`, once it is CHECKED; when it is DONE,
 *   the same again tries the lines that were not taken. Safe to repeat.
 */
export const importsRoute = (app: FastifyInstance, contextOf: ContextOf, dataFolder: string): void => {
  app.get<{ Querystring: { before?: string } }>('/files/imports', async (request, reply) => answered(reply, async () => {
    const { graph } = await contextOf(request)
    const found = await graph.read(jobsOfViewer, { before: request.query.before ?? '9999', limit: 50 })
    return { imports: found.map(({ job }) => importAnswer(job)) }
  }))

  app.get<ById & { Querystring: { from?: string } }>('/files/imports/:id', async (request, reply) => answered(reply, async () => {
    const context = await contextOf(request)
    return importPage(context.graph, await ownJob(context, request.params.id), Number(request.query.from) || 0)
  }))

  app.get<ById>('/files/imports/:id/columns', async (request, reply) => answered(reply, async () =>
    columnsAnswer(dataFolder, await ownJob(await contextOf(request), request.params.id))))

  app.put<ById>('/files/imports/:id/columns', async (request, reply) => answered(reply, async () => {
    const context = await contextOf(request)
    const job = await ownJob(context, request.params.id)
    const { columns, timeZone } = read(mappingInput, request.body, 'Give {columns: {name: field or null}, timeZone}.')
    return mapColumns(context, job, columns, timeZone ?? job.timeZone)
  }))

  app.post<ById>('/files/imports/:id/commit', async (request, reply) => answered(reply, async () => {
    const context = await contextOf(request)
    const job = await ownJob(context, request.params.id)
    return commitImport(context, job, read(commitInput, request.body, 'Give {mode: GOOD_LINES or ALL_OR_NOTHING}.').mode)
  }))
}
