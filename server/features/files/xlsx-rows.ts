import { fileLimits, isBlank, type Row, Unreadable } from './row.ts'
import { type Book, type Handlers, openBook, readXml } from './xlsx-book.ts'
import { dateStyles, firstSheet, sharedTexts } from './xlsx-parts.ts'

interface Look {
  readonly texts: readonly string[]
  readonly dates: readonly boolean[]
  readonly from1904: boolean
}

const day = 86_400_000
/** Day 0: Excel believes that 1900 was a leap year, so its days after February 1900 count from 30 December 1899. */
const [zero1900, zero1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)]

const dateText = (number: number, from1904: boolean): string => {
  const text = new Date((from1904 ? zero1904 : zero1900) + Math.round(number * 86_400) * 1_000).toISOString()
  return Math.round(number * day) % day === 0 ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}

/** Excel keeps 15 digits; what it keeps more is rounding. */
const numberText = (raw: string): string => (/e\+/i.test(raw) || raw.replace(/\D/g, '').length < 16 ? raw : String(Number(Number(raw).toPrecision(15))))

const cellText = (raw: string, type: string, style: number, { texts, dates, from1904 }: Look): string => {
  if (type === 's') return texts[Number(raw)] ?? ''
  if (type === 'b') return raw === '1' ? 'true' : 'false'
  if (type === 'n' && dates[style] && raw !== '' && Math.abs(Number(raw)) < 3e6) return dateText(Number(raw), from1904)
  return type === 'n' ? numberText(raw) : raw
}

/** `C` of `C12` as 2. */
const columnOf = (reference: string): number => [...reference.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Gathers rows as the sheet's XML comes; who reads takes them from `rows`. */
const sheetReader = (look: Look, rows: Row[]): Handlers => {
  let [line, cells, at, type, style, raw, inValue, length] = [0, [] as string[], 0, 'n', 0, '', false, 0]
  return {
    open: (name, attributes) => {
      if (name === 'row') [line, cells, length] = [Number(attributes['r'] ?? line + 1), [], 0]
      if (name === 'c') [at, type, style, raw] = [attributes['r'] === undefined ? cells.length : columnOf(attributes['r']), attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), '']
      inValue = name === 'v' || name === 't'
    },
    text: (piece) => {
      if (!inValue) return
      raw += piece
      length += piece.length
      if (length > fileLimits.row) throw new Unreadable('UNREADABLE', `Row ${line} is too long. Keep one line a row.`)
    },
    close: (name) => {
      inValue = false
      if (name === 'c' && at < fileLimits.columns) {
        while (cells.length < at) cells.push('')
        cells[at] = cellText(raw, type, style, look)
      }
      if (name === 'row' && !isBlank(cells)) rows.push({ line, cells })
    },
  }
}

async function* rowsOf(book: Book): AsyncGenerator<Row> {
  const { name, from1904 } = await firstSheet(book)
  const look = { texts: await sharedTexts(book), dates: await dateStyles(book), from1904 }
  const rows: Row[] = []
  for await (const _piece of readXml(await book.open(name), sheetReader(look, rows))) {
    void _piece
    yield* rows.splice(0)
  }
}

/**
 * The rows of the first sheet of an XLSX workbook, as a stream; formulas as the values that they last had.
 * @throws Unreadable where it is none, or too large inside
 */
export async function* xlsxRows(path: string): AsyncGenerator<Row> {
  const book = await openBook(path)
  try {
    yield* rowsOf(book)
  } finally {
    book.close()
  }
}
