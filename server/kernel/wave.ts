import type { Call, Strand } from './strand.ts'

/** A call of a wave, and whose it is. */
export interface Sending {
  readonly strand: Strand
  readonly call: Call
}

const isAlike = (one: Sending, other: Sending): boolean => one.call.statement === other.call.statement && one.strand.asker === other.strand.asker

/** In which order calls are sent, those that become one statement together: each work's own order stays. */
export const sequence = (queues: readonly Sending[][]): Sending[][] => {
  const sent: Sending[][] = []
  for (;;) {
    const open = queues.filter((queue) => queue.length > 0)
    const heads = open.flatMap(([head]) => head ?? [])
    // One that some have yet to come to waits for them.
    const next = heads.find((head) => !open.some(([, ...later]) => later.some((call) => isAlike(call, head)))) ?? heads[0]
    if (next === undefined) return sent
    const mine = open.filter(([head]) => head === next || (head !== undefined && next.call.statement.joining !== undefined && isAlike(head, next)))
    sent.push(mine.flatMap((queue) => queue.splice(0, 1)))
  }
}

/** Asks once for all of them. */
export const send = async (sendings: readonly Sending[]): Promise<void> => {
  const [first] = sendings
  if (first === undefined) return
  const { statement, input } = first.call
  const inputs = sendings.map(({ call }) => call.input)
  const joining = inputs.length > 1 ? statement.joining : undefined
  const rows = await first.strand.writer.run(statement, joining === undefined ? input : joining.join(inputs))
  const parts = joining === undefined ? [rows] : joining.split?.(rows, inputs) ?? []
  for (const [index, { strand, call }] of sendings.entries()) {
    const part = parts[index] ?? []
    for (const id of statement.joining?.shares?.(part) ?? []) if (!strand.claimed.has(id)) strand.shared.add(id)
    call.resolve([...part])
  }
}
