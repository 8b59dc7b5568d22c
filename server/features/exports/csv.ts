export type CsvCell = string | number | null

/** What a spreadsheet takes for the start of a formula, full-width forms included (OWASP, CSV injection). */
const formulaStart = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠\t\r]/

/** Whether a spreadsheet would run it. */
export const isFormula = (text: string): boolean => formulaStart.test(text)

const cellText = (cell: CsvCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvMediaType = 'text/csv; charset=utf-8'

/** So that spreadsheets read Chinese. */
export const byteOrderMark = '\ufeff'

/** One line of RFC 4180. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(',')}\r\n`
