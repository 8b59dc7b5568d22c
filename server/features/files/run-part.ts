import { DatabaseAway, OutcomeUnknown } from '../../kernel/errors.ts'
import type { Writer } from '../../kernel/graph.ts'
import { Entangled } from '../../kernel/strand.ts'
import { type Acting, type Change, change } from '../../record/change.ts'
import { roundKey, type StoredJob } from './import-job.ts'
import { type AdvanceInput, advanceJob } from './import-work.cypher.ts'
import { judgeLines, linesOf, type Understanding } from './judge-lines.ts'
import { type Problem, problemAt } from './line.rules.ts'
import type { Row } from './row.ts'

/** Lines of a round that go through one transaction. */
export interface Part {
  /** How many of the round's lines come before. */
  readonly from: number
  readonly rows: readonly Row[]
}

/** A job in the hands of a worker. */
export interface Work {
  readonly job: StoredJob
  /** Of whom began it. */
  readonly context: Acting
  readonly understanding: Understanding
  readonly holder: string
  /** Milliseconds for which a part may keep others from taking the job. */
  readonly lease: number
}

/** Another worker has the job by now, or its round is over: what this one did was undone. */
export class LeaseLost extends Error {}

/** All or nothing, and not all of it was good. */
export class NothingKept extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('not every line was good')
  }
}

/** Who began the import may not report this any more. */
export class NotAllowedAnyMore extends Error {}

const piece = 500

const partsOf = ({ id, round }: StoredJob, from: number, problems: readonly Problem[]): AdvanceInput['parts'] =>
  Array.from({ length: Math.ceil(problems.length / piece) }, (_, index) => ({ round: roundKey(id, round), begin: from + index, problems: JSON.stringify(problems.slice(index * piece, (index + 1) * piece)) }))

/** Notes that a part is done, in the transaction of `writer`. */
export const advance = async (writer: Writer, { job, holder, lease }: Work, { from, rows }: Part, problems: readonly Problem[], keeps = true): Promise<void> => {
  const rejected = linesOf(problems)
  const [done] = await writer.run(advanceJob, {
    id: job.id, holder, round: job.round, lease, from, to: from + rows.length, accepted: keeps ? rows.length - rejected : 0, rejected, parts: partsOf(job, from, problems),
  })
  if (!done) throw new LeaseLost()
}

/** Reports are told side by side, and where that cannot be in turn, in a new transaction. */
const inTurnIfNeeded = <T>(tell: (way?: 'inTurn') => Promise<T>): Promise<T> =>
  tell().catch((error: unknown) => (error instanceof Entangled ? tell('inTurn') : Promise.reject(error)))

class Rehearsed extends Error {
  constructor(readonly problems: Problem[]) {
    super('a dry run')
  }
}

/** A change of which nothing stays. */
const rehearsal = (writer: Writer, { viewer }: Acting): Change => ({
  at: new Date().toISOString(), viewer, run: writer.run, audit: () => undefined, tell: () => undefined,
  reauthenticate: () => Promise.reject(new Error('Nothing is signed by file')),
})

/** What keeping these lines would say: it is done, and undone. */
const rehearse = (work: Work, rows: readonly Row[]): Promise<Problem[]> =>
  inTurnIfNeeded((way) => work.context.graph.write(async (writer) => {
    throw new Rehearsed(await judgeLines(rehearsal(writer, work.context), rows, work.understanding, way))
  }).catch((error: unknown) => (error instanceof Rehearsed ? error.problems : Promise.reject(error))))

/** A part of the dry run. */
export const checkPart = async (work: Work, part: Part): Promise<void> => {
  const problems = await eachAlone(work, part.rows, (rows) => rehearse(work, rows))
  await work.context.graph.write((writer) => advance(writer, work, part, problems))
}

/** Keeps the good lines of a part, with its progress, in one transaction. */
const keep = async (work: Work, part: Part, isWhole: boolean): Promise<void> => {
  const { job, understanding } = work
  const [first, last] = [part.rows[0]?.line, part.rows.at(-1)?.line]
  const command = { action: understanding.report.action, idempotencyKey: `${job.id}-${job.round}-${part.from}-${part.rows.length}`, input: { sha256: job.sha256, first, last }, subject: job.id }
  const answer = await inTurnIfNeeded((way) => change(work.context, command, async (changing) => {
    const problems = await judgeLines(changing, part.rows, understanding, way)
    if (isWhole && problems.length > 0) throw new NothingKept(problems)
    await advance(changing, work, part, problems)
    changing.audit({ subject: job.id, changes: [{ field: 'lines', before: null, after: `${first}-${last}` }, { field: 'rejected', before: null, after: String(linesOf(problems)) }] })
    return { __typename: 'PartKept' }
  }))
  if ('code' in answer && answer.code === 'IN_PROGRESS') throw new LeaseLost()
  if (answer.__typename !== 'PartKept') throw 'code' in answer && answer.code === 'NOT_ALLOWED' ? new NotAllowedAnyMore() : new Error(`A part was refused: ${JSON.stringify(answer)}`)
}

const passes = (error: unknown): boolean => [DatabaseAway, OutcomeUnknown, LeaseLost, NothingKept, NotAllowedAnyMore].some((kind) => error instanceof kind)

const unforeseen = { code: 'HUB_FAILED', message: 'The hub failed on this line. Send it again; if that fails too, tell the hub\'s operator the number of this import.' }

/** What no rule foresaw takes no other line with it: halves by themselves, until the line that is at fault stands alone. */
const eachAlone = async (work: Work, rows: readonly Row[], judge: (rows: readonly Row[]) => Promise<Problem[]>): Promise<Problem[]> => {
  try {
    return await judge(rows)
  } catch (error) {
    const [first] = rows
    if (passes(error) || first === undefined) throw error
    if (rows.length === 1) return [problemAt(work.understanding.layout, first, null, unforeseen)]
    const middle = rows.length >> 1
    return [...await eachAlone(work, rows.slice(0, middle), judge), ...await eachAlone(work, rows.slice(middle), judge)]
  }
}

/** Keeps the good lines of a part; one that no rule foresaw comes back like a bad one. */
export const keepPart = async (work: Work, part: Part): Promise<void> => {
  try {
    await keep(work, part, false)
  } catch (error) {
    const [first] = part.rows
    if (passes(error) || first === undefined) throw error
    if (part.rows.length === 1) return work.context.graph.write((writer) => advance(writer, work, part, [problemAt(work.understanding.layout, first, null, unforeseen)]))
    const middle = part.rows.length >> 1
    await keepPart(work, { from: part.from, rows: part.rows.slice(0, middle) })
    await keepPart(work, { from: part.from + middle, rows: part.rows.slice(middle) })
  }
}

/** Keeps all of the lines, or none. @throws NothingKept with what is wrong */
export const keepWhole = (work: Work, part: Part): Promise<void> => keep(work, part, true)
