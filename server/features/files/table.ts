import type { Column } from './column.ts'
import { csvRows, type Delimiter, findDelimiter } from './csv-rows.ts'
import type { Encoding } from './encoding.ts'
import { columnNames } from './header.rules.ts'
import { fileLimits, type Row, tooManyLines, Unreadable } from './row.ts'
import { xlsxRows } from './xlsx-rows.ts'

/** How a kept file is read. */
export interface Format {
  readonly kind: 'csv' | 'xlsx'
  /** Of CSV. */
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
}

/** ZIP, whatever the file is called. */
export const isZip = (start: Uint8Array): boolean => start[0] === 0x50 && start[1] === 0x4b

export const formatOf = async (path: string, { zip, encoding }: { zip: boolean; encoding: Encoding }, columns: readonly Column[]): Promise<Format> =>
  zip ? { kind: 'xlsx', encoding: null, delimiter: null } : { kind: 'csv', encoding, delimiter: await findDelimiter(path, encoding, columns) }

const rowsOf = (path: string, { kind, encoding, delimiter }: Format): AsyncGenerator<Row> =>
  kind === 'xlsx' ? xlsxRows(path) : csvRows(path, encoding ?? 'utf-8', delimiter ?? ',')

export interface Table {
  /** What its columns are called, each differently. */
  readonly names: readonly string[]
  /** The rows below the header, blank ones left out, each with as many cells as there are columns. */
  readonly lines: AsyncGenerator<Row>
}

async function* linesAfter(header: Row, rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  let count = 0
  for await (const { line, cells } of rows) {
    count += 1
    if (count > fileLimits.lines) throw tooManyLines()
    yield { line, cells: header.cells.map((_, index) => cells[index] ?? '') }
  }
}

/**
 * Opens a kept file as a table: its first row that is not blank is the header. Whoever does not read `lines` to the end returns it.
 * @throws Unreadable where it has no row, or too many columns
 */
export const openTable = async (path: string, format: Format): Promise<Table> => {
  const rows = rowsOf(path, format)
  const first = await rows.next()
  if (first.done) throw new Unreadable('EMPTY_FILE', 'The file has no line. Fill in the template and send it again.')
  if (first.value.cells.length > fileLimits.columns) {
    await rows.return(undefined)
    throw new Unreadable('TOO_LARGE', `A file has at most ${fileLimits.columns} columns.`)
  }
  return { names: columnNames(first.value.cells), lines: linesAfter(first.value, rows) }
}

/** The columns with their first cells, for whoever maps them. */
export const sampleTable = async (path: string, format: Format, count = 3): Promise<{ name: string; samples: string[] }[]> => {
  const { names, lines } = await openTable(path, format)
  const rows: Row[] = []
  for await (const row of lines) {
    rows.push(row)
    if (rows.length >= count) break
  }
  return names.map((name, index) => ({ name, samples: rows.map(({ cells }) => (cells[index] ?? '').slice(0, 80)) }))
}
