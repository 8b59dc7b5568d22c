import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { viewerAgain } from '../../../access/actor.ts'
import type { Context } from '../../../kernel/context.ts'
import { NotSignedIn } from '../../../kernel/errors.ts'
import type { Graph } from '../../../kernel/graph.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { type Acting, change } from '../../../record/change.ts'
import type { LdContext } from '../epcis-event.type.ts'
import { spoolAt } from '../intake/spool.ts'
import type { TakenIn } from '../intake/take-in.ts'
import { type EventError, Problem } from '../problem.ts'
import { createJob, renewJobs, takeJob, waitingJobs } from './job.cypher.ts'
import type { JobFolder } from './job-folder.ts'
import { finish, type Job, runJob } from './run-job.ts'

export type Behaviour = 'rollback' | 'proceed'

/** How often a node says which jobs it has, and looks for those that nobody has; and how long such a word holds. Milliseconds. */
const rhythm = 15_000
const lease = 60_000

export interface JobTools {
  readonly graph: Graph
  readonly folder: JobFolder
}

type Began = Pick<Viewer, 'person' | 'client' | 'organization' | 'roles'>

/**
 * Runs capture jobs beside the requests, one after another for each organization. A document that was accepted waits in
 * the data folder until its job is done: where the hub is stopped or killed, the next one, or another node on the
 * same folder, goes on; what was kept already is known by its idempotency key.
 */
class CaptureJobs {
  readonly #holder = randomUUID()
  readonly #stopping = new AbortController()
  readonly #lines = new Map<string, Promise<void>>()
  readonly #held = new Set<string>()
  readonly #timer: NodeJS.Timeout
  readonly #tools: JobTools
  readonly #report: (error: unknown, job: string) => void
  #looking: Promise<void>

  constructor(tools: JobTools, report: (error: unknown, job: string) => void) {
    this.#tools = tools
    this.#report = report
    this.#looking = this.#look()
    this.#timer = setInterval(() => { this.#looking = this.#looking.then(() => this.#look()) }, rhythm).unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stopping.abort()
    await this.#looking
    await Promise.all(this.#lines.values())
  }

  /** Begins a job for a document that was taken in. @returns its id */
  async begin(context: Context, { spool, errors, total }: TakenIn, behaviour: Behaviour): Promise<string> {
    const id = newId('cap')
    const { person, client, organization, roles } = context.viewer
    const kept = await spool.movedTo(this.#tools.folder.pathOf(id))
    const began = JSON.stringify({ person, client, organization, roles } satisfies Began)
    const work = { waiting: true, holder: this.#holder, began, context: JSON.stringify(spool.context), spooled: spool.count }
    const answer = await change(context, { action: 'CAPTURE_EVENTS', idempotencyKey: id, input: { id }, subject: id }, async (changing) => {
      const { at } = changing
      await changing.run(createJob, { lease, job: { id, organization, createdAt: at, place: `${at}|${id}`, running: true, success: errors.length === 0, behaviour, total, captured: 0, repeated: 0, errors: JSON.stringify(errors), ...work } })
      changing.audit({ subject: id, changes: [{ field: 'eventCount', before: null, after: String(total) }] })
      return { id }
    })
    if ('code' in answer) {
      await kept.drop()
      throw new Problem('SecurityException', 'Not allowed', answer.message)
    }
    this.#queue(organization, context, { id, behaviour, errors, spool: kept })
    return id
  }

  #queue(organization: string, acting: Acting, job: Omit<Job, 'signal' | 'holder'>): void {
    this.#held.add(job.id)
    const work = () => runJob(acting, { ...job, holder: this.#holder, signal: this.#stopping.signal }, (error) => this.#report(error, job.id)).finally(() => this.#held.delete(job.id))
    const line: Promise<void> = (this.#lines.get(organization) ?? Promise.resolve()).then(work).finally(() => {
      if (this.#lines.get(organization) === line) this.#lines.delete(organization)
    })
    this.#lines.set(organization, line)
  }

  async #look(): Promise<void> {
    const { graph, folder } = this.#tools
    try {
      if (this.#held.size > 0) await graph.write((writer) => writer.run(renewJobs, { ids: [...this.#held], holder: this.#holder, lease }))
      const left = (await folder.jobs()).filter((id) => !this.#held.has(id))
      if (left.length === 0) return
      await folder.sweep(left, new Set((await graph.read(waitingJobs, { ids: left })).map(({ id }) => id)))
      for (const id of left) await this.#takeUp(id)
    } catch (error) {
      this.#report(error, 'jobs that wait')
    }
  }

  async #takeUp(id: string): Promise<void> {
    const { graph, folder } = this.#tools
    if (this.#stopping.signal.aborted) return
    const [taken] = await graph.write((writer) => writer.run(takeJob, { id, holder: this.#holder, lease }))
    if (!taken) return
    const { began, behaviour, context, errors, spooled } = taken.job
    const spool = await spoolAt(folder.pathOf(id), JSON.parse(context) as LdContext, spooled)
    const job = { id, behaviour, errors: JSON.parse(errors) as EventError[], spool }
    try {
      const viewer = await viewerAgain(graph, JSON.parse(began) as Began)
      this.#queue(viewer.organization, { viewer, graph: graph.as(viewer), address: null, requestId: id }, job)
    } catch (error) {
      if (!(error instanceof NotSignedIn)) throw error
      await finish(graph, { ...job, holder: this.#holder }, [{ event: 0, type: 'epcisException:SecurityException', detail: 'Who sent the document may not act for the organization any more. Somebody else has to send it again.' }])
      await spool.drop()
    }
  }
}

export const openJobs = (app: FastifyInstance, tools: JobTools): CaptureJobs => {
  const jobs = new CaptureJobs(tools, (error, job) => app.log.error({ err: error, job }, 'a capture job failed'))
  app.addHook('onClose', () => jobs.stop())
  return jobs
}
