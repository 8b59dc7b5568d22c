import type { BatchState, Cell, Hold, Marks } from './custody-state.type.ts'
import { rounded } from './rounded.ts'

// Released and sent back first is what waits to be looked at, scrapped first what was found bad.
const mildest: readonly Hold[] = ['QUARANTINED', 'SUSPECT', 'RECALLED', 'NON_CONFORMANT', 'DAMAGED']

/** How many units are held. */
export const blockedIn = (marks: Marks | undefined): number => rounded(Object.values(marks ?? {}).reduce((sum, quantity) => sum + quantity, 0))

/** How many of a cell's units may be used. */
export const usableIn = ({ quantity, blocked }: Cell): number => rounded(quantity - blockedIn(blocked))

const withoutNothing = (marks: Partial<Record<Hold, number>>): Marks | undefined => {
  const some = Object.entries(marks).filter(([, quantity]) => quantity > 0)
  return some.length === 0 ? undefined : (Object.fromEntries(some) as Marks)
}

/** Both together. */
export const added = (one: Marks | undefined, other: Marks | undefined): Marks | undefined => {
  const sum: Partial<Record<Hold, number>> = { ...one }
  for (const [hold, quantity] of Object.entries(other ?? {}) as [Hold, number][]) sum[hold] = rounded((sum[hold] ?? 0) + quantity)
  return withoutNothing(sum)
}

/** So many of the held units apart from the others, the mildest first, or the worst. */
export const parted = (marks: Marks | undefined, quantity: number, first: 'MILDEST' | 'WORST' = 'MILDEST'): { part: Marks | undefined; rest: Marks | undefined } => {
  const [part, rest]: [Partial<Record<Hold, number>>, Partial<Record<Hold, number>>] = [{}, {}]
  let left = quantity
  for (const hold of first === 'MILDEST' ? mildest : [...mildest].reverse()) {
    const all = marks?.[hold] ?? 0
    part[hold] = Math.max(0, Math.min(left, all))
    rest[hold] = rounded(all - part[hold])
    left = rounded(left - part[hold])
  }
  return { part: withoutNothing(part), rest: withoutNothing(rest) }
}

/** No more can be held than is there. */
export const within = (marks: Marks | undefined, quantity: number): Marks | undefined => parted(marks, quantity, 'WORST').part

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** An organization's cells: of the owner first who is named, then of the site named, then the others in the order of their ids, its own before another's. */
export const cellsOf = (state: BatchState, organization: string, first: string, owner?: string): Cell[] =>
  state.cells
    .filter((cell) => cell.organization === organization && cell.quantity > 0)
    .sort((one, other) => Number(owner !== undefined && other.owner === owner) - Number(owner !== undefined && one.owner === owner)
      || Number(other.site === first) - Number(one.site === first) || byText(one.site, other.site) || byText(one.owner ?? '', other.owner ?? ''))

const marked = (state: BatchState, cell: Cell, blocked: Marks | undefined): BatchState => {
  const { blocked: _, ...rest } = cell
  const after: Cell = { ...rest, ...(blocked && { blocked }) }
  return { ...state, cells: state.cells.map((one) => (one === cell ? after : one)) }
}

interface Judged {
  readonly state: BatchState
  /** So many were not there to be judged. */
  readonly left: number
}

const overCells = (state: BatchState, organization: string, site: string, quantity: number, judge: (cell: Cell, left: number) => { blocked: Marks | undefined; done: number }): Judged =>
  cellsOf(state, organization, site).reduce<Judged>(({ state: before, left }, cell) => {
    const { blocked, done } = judge(cell, left)
    return done === 0 ? { state: before, left } : { state: marked(before, cell, blocked), left: rounded(left - done) }
  }, { state, left: quantity })

/** Holds units: what waited and is found worse now, then what was usable. */
export const block = (state: BatchState, organization: string, site: string, quantity: number, hold: Hold): Judged => {
  const worse = hold === 'QUARANTINED' ? { state, left: quantity } : overCells(state, organization, site, quantity, ({ blocked }, left) => {
    const done = Math.min(left, blocked?.QUARANTINED ?? 0)
    return { done, blocked: added({ ...blocked, QUARANTINED: rounded((blocked?.QUARANTINED ?? 0) - done) }, { [hold]: done }) }
  })
  return overCells(worse.state, organization, site, worse.left, (cell, left) => {
    const done = Math.max(0, Math.min(left, usableIn(cell)))
    return { done, blocked: added(cell.blocked, { [hold]: done }) }
  })
}

/** Found good: usable again, those first that waited. */
export const release = (state: BatchState, organization: string, site: string, quantity: number): BatchState =>
  overCells(state, organization, site, quantity, ({ blocked }, left) => ({ done: Math.min(left, blockedIn(blocked)), blocked: parted(blocked, left).rest })).state
