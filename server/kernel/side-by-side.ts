import type { Part, Statement } from './cypher.ts'
import type { Writer } from './graph.ts'
import { must } from './must.ts'
import { areEntangled, type Call, Entangled, leavesSomething, ready, type Strand } from './strand.ts'
import { send, type Sending, sequence } from './wave.ts'

/** Something to be done in a transaction that it has in common with others. */
export interface Work<T> {
  /** Sends as who this work is done for. */
  readonly writer: Writer
  /** Works of the same asker may ask in one statement. */
  readonly asker: string
  run(writer: Writer): Promise<T>
}

/** How a work ended: what it answers, or why it changed nothing. */
export type Ended<T> = { readonly answer: T } | { readonly error: unknown }

class Loom {
  private isSending = false
  private isDue = false
  /** Why nothing of it may stay. */
  broken: unknown

  constructor(private readonly strands: readonly Strand[]) {}

  writerOf(strand: Strand): Writer {
    return {
      run: <In extends object, Row>(statement: Statement<In, Row>, input: In) => new Promise<Row[]>((resolve, reject) => {
        strand.hasWritten ||= leavesSomething(statement)
        // Rows go back to who asked, as they are.
        strand.waiting.push({ statement: statement as Part as Call['statement'], input, resolve: resolve as Call['resolve'], reject })
        this.look()
      }),
    }
  }

  /** A wave goes out once every work waits, after all that they have to say in this turn. */
  look(): void {
    if (this.isDue) return
    this.isDue = true
    setImmediate(() => {
      this.isDue = false
      const open = this.strands.filter(({ isOver }) => !isOver)
      if (!this.isSending && open.length > 0 && open.every(({ waiting }) => waiting.length > 0)) void this.wave(open)
    })
  }

  private async wave(open: readonly Strand[]): Promise<void> {
    this.isSending = true
    const queues: Sending[][] = []
    try {
      if (this.broken !== undefined) throw this.broken
      for (const strand of ready(open)) queues.push(strand.waiting.splice(0).map((call) => ({ strand, call })))
      const sent = queues.flat()
      await Promise.all(sequence(queues).map(send)).catch((error: unknown) => {
        for (const { call } of sent) call.reject(error)
        throw error
      })
      if (areEntangled(open)) throw new Entangled('a work took what others had in common')
    } catch (error) {
      this.broken ??= error
      for (const { waiting } of open) for (const { reject } of waiting.splice(0)) reject(error)
    }
    this.isSending = false
    this.look()
  }
}

/**
 * Does works in one transaction, wave by wave: what they wait for is sent together, as one statement where that says how
 * (Joining). Each sees what it would see after those before it: they say what they take before any takes it, take it in
 * their order, and who names what another has waits for its end.
 * @throws Entangled, or why a statement failed: nothing may stay then
 */
export const sideBySide = async <T>(works: readonly Work<T>[]): Promise<Ended<T>[]> => {
  const strands = works.map(({ writer, asker }): Strand => ({ writer, asker, waiting: [], claimed: new Set(), shared: new Set(), hasWritten: false, isOver: false }))
  const loom = new Loom(strands)
  const ended = await Promise.all(strands.map(async (strand, index): Promise<Ended<T>> => {
    try {
      return { answer: await must(works[index], 'the work').run(loom.writerOf(strand)) }
    } catch (error) {
      if (strand.hasWritten) loom.broken ??= new Entangled('a work failed halfway', { cause: error })
      return { error }
    } finally {
      strand.isOver = true
      loom.look()
    }
  }))
  if (loom.broken !== undefined) throw loom.broken
  return ended
}
