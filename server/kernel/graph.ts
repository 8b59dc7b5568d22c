import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver'
import type { Statement } from './cypher.ts'
import { DatabaseAway, OutcomeUnknown } from './errors.ts'
import { must } from './must.ts'
import { retried } from './retried.ts'
import { openSharedWrites, type SharedWork } from './shared-writes.ts'
import { type Ended, sideBySide } from './side-by-side.ts'

export interface Address {
  readonly uri: string
  readonly user: string
  readonly password: string
  readonly database: string
}

/** Runs statements: each is one round trip. */
export interface Reader {
  read<In extends object, Row>(statement: Statement<In, Row>, input: In): Promise<Row[]>
}

export interface Writer {
  run<In extends object, Row>(statement: Statement<In, Row>, input: In): Promise<Row[]>
}

export interface Transactions {
  /**
   * One write transaction: all of it or nothing; run again where two got in each other's way.
   * @param milliseconds how long it may take, where that is more than usual
   * @throws OutcomeUnknown where the database does not say in time whether it was kept
   */
  write<T>(work: (writer: Writer) => Promise<T>, milliseconds?: number): Promise<T>
  /**
   * The same, in one transaction with others that come while one is under way. Only for what takes the things that it
   * changes (Joining.claims) before it reads them, and is refused before it writes.
   */
  share<T>(work: Omit<SharedWork<T>, 'viewer'>): Promise<T>
}

/** The graph with `$viewer` in every statement. */
export type ViewerGraph = Reader & Transactions

export interface Graph extends ViewerGraph {
  /** @param writeDeadline in milliseconds, where nobody waits at a screen: the viewer's usual one otherwise */
  as(viewer: object, writeDeadline?: number): ViewerGraph
  /** Resolves while the database answers within `deadline` milliseconds. */
  ping(deadline?: number): Promise<void>
  close(): Promise<void>
}

export interface GraphOptions {
  /** How long a statement may take, in milliseconds: after that Neo4j ends it, and the caller is told. */
  readonly deadline?: number
  /** How long a viewer's write may take, in milliseconds, until its outcome is told as unknown. */
  readonly writeDeadline?: number
  /** Told of each statement as it is sent, and, through what it returns, when it is answered: tests and benchmarks count so. */
  readonly onStatement?: (sent: SentStatement) => (() => void) | undefined
}

export interface SentStatement {
  readonly text: string
  readonly parameters: Record<string, unknown>
}

const open = ({ uri, user, password }: Address): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    fetchSize: -1,
    connectionTimeout: 3_000,
    connectionAcquisitionTimeout: 5_000,
    // The driver waits a second before it tries again; `retried` does not.
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
  })

/** The driver waits on a dead socket far longer than a person does (over 15 s, measured), so each call has its own clock. */
const within = async <T>(deadline: number, work: Promise<T>, lateError: (why: string) => Error = (why) => new DatabaseAway(why)): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(lateError(`no answer within ${deadline} ms`)), deadline)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The driver gives this error no code. */
const noneFree = 'Connection acquisition timed out'

/** The driver's words for a server that is gone or does not finish in time, as the hub says it. */
const away = (error: unknown): unknown => {
  if (!(error instanceof neo4j.Neo4jError)) return error
  if (error.code.includes('TransactionTimedOut')) return new DatabaseAway('it took too long', { cause: error })
  return error.retryable || error.message.startsWith(noneFree) ? new DatabaseAway('no connection', { cause: error }) : error
}

/** With the look for who asks, and the way there and back, an answer comes within ten seconds. */
const usualWriteDeadline = 8_000
/** How long the hub's own writes are tried again, in milliseconds. */
const ownRetries = 10_000
/** Of the time that a write has, the part in which it is begun again: what begins late has no time to end. */
const retryShare = 0.6
const mayPass = (error: unknown): boolean => error instanceof neo4j.Neo4jError && error.retryable

/** Whether the database itself said that it did not do it, so that nothing was kept. */
const isAnswered = (error: unknown): boolean => !(error instanceof neo4j.Neo4jError) || error.code.startsWith('Neo.')

const rowsOf = <Row>(result: { records: { toObject(): unknown }[] }): Row[] =>
  result.records.map((record) => record.toObject() as Row)

