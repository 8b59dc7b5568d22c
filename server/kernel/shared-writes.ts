import { DatabaseAway, OutcomeUnknown } from './errors.ts'
import type { Writer } from './graph.ts'
import type { Ended } from './side-by-side.ts'

/** Something to be written that may share its transaction. */
export interface SharedWork<T> {
  readonly viewer: object | null
  run(writer: Writer): Promise<T>
  /** Takes back what `run` wrote before it was refused (Joining.isTakenBack). */
  takeBack(writer: Writer): Promise<unknown>
}

/** How the graph writes. */
export interface SharedWriting {
  /** One transaction for all of them, each of which may be refused by itself. @throws where nothing of it was kept, or that is not known */
  together<T>(works: readonly SharedWork<T>[]): Promise<Ended<T>[]>
  alone<T>(work: SharedWork<T>): Promise<T>
  /** In milliseconds, from when it is asked for until its outcome is told as unknown. */
  readonly deadline: number
}

interface Waiting {
  readonly work: SharedWork<unknown>
  resolve(answer: unknown): void
  reject(error: unknown): void
}

/** Two transactions prepare and commit in turn; more would wait for each other's locks. */
const mostAtOnce = 2
const mostWorks = 256
const fewAlone = 8
/** How long a transaction may keep others waiting, in milliseconds: then it is slow, or its wire is dead. */
const patience = 200

/** Whether each may be tried by itself: not where the database is away, or may have kept them. */
const mayGoOn = (error: unknown): boolean => !(error instanceof DatabaseAway || error instanceof OutcomeUnknown)

/** A few at a time: the connections are everybody's, also theirs who only read. */
const eachAlone = (alone: SharedWriting['alone'], members: readonly Waiting[]): Promise<unknown> => {
  const left = [...members]
  const oneByOne = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) await alone(next.work).then(next.resolve, next.reject)
  }
  return Promise.all(Array.from({ length: Math.min(fewAlone, members.length) }, oneByOne))
}

/**
 * Lets writes that come while others are being written share the next transaction: a commit costs about as much for
 * many as for one. Nothing waits for others to come. What cannot be done together is done one by one.
 */
export const openSharedWrites = ({ together, alone, deadline }: SharedWriting): (<T>(work: SharedWork<T>) => Promise<T>) => {
  let waiting: Waiting[] = []
  const underWay = new Set<object>()

  const write = async (members: readonly Waiting[]): Promise<void> => {
    if (members.length === 1) return void await eachAlone(alone, members)
    try {
      const ended = await together(members.map(({ work }) => work))
      for (const [index, how] of ended.entries()) {
        if ('answer' in how) members[index]?.resolve(how.answer)
        else members[index]?.reject(how.error)
      }
    } catch (error) {
      if (mayGoOn(error)) await eachAlone(alone, members)
      else for (const { reject } of members) reject(error)
    }
  }
  const begin = (): void => {
    const turn = {}
    const slow = setTimeout(() => over(), patience)
    const over = (): void => {
      clearTimeout(slow)
      if (underWay.delete(turn)) next()
    }
    underWay.add(turn)
    void write(waiting.splice(0, mostWorks)).finally(over)
  }
  const next = (): void => {
    while (waiting.length > 0 && underWay.size < mostAtOnce) begin()
  }

  return <T>(work: SharedWork<T>) => new Promise<T>((resolve, reject) => {
    const member: Waiting = { work, resolve: (answer) => { clearTimeout(late); resolve(answer as T) }, reject: (error) => { clearTimeout(late); reject(error) } }
    const late = setTimeout(() => {
      const isWaiting = waiting.includes(member)
      waiting = waiting.filter((other) => other !== member)
      reject(isWaiting ? new DatabaseAway(`no answer within ${deadline} ms`) : new OutcomeUnknown(`no answer within ${deadline} ms`))
    }, deadline)
    waiting.push(member)
    next()
  })
}
