import { Refusal } from '../../kernel/errors.ts'
import { sideBySide } from '../../kernel/side-by-side.ts'
import type { Change } from '../../record/change.ts'
import type { Reading } from './cell.rules.ts'
import { type Layout, type Problem, problemAt, type ReadLine, readLine } from './line.rules.ts'
import { onRecord } from './on-record.ts'
import type { FileReport } from './reports.ts'
import type { Row } from './row.ts'

/** How the lines of a file are understood. */
export interface Understanding {
  readonly report: FileReport
  readonly layout: Layout
  readonly reading: Reading
}

/** Which column a rejected line's reason is about, where it is not its code. */
const fieldOfReason: Readonly<Record<string, string>> = {
  CUSTOMER_NOT_FOUND: 'soldTo', CUSTOMER_IS_SELLER: 'soldTo', QUANTITY_NEEDED: 'quantity', QUANTITY_WRONG: 'quantity', NOT_ENOUGH_IN_STOCK: 'quantity', NOT_USED: 'quantity', UNIT_DIFFERS: 'unit',
}

/** The last name in a refusal's path, as `['consumed', '0', 'code']`, that the file has a column for. */
const fieldOfRefusal = ({ path }: Refusal, { at }: Layout): string | null => (path ?? []).findLast((name) => at.has(name)) ?? null

/** A change that knows whether anything was written in it: what was cannot be left out any more. */
const watched = (change: Change): { change: Change; wrote(): boolean } => {
  let isWritten = false
  return { change: { ...change, audit: (entry) => { isWritten = true; change.audit(entry) } }, wrote: () => isWritten }
}

const halves = <Item>(items: readonly Item[]): [Item[], Item[]] => [items.slice(0, items.length >> 1), items.slice(items.length >> 1)]

/** Lines that say the same in their common columns, in the order of the first of each. */
const groupsOf = (lines: readonly ReadLine[], { oneByOne }: FileReport): ReadLine[][] => {
  const groups = new Map<string, ReadLine[]>()
  for (const line of lines) {
    const key = oneByOne ? String(line.row.line) : JSON.stringify(line.common)
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  return [...groups.values()]
}

/** One report of the lines; where it is refused as a whole, each half by itself, until the line that is at fault stands alone. */
const tellGroup = async (change: Change, lines: readonly ReadLine[], understanding: Understanding): Promise<Problem[]> => {
  const { report, layout } = understanding
  const [first] = lines
  if (first === undefined) return []
  const watching = watched(change)
  try {
    const rejected = await report.tell(watching.change, first.common, lines.map(({ cells }) => cells))
    return rejected.flatMap(({ line, reason }) => { const own = lines[line - 1]; return own ? [problemAt(layout, own.row, fieldOfReason[reason.code] ?? 'code', reason)] : [] })
  } catch (error) {
    if (!(error instanceof Refusal) || watching.wrote()) throw error
    const field = fieldOfRefusal(error, layout)
    const isCommon = report.columns.some((column) => column.field === field && column.common)
    if (lines.length === 1 || isCommon) return lines.map(({ row }) => problemAt(layout, row, field, error))
    const [one, other] = halves(lines)
    return [...await tellGroup(change, one, understanding), ...await tellGroup(change, other, understanding)]
  }
}

/** A report of the file, whole: a mutation takes so many lines at once. */
const tellReport = async (change: Change, lines: readonly ReadLine[], understanding: Understanding): Promise<Problem[]> => {
  const problems: Problem[] = []
  const { atOnce } = understanding.report
  for (let begin = 0; begin < lines.length; begin += atOnce) problems.push(...await tellGroup(change, lines.slice(begin, begin + atOnce), understanding))
  return problems
}

/** Reports one after the other. */
const inTurn = async (change: Change, groups: readonly ReadLine[][], understanding: Understanding): Promise<Problem[]> => {
  const problems: Problem[] = []
  for (const lines of groups) problems.push(...await tellReport(change, lines, understanding))
  return problems
}

/** The same at once: a file of many small reports is otherwise many times slower than one of a large one. */
const together = async (change: Change, groups: readonly ReadLine[][], understanding: Understanding): Promise<Problem[]> => {
  const ended = await sideBySide(groups.map((lines) => ({ writer: change, asker: '', run: ({ run }) => tellReport({ ...change, run }, lines, understanding) })))
  return ended.flatMap((how) => { if ('error' in how) throw how.error; return how.answer })
}

/**
 * Reports rows of a file in one change, by the functions behind the mutations. They refuse before they write, so a line
 * that is refused takes no other with it.
 * @param way `inTurn` where the reports of these rows got in each other's way
 * @returns what is wrong, by line: lines that are not named were taken
 * @throws Entangled where they have to be told in turn, and nothing of this may stay
 */
export const judgeLines = async (change: Change, rows: readonly Row[], understanding: Understanding, way?: 'inTurn'): Promise<Problem[]> => {
  const { report, layout, reading } = understanding
  const recorded = await onRecord(change, rows, layout)
  const read = rows.map((row) => recorded.get(row) ?? readLine(row, report.columns, layout, reading))
  const problems = read.flatMap((line) => (Array.isArray(line) ? line : []))
  const groups = groupsOf(read.filter((line): line is ReadLine => !Array.isArray(line)), report)
  const tell = groups.length > 1 && report.together && way !== 'inTurn' ? together : inTurn
  return [...problems, ...await tell(change, groups, understanding)].sort((one, other) => one.line - other.line)
}

/** How many lines the problems are of. */
export const linesOf = (problems: readonly Problem[]): number => new Set(problems.map(({ line }) => line)).size
