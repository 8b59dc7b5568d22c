import { caseClockTable } from './case-clock-table.ts'
import type { ClockRow } from './clock-row.ts'
import { recallClockTable } from './recall-clock-table.ts'

/** The hub's own rows. A maker's own versions of them stand in the graph (clock-versions.rules.ts). */
export const clockTable: readonly ClockRow[] = [...caseClockTable, ...recallClockTable]

export const isClockRule = (rule: string, about: ClockRow['about']): boolean => clockTable.some((row) => row.id === rule && row.about === about)
