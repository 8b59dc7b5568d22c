import type { Statement } from './cypher.ts'
import type { Writer } from './graph.ts'

/** Works got in each other's way: nothing of their transaction may stay, and each has to be done by itself. */
export class Entangled extends Error {}

/** A call under way; its rows are known to who made it. */
export interface Call {
  readonly statement: Statement<object, unknown>
  readonly input: object
  resolve(rows: unknown[]): void
  reject(error: unknown): void
}

/** One work: what it waits for, and what it has taken. */
export interface Strand {
  readonly writer: Writer
  readonly asker: string
  readonly waiting: Call[]
  readonly claimed: Set<string>
  readonly shared: Set<string>
  hasWritten: boolean
  isOver: boolean
}

const writing = /\b(CREATE|MERGE|SET|DELETE|REMOVE)\b/

/** A lock alone goes with the transaction. */
export const leavesSomething = ({ text, joining }: Statement<never, unknown>): boolean => joining?.claims === undefined && joining?.isTakenBack !== true && writing.test(text)

/** What a work is about to take. */
const namedBy = ({ waiting }: Strand): readonly string[] => waiting.flatMap(({ statement, input }) => statement.joining?.claims?.(input) ?? [])

const holdsNothing = ({ claimed, shared }: Strand): boolean => claimed.size + shared.size === 0

/** Which works have taken a thing, or have it in common. */
const holdersOf = (strands: readonly Strand[], held: (strand: Strand) => Iterable<string>): Map<string, Strand[]> => {
  const holders = new Map<string, Strand[]>()
  for (const strand of strands) {
    for (const id of held(strand)) {
      const others = holders.get(id)
      if (others === undefined) holders.set(id, [strand])
      else others.push(strand)
    }
  }
  return holders
}

const isHeldByAnother = (holders: ReadonlyMap<string, readonly Strand[]>, id: string, strand: Strand): boolean => holders.get(id)?.some((holder) => holder !== strand) === true

/** Works take what they named in their order; who names what another has, or one before it waits for, waits too. */
const takers = (strands: readonly Strand[]): Strand[] => {
  const named = new Set<string>()
  const holders = holdersOf(strands, ({ claimed, shared }) => [...claimed, ...shared])
  return strands.filter((strand) => {
    const ids = namedBy(strand)
    const isFree = !ids.some((id) => named.has(id) || isHeldByAnother(holders, id, strand))
    for (const id of ids) named.add(id)
    if (isFree) for (const id of ids) strand.claimed.add(id)
    // Whoever waits while others wait for it would wait for ever.
    else if (!holdsNothing(strand)) throw new Entangled('a work named more, which another has')
    return isFree
  })
}

/** Nobody takes anything before all have said what they take: else a later work would be before an earlier one. */
export const ready = (strands: readonly Strand[]): Strand[] => {
  const undecided = strands.filter((strand) => holdsNothing(strand) && namedBy(strand).length === 0)
  return undecided.length > 0 ? undecided : takers(strands)
}

/** Whether one has taken for itself what others have in common. */
export const areEntangled = (strands: readonly Strand[]): boolean => {
  const owners = holdersOf(strands, ({ claimed }) => claimed)
  return strands.some((strand) => [...strand.shared].some((id) => isHeldByAnother(owners, id, strand)))
}
