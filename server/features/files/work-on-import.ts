import { viewerAgain } from '../../access/actor.ts'
import { NotSignedIn } from '../../kernel/errors.ts'
import type { Graph, Transactions } from '../../kernel/graph.ts'
import { importPath } from './file-store.ts'
import { problemsOfRound } from './import.cypher.ts'
import { type Began, mappingOf, roundKey, type StoredJob } from './import-job.ts'
import { type EndInput, endRound } from './import-work.cypher.ts'
import { layoutOf, type Problem } from './line.rules.ts'
import { reportNamed } from './reports.ts'
import { type Row, Unreadable } from './row.ts'
import { advance, checkPart, keepPart, keepWhole, NotAllowedAnyMore, NothingKept, type Part, type Work } from './run-part.ts'
import { openTable, type Table } from './table.ts'

export interface Worker {
  readonly graph: Graph
  readonly dataFolder: string
  /** Unique to this worker. */
  readonly holder: string
  /** In milliseconds: longer than any part takes. */
  readonly lease: number
  readonly stopping: AbortSignal
}

/** Of the lease, what a part may take: longer than a person would wait, and over before another worker may begin. */
const partShare = 2 / 3

/** Problems of a round, piece by piece, in the order of the file. */
export async function* problemsOf(graph: Pick<Graph, 'read'>, job: string, round: number): AsyncGenerator<Problem[]> {
  for (let from = 0; ;) {
    const [piece] = await graph.read(problemsOfRound, { round: roundKey(job, round), from, limit: 1 })
    if (piece === undefined) return
    yield JSON.parse(piece.problems) as Problem[]
    from = piece.begin + 1
  }
}

/** Lines that a round takes up: all, or those that an earlier one did not take. */
const chosenLines = async (graph: Graph, { id, retryOf }: StoredJob): Promise<ReadonlySet<number> | undefined> => {
  if (retryOf === null) return undefined
  const lines = new Set<number>()
  for await (const problems of problemsOf(graph, id, retryOf)) for (const { line } of problems) lines.add(line)
  return lines
}

/** The parts that are not done yet. */
async function* partsOf({ lines }: Table, chosen: ReadonlySet<number> | undefined, done: number, size: number): AsyncGenerator<Part> {
  let [from, before, rows] = [done, 0, [] as Row[]]
  for await (const row of lines) {
    if (chosen && !chosen.has(row.line)) continue
    before += 1
    if (before <= done) continue
    rows.push(row)
    if (rows.length < size) continue
    yield { from, rows }
    from += rows.length
    rows = []
  }
  if (rows.length > 0) yield { from, rows }
}

const end = (graph: Transactions, { job, holder }: Pick<Work, 'job' | 'holder'>, how: Pick<EndInput, 'state'> & Partial<EndInput>): Promise<unknown> =>
  graph.write((writer) => writer.run(endRound, { code: null, message: null, lines: null, at: new Date().toISOString(), ...how, id: job.id, holder, round: job.round }))

/** @returns how many lines were done, also before; undefined where the worker has to stop */
const runRound = async (work: Work, { stopping, dataFolder, graph }: Worker): Promise<number | undefined> => {
  const { job, understanding: { report } } = work
  const table = await openTable(importPath(dataFolder, job.sha256), job)
  const isWhole = job.mode === 'ALL_OR_NOTHING'
  const run = job.state === 'CHECKING' ? checkPart : isWhole ? keepWhole : keepPart
  let done = job.done
  try {
    for await (const part of partsOf(table, await chosenLines(graph, job), job.done, job.state === 'CHECKING' || isWhole ? report.whole : report.atOnce)) {
      if (stopping.aborted) return undefined
      await run(work, part)
      done = part.from + part.rows.length
    }
  } finally {
    await table.lines.return(undefined)
  }
  return done
}

const finish = async (work: Work, worker: Worker): Promise<void> => {
  const isDryRun = work.job.state === 'CHECKING'
  try {
    const done = await runRound(work, worker)
    if (done === undefined) return
    if (isDryRun && done === 0) await end(worker.graph, work, { state: 'FAILED', code: 'NO_LINES', message: 'Below its header the file has no line. Fill in the template and send it again.', lines: 0 })
    else await end(worker.graph, work, isDryRun ? { state: 'CHECKED', lines: done } : { state: 'DONE' })
  } catch (error) {
    if (!(error instanceof NothingKept)) throw error
    await worker.graph.write((writer) => advance(writer, work, { from: 0, rows: [] }, error.problems, false))
    await end(worker.graph, work, { state: 'CHECKED', code: 'NOTHING_KEPT', message: 'Nothing was kept, since not every line was good. Mend the lines and send the file again, or keep the good lines.' })
  }
}

/**
 * Goes on with a job from where it is, as whom it was begun by, until its round is over or the worker has to stop.
 * @throws where another worker should go on: the database is away, or the lease was lost
 */
export const workOnImport = async (job: StoredJob, worker: Worker): Promise<void> => {
  const { graph, holder, lease } = worker
  const held = { job, holder }
  try {
    const viewer = await viewerAgain(graph, JSON.parse(job.began) as Began)
    const report = reportNamed(job.report)
    const table = await openTable(importPath(worker.dataFolder, job.sha256), job)
    await table.lines.return(undefined)
    const understanding = { report, layout: layoutOf(table.names, mappingOf(job)), reading: { timeZone: job.timeZone, now: new Date() } }
    const context = { viewer, graph: graph.as(viewer, lease * partShare), address: null, requestId: job.id }
    await finish({ job, context, understanding, holder, lease }, worker)
  } catch (error) {
    if (error instanceof Unreadable) await end(graph, held, { state: 'FAILED', code: error.code, message: error.message })
    else if (error instanceof NotSignedIn || error instanceof NotAllowedAnyMore) await end(graph, held, { state: job.state === 'CHECKING' ? 'FAILED' : 'STOPPED', code: 'NOT_ALLOWED', message: 'Who began this may not report it any more. Somebody else of the organization has to go on.' })
    else throw error
  }
}
