import type { Jurisdiction } from './clock-row.ts'
import { type DueClock, dueOf, soonestFirst } from './clock.rules.ts'
import { type OwnVersion, rowsInForce } from './clock-versions.rules.ts'
import { recallClockTable } from './recall-clock-table.ts'

export type RecallLevel = 'I' | 'II' | 'III'

/** A recall before one authority. */
export interface RecallStanding {
  readonly jurisdiction: Jurisdiction
  readonly level: RecallLevel
  /** The day or moment of the decision; null where it is not decided yet. */
  readonly decided: string | null
  readonly completed: string | null
}

/** The maker's deadlines before one authority, soonest first: by level, from the decision or the completion on. */
export const clocksForRecall = ({ jurisdiction, level, decided, completed }: RecallStanding, own: readonly OwnVersion[] = []): DueClock[] => {
  const starts = { DECISION: decided, COMPLETION: completed }
  const rows = recallClockTable.filter((row) => row.jurisdiction === jurisdiction && row.triggers.includes(`LEVEL_${level}`))
  return soonestFirst(rows.flatMap((row) => {
    const since = starts[row.from]
    return since === null ? [] : rowsInForce([row], own, since).map((inForce) => dueOf(inForce, since))
  }))
}