const writerOf = (transaction: ManagedTransaction, viewer: object | null, onStatement: GraphOptions['onStatement']): Writer => ({
  run: async ({ text }, input) => {
    const parameters = { in: input, viewer }
    const answered = onStatement?.({ text, parameters })
    const result = await transaction.run(text, parameters)
    answered?.()
    return rowsOf(result)
  },
})

/** One write, tried once or more often, and whether one of the tries may have been kept although it failed. */
const attemptsOf = <T>(writing: Session, timeout: number | undefined, work: (transaction: ManagedTransaction) => Promise<T>) => {
  let mayBeKept = false
  const once = async (): Promise<T> => {
    let isDone = false
    try {
      return await writing.executeWrite(async (transaction) => {
        const answer = await work(transaction)
        isDone = true
        return answer
      }, timeout === undefined ? {} : { timeout })
    } catch (error) {
      mayBeKept ||= isDone && !isAnswered(error)
      throw error
    }
  }
  return { once, mayBeKept: () => mayBeKept }
}

/** Opens a pool of connections; nothing is sent until the first statement. */
export const openGraph = (address: Address, options: GraphOptions = {}): Graph => {
  const driver = open(address)
  const deadline = options.deadline ?? 8_000
  const session = (mode: 'READ' | 'WRITE'): Session =>
    driver.session({ database: address.database, defaultAccessMode: mode, fetchSize: -1 })

  const read = async <In extends object, Row>(statement: Statement<In, Row>, input: In, viewer: object | null): Promise<Row[]> => {
    const parameters = { in: input, viewer }
    const answered = options.onStatement?.({ text: statement.text, parameters })
    const reading = session('READ')
    try {
      // Auto-commit: one round trip, where a managed transaction needs more (1.1 ms against 1.7).
      const answer = reading.run(statement.text, parameters, { timeout: deadline })
      return rowsOf<Row>(await within(deadline + 500, Promise.resolve(answer)))
    } catch (error) {
      throw away(error)
    } finally {
      answered?.()
      reading.close().catch(() => undefined)
    }
  }

  const usualLimit = options.writeDeadline ?? usualWriteDeadline
  const transact = async <T>(viewer: object | null, work: (transaction: ManagedTransaction) => Promise<T>, viewerLimit = usualLimit): Promise<T> => {
    const writing = session('WRITE')
    const limit = viewer === null ? ownRetries : viewerLimit
    // The database ends by itself what nobody waits for any more: behind a dead wire its locks would stop all others.
    const attempts = attemptsOf(writing, viewer === null ? undefined : limit, work)
    try {
      const done = retried(attempts.once, { mayPass, milliseconds: limit * retryShare })
      // A person waits for an answer; the hub's own loads take as long as they take.
      return await (viewer === null ? done : within(limit, done, (why) => new OutcomeUnknown(why)))
    } catch (error) {
      throw attempts.mayBeKept() && error instanceof neo4j.Neo4jError ? new OutcomeUnknown('the connection broke', { cause: error }) : away(error)
    } finally {
      writing.close().catch(() => undefined)
    }
  }

  const write = <T>(viewer: object | null, work: (writer: Writer) => Promise<T>, limit?: number): Promise<T> =>
    transact(viewer, (transaction) => work(writerOf(transaction, viewer, options.onStatement)), limit)

  const together = <T>(works: readonly SharedWork<T>[]): Promise<Ended<T>[]> => transact({}, async (transaction) => {
    const writers = works.map(({ viewer }) => writerOf(transaction, viewer, options.onStatement))
    const ended = await sideBySide(works.map(({ viewer, run }, index) => ({ writer: must(writers[index], 'its writer'), asker: JSON.stringify(viewer), run })))
    for (const [index, how] of ended.entries()) if ('error' in how) await works[index]?.takeBack(must(writers[index], 'its writer'))
    return ended
  })
  const shared = openSharedWrites({ together, alone: ({ viewer, run }) => write(viewer, run), deadline: usualLimit })

  const asking = (viewer: object | null, limit?: number): ViewerGraph => ({
    read: (statement, input) => read(statement, input, viewer),
    write: (work, milliseconds = limit) => write(viewer, work, milliseconds),
    share: (work) => shared({ ...work, viewer }),
  })

  return {
    ...asking(null),
    as: asking,
    ping: async (limit = 2_000) => { await within(limit, driver.verifyConnectivity({ database: address.database })) },
    close: () => driver.close(),
  }
}
