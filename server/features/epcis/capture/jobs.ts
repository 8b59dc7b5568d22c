import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { change } from '../../../record/change.ts'
import type { TakenIn } from '../intake/take-in.ts'
import { Problem } from '../problem.ts'
import { createJob } from './job.cypher.ts'
import { runJob } from './run-job.ts'

export type Behaviour = 'rollback' | 'proceed'

/** Runs capture jobs beside the requests, one after another for each organization; the hub waits for them when it stops. */
export const openJobs = (app: FastifyInstance) => {
  const stopping = new AbortController()
  const lines = new Map<string, Promise<void>>()
  app.addHook('onClose', async () => {
    stopping.abort()
    await Promise.all(lines.values())
  })
  const queue = (organization: string, work: () => Promise<void>): void => {
    const line: Promise<void> = (lines.get(organization) ?? Promise.resolve()).then(work).finally(() => {
      if (lines.get(organization) === line) lines.delete(organization)
    })
    lines.set(organization, line)
  }
  /** Begins a job for a document that was taken in. @returns its id */
  return async (context: Context, { spool, errors, total }: TakenIn, behaviour: Behaviour): Promise<string> => {
    const id = newId('cap')
    const { organization } = context.viewer
    const answer = await change(context, { action: 'CAPTURE_EVENTS', idempotencyKey: id, input: { id }, subject: id }, async (changing) => {
      const { at } = changing
      await changing.run(createJob, { job: { id, organization, createdAt: at, touchedAt: at, place: `${at}|${id}`, running: true, success: errors.length === 0, behaviour, total, captured: 0, repeated: 0, errors: JSON.stringify(errors) } })
      changing.audit({ subject: id, changes: [{ field: 'eventCount', before: null, after: String(total) }] })
      return { id }
    })
    if ('code' in answer) throw new Problem('SecurityException', 'Not allowed', answer.message)
    queue(organization, () => runJob(context, { id, behaviour, errors, spool, signal: stopping.signal }, (error) => app.log.error({ err: error, job: id }, 'a capture job failed')))
    return id
  }
}

export type BeginJob = ReturnType<typeof openJobs>
