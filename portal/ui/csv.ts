/** One cell: a number is written as it is, null as nothing. */
export type CsvCell = string | number | null

/** What a spreadsheet takes for the start of a formula, full-width forms included (OWASP, CSV injection). */
const FORMULA_START = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠\t\r]/

/**
 * A table as CSV text (RFC 4180): CRLF, a byte order mark so that spreadsheets read Chinese,
 * and an apostrophe before text that a spreadsheet would run as a formula.
 */
export function toCsv(header: string[], rows: CsvCell[][]): string {
  return `\ufeff${[header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
