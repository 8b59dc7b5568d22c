import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseAway, OutcomeUnknown } from '../../../kernel/errors.ts'
import type { Transactions } from '../../../kernel/graph.ts'
import { type Acting, change, type Change, type Undone } from '../../../record/change.ts'
import type { Incoming, Spool } from '../intake/spool.ts'
import type { EventError } from '../problem.ts'
import { draftsFor } from './draft.rules.ts'
import { advanceJob, finishJob, releaseJob } from './job.cypher.ts'
import { keepEvents, type Kept } from './keep-events.ts'
import { sortDrafts } from './sort-drafts.ts'

/** What is kept in one transaction, and how long that may take: nobody waits for it but the job. */
const portion = { events: 1_000, bytes: 4_000_000 }
const milliseconds = 60_000
const mostErrors = 100
const tries = 5

export interface Job {
  readonly id: string
  readonly behaviour: 'rollback' | 'proceed'
  /** Of events that the schema refused. */
  readonly errors: readonly EventError[]
  readonly spool: Spool
  /** Who runs it: whoever took it last. */
  readonly holder: string
  /** The hub is being stopped. */
  readonly signal: AbortSignal
}

/** Somebody goes on with it later: the hub is being stopped, or the database is away. */
class Later extends Error {}

/** Undoes the transaction in which it is thrown. */
class NotAllOfIt extends Error {
  constructor(readonly errors: readonly EventError[]) {
    super('Some of the events cannot be kept.')
  }
}

const isUndone = (answer: object): answer is Undone => '__typename' in answer

/** Done again while the database is away: what was kept is found by its key. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let left = tries; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left === 1 || !(error instanceof DatabaseAway || error instanceof OutcomeUnknown)) throw error
      await pause(500 * (tries - left + 1))
    }
  }
}

const keepAll = async (changing: Change, events: readonly Incoming[], { id, behaviour, spool: { context } }: Job): Promise<object> => {
  const kept = await keepEvents(changing, events, { context, job: id })
  if (behaviour === 'rollback' && kept.errors.length > 0) throw new NotAllOfIt(kept.errors)
  await changing.run(advanceJob, { id, captured: kept.captured.length, repeated: kept.repeated.length })
  changing.audit({ subject: id, changes: [{ field: 'capturedCount', before: null, after: String(kept.captured.length) }] })
  return { errors: kept.errors }
}

/** Keeps some events in one transaction; where custody refuses one of them, one by one, so that the others are kept. */
const keepSome = async (acting: Acting, job: Job, events: readonly Incoming[]): Promise<readonly EventError[]> => {
  const [first, last] = [events[0]?.place ?? 0, events.at(-1)?.place ?? 0]
  const command = { action: 'CAPTURE_EVENTS', idempotencyKey: `${job.id}.${first}-${last}`, input: { job: job.id, first, last }, subject: job.id, milliseconds } as const
  const answer = await patiently(() => change(acting, command, (changing) => keepAll(changing, events, job)))
  if (!isUndone(answer)) return (answer as Pick<Kept, 'errors'>).errors
  if (events.length > 1 && answer.code === 'CONFLICT' && job.behaviour === 'proceed') return (await inTurn(events, (one) => keepSome(acting, job, [one]))).flat()
  const error: EventError = { event: first, eventID: events[0]?.event.eventID, type: answer.code === 'NOT_ALLOWED' ? 'epcisException:SecurityException' : 'epcisException:ValidationException', detail: answer.message }
  if (job.behaviour === 'rollback') throw new NotAllOfIt([error])
  return [error]
}

const inTurn = async <T, Result>(list: readonly T[], work: (one: T) => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = []
  for (const one of list) results.push(await work(one))
  return results
}

/** All or nothing, over several transactions: whatever would be refused later is found before anything is kept. */
const checkAll = async ({ graph, viewer }: Acting, { spool }: Job): Promise<void> => {
  const reading = { at: new Date().toISOString(), run: graph.read, viewer }
  for await (const events of spool.portions(portion)) {
    const { errors } = await sortDrafts(reading, events.map(draftsFor(viewer.organization, spool.context)))
    if (errors.length > 0) throw new NotAllOfIt(errors)
  }
}

const keepSpool = async (acting: Acting, job: Job): Promise<readonly EventError[]> => {
  const errors: EventError[] = []
  if (job.behaviour === 'rollback' && !job.spool.fitsIn(portion)) await checkAll(acting, job)
  for await (const events of job.spool.portions(portion)) {
    if (job.signal.aborted) throw new Later('The hub is being stopped.')
    errors.push(...await keepSome(acting, job, events))
  }
  return errors
}

const goesOnLater = (error: unknown): boolean => error instanceof Later || error instanceof DatabaseAway || error instanceof OutcomeUnknown

const failed = (error: unknown, report: (error: unknown) => void): readonly EventError[] => {
  if (error instanceof NotAllOfIt) return error.errors
  if (goesOnLater(error)) throw error
  report(error)
  return [{ event: 0, type: 'epcisException:ImplementationException', detail: 'Something went wrong in the hub. Send the document again: what was captured already changes nothing.' }]
}

/** Says in the job how it ended. */
export const finish = (graph: Transactions, { id, holder, errors: refused }: Pick<Job, 'id' | 'holder' | 'errors'>, errors: readonly EventError[]): Promise<unknown> => {
  const all = [...refused, ...errors].slice(0, mostErrors)
  return patiently(() => graph.write((writer) => writer.run(finishJob, { id, holder, at: new Date().toISOString(), success: all.length === 0, errors: JSON.stringify(all) })))
}

/** Captures what waits in a job's spool, some hundred events a transaction, and says in the job how it ended. */
export const runJob = async (acting: Acting, job: Job, report: (error: unknown) => void): Promise<void> => {
  try {
    await finish(acting.graph, job, await keepSpool(acting, job).catch((error: unknown) => failed(error, report)))
    await job.spool.drop()
  } catch (error) {
    if (!(error instanceof Later)) report(error)
    // Where not even that can be said, its lease ends by itself.
    await acting.graph.write((writer) => writer.run(releaseJob, { id: job.id, holder: job.holder })).catch(report)
  }
}
