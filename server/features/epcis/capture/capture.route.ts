import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { isAllowed } from '../../../access/may.ts'
import type { Allowance } from '../../../kernel/allowance.ts'
import type { Context } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { change } from '../../../record/change.ts'
import { recordRefusal } from '../../../record/record.ts'
import { type EpcisEvent, isObject } from '../epcis-event.type.ts'
import { answerOptions } from '../gs1-headers.ts'
import { longestEvent } from '../intake/event-cutter.ts'
import { readerOf } from '../intake/reader.ts'
import { takeIn, textOf } from '../intake/take-in.ts'
import { linkToNext, nextOf, pageAsked } from '../query/page.ts'
import { Problem } from '../problem.ts'
import { eventReasons } from '../validate-event.ts'
import { jobById, jobPage } from './job.cypher.ts'
import { shownJob } from './job.ts'
import { type Behaviour, type JobTools, openJobs } from './jobs.ts'
import { keepEvents } from './keep-events.ts'

type ContextOf = (request: FastifyRequest) => Promise<Context>

const behaviourOf = ({ headers }: FastifyRequest): Behaviour => {
  const asked = headers['gs1-capture-error-behaviour'] ?? 'rollback'
  if (asked === 'rollback' || asked === 'proceed') return asked
  throw new Problem('ValidationException', 'Unknown error behaviour', 'GS1-Capture-Error-Behaviour is rollback (all or nothing) or proceed (as much as possible).')
}

/** Before a large document is read at all. */
const mayCapture = async (context: Context): Promise<void> => {
  if (isAllowed(context.viewer, 'CAPTURE_EVENTS')) return
  await recordRefusal(context, { action: 'CAPTURE_EVENTS', code: 'NOT_ALLOWED' })
  throw new Problem('SecurityException', 'Not allowed', 'Your roles do not allow this. Ask an administrator of your organization.')
}

/** Where documents wait, and how much of them. */
interface Spools {
  readonly folder: string
  readonly waiting: Allowance
  readonly jobs: JobTools
}

const captureDocument = (app: FastifyInstance, contextOf: ContextOf, { folder, waiting, jobs: tools }: Spools): void => {
  const jobs = openJobs(app, tools)
  app.post<{ Body: Readable }>('/capture', async (request, reply) => {
    const context = await contextOf(request)
    await mayCapture(context)
    const behaviour = behaviourOf(request)
    const taken = await takeIn(request.body, readerOf(request.headers['content-type']), folder, waiting.hold(context.viewer.organization))
    if (behaviour === 'rollback' && taken.errors.length > 0 || taken.spool.count === 0 && taken.total > 0) {
      await taken.spool.drop()
      throw new Problem('ValidationException', 'Nothing was captured', `Of ${taken.total} events some are not valid EPCIS 2.0. Mend what errors names and send the document again.`, taken.errors)
    }
    const job = await jobs.begin(context, taken, behaviour).catch(async (error: unknown) => {
      await taken.spool.drop()
      throw error
    })
    return reply.code(202).header('location', `/epcis/capture/${job}`).send()
  })
  app.options('/capture', async (_request, reply) => answerOptions(reply, 'GET, POST, OPTIONS', true))
}

const wholeText = async (body: Readable): Promise<string> => {
  let whole = ''
  for await (const text of textOf(body, longestEvent)) whole += text
  return whole
}

/** The event of a request's body, which names its own context. */
const eventIn = async (body: Readable): Promise<EpcisEvent> => {
  const event = await wholeText(body).then((text) => JSON.parse(text) as unknown).catch((error: unknown) => {
    throw error instanceof Problem ? error : new Problem('ValidationException', 'The event cannot be read', error instanceof Error ? error.message : String(error))
  })
  const reasons = [...(isObject(event) && event['@context'] === undefined ? ['the event: @context is missing'] : []), ...eventReasons(event)]
  if (reasons.length > 0) throw new Problem('ValidationException', 'The event is not valid EPCIS 2.0', reasons.join('; '))
  return event as EpcisEvent
}

const captureEvent = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.post<{ Body: Readable }>('/events', async (request, reply) => {
    const context = await contextOf(request)
    await mayCapture(context)
    const event = await eventIn(request.body)
    const job = newId('cap')
    const answer = await change(context, { action: 'CAPTURE_EVENTS', idempotencyKey: job, input: { job }, subject: job }, async (changing) => {
      const kept = await keepEvents(changing, [{ place: 1, event }], { context: event['@context'] ?? [], job })
      changing.audit({ subject: job, changes: [{ field: 'capturedCount', before: null, after: String(kept.captured.length) }] })
      return kept
    })
    if ('code' in answer) throw new Problem('ResourceAlreadyExistsException', 'The event was not captured', answer.message)
    const [wrong] = answer.errors
    if (wrong !== undefined) throw new Problem(wrong.type.slice('epcisException:'.length) as Problem['type'], 'The event was not captured', wrong.detail)
    const id = answer.captured[0] ?? answer.repeated[0] ?? ''
    return reply.code(201).header('location', `/epcis/events/${encodeURIComponent(id)}`).send()
  })
}

const showJobs = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get<{ Querystring: Record<string, string> }>('/capture', async (request, reply) => {
    const context = await contextOf(request)
    const { after, limit } = pageAsked(request.query)
    const rows = await context.graph.read(jobPage, { before: after || '~', limit: limit + 1 })
    return linkToNext(request, reply, nextOf(rows, limit)).send(rows.slice(0, limit).map(({ job }) => shownJob(job)))
  })
  app.get<{ Params: { id: string } }>('/capture/:id', async (request) => {
    const context = await contextOf(request)
    const [found] = await context.graph.read(jobById, { id: request.params.id })
    if (found === undefined) throw new Problem('NoSuchResourceException', 'No such capture job', 'There is no capture job of this id.')
    return shownJob(found.job)
  })
  app.options('/capture/:id', async (_request, reply) => answerOptions(reply, 'GET, OPTIONS'))
}

/** `POST /epcis/capture`, `POST /epcis/events` and the jobs (EPCIS 2.0, 12.6). */
export const captureRoutes = (app: FastifyInstance, contextOf: ContextOf, spools: Spools): void => {
  captureDocument(app, contextOf, spools)
  captureEvent(app, contextOf)
  showJobs(app, contextOf)
}
