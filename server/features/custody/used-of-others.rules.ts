import type { Advance } from './capture/advance.rules.ts'
import type { BatchState } from './custody-state.type.ts'
import { rounded } from './rounded.ts'

/** So many more of an owner's units of a lot were used by others, the last at `on`. */
export interface UsedOfOther {
  readonly owner: string
  readonly quantity: number
  readonly unit: string
  readonly on: string
}

const sums = (state: BatchState | undefined): Map<string, { quantity: number; on: string }> => {
  const found = new Map<string, { quantity: number; on: string }>()
  for (const { owner, quantity, on } of state?.used ?? []) {
    if (owner === undefined) continue
    const before = found.get(owner)
    found.set(owner, { quantity: rounded((before?.quantity ?? 0) + quantity), on: before === undefined || before.on < on ? on : before.on })
  }
  return found
}

/** What a report used of what is another's: consignment, loan. */
export const usedOfOthers = ({ before, after }: Advance<BatchState>): UsedOfOther[] => {
  const old = sums(before)
  return [...sums(after)].flatMap(([owner, { quantity, on }]) => {
    const more = rounded(quantity - (old.get(owner)?.quantity ?? 0))
    return more > 0 ? [{ owner, quantity: more, unit: after.unit ?? 'EA', on }] : []
  })
}
