import { type CsvError, parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Column } from './column.ts'
import { decoded, type Encoding } from './encoding.ts'
import { headerFit } from './header.rules.ts'
import { fileLimits, isBlank, type Row, Unreadable } from './row.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

const parserOf = (delimiter: Delimiter) => parse({ delimiter, relax_column_count: true, relax_quotes: true, max_record_size: fileLimits.row })

const unreadable = (error: unknown, line: number): Unreadable => {
  const code = (error as CsvError).code ?? ''
  const quote = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
  return new Unreadable('UNREADABLE', quote ? `A quotation mark in or after line ${line + 1} is never closed. Close it, or take it away.` : `The file cannot be read after line ${line}. Save it as CSV again.`, { cause: error })
}

/**
 * The rows of a CSV file, as a stream.
 * @throws Unreadable where a quotation mark is not closed or a row has no end
 */
export async function* csvRows(path: string, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<Row> {
  const bytes = createReadStream(path)
  const parser = parserOf(delimiter)
  const text = Readable.from(decoded(bytes, encoding))
  text.on('error', (error) => parser.destroy(error)).pipe(parser)
  let line = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1
      if (!isBlank(cells)) yield { line, cells }
    }
  } catch (error) {
    throw unreadable(error, line)
  } finally {
    text.destroy()
    bytes.destroy()
  }
}

/** The first row that is not blank, by this delimiter; none where it cannot be read so. */
const headerBy = async (path: string, encoding: Encoding, delimiter: Delimiter): Promise<readonly string[]> => {
  try {
    for await (const { cells } of csvRows(path, encoding, delimiter)) return cells
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
  }
  return []
}

/** The delimiter by which the header fits the report best. */
export const findDelimiter = async (path: string, encoding: Encoding, columns: readonly Column[]): Promise<Delimiter> => {
  let best: { delimiter: Delimiter; fit: number } = { delimiter: ',', fit: 0 }
  for (const delimiter of delimiters) {
    const fit = headerFit(await headerBy(path, encoding, delimiter), columns)
    if (fit > best.fit) best = { delimiter, fit }
  }
  return best.delimiter
}
