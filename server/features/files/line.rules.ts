import { type CellProblem, isProblem, readCell, type Reading } from './cell.rules.ts'
import type { Column } from './column.ts'
import type { Mapping } from './header.rules.ts'
import type { Cells } from './reports.ts'
import type { Row } from './row.ts'

/** Why a line was not taken. */
export interface Problem {
  /** As a spreadsheet counts it. */
  readonly line: number
  /** The field, and what the file calls its column; null where it is the line as a whole. */
  readonly field: string | null
  readonly column: string | null
  /** What the cell says, cut short. */
  readonly value: string | null
  readonly code: string
  /** What is wrong and what to do. */
  readonly message: string
}

/** A line that could be read. */
export interface ReadLine {
  readonly row: Row
  readonly common: Cells
  readonly cells: Cells
}

/** Finds the cell of a field in a file's rows. */
export interface Layout {
  readonly names: readonly string[]
  /** Index of each field's column. */
  readonly at: ReadonlyMap<string, number>
}

export const layoutOf = (names: readonly string[], mapping: Mapping): Layout => ({
  names,
  at: new Map(names.flatMap((name, index): [string, number][] => { const field = mapping[name]; return field ? [[field, index]] : [] })),
})

/** What is wrong with a line, at one of its cells where a field is named. */
export const problemAt = ({ names, at }: Layout, { line, cells }: Row, field: string | null, { code, message }: CellProblem): Problem => {
  const index = field === null ? undefined : at.get(field)
  return { line, field, column: index === undefined ? null : names[index] ?? null, value: index === undefined ? null : (cells[index] ?? '').slice(0, 80), code, message }
}

/** Reads a row as a line of the report, or tells all that is wrong with its cells. */
export const readLine = (row: Row, columns: readonly Column[], layout: Layout, reading: Reading): ReadLine | Problem[] => {
  const problems: Problem[] = []
  const common: Record<string, unknown> = {}
  const own: Record<string, unknown> = {}
  for (const column of columns) {
    const read = readCell(row.cells[layout.at.get(column.field) ?? -1] ?? '', column, reading)
    if (read === undefined) continue
    if (isProblem(read)) problems.push(problemAt(layout, row, column.field, read))
    else (column.common ? common : own)[column.field] = read.value
  }
  return problems.length > 0 ? problems : { row, common, cells: own }
}
