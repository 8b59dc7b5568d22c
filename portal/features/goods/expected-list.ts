import type { Expected } from '../outbox/report.ts'
import { plainScan } from '../identify/scan-text.ts'
import { readOffline } from './read-offline.ts'

/** The columns of an order or delivery note by their headings, in either language. */
const headings = {
  code: ['udi', 'code', 'barcode', '编码', '条码', '器械标识'],
  di: ['di', 'gtin', 'udi-di', '产品标识'],
  lot: ['lot', 'lot number', 'batch', '批号', '生产批号'],
  serial: ['serial', 'serial number', 'sn', '序列号'],
  quantity: ['quantity', 'qty', '数量'],
  name: ['product', 'name', '产品', '名称', '品名'],
} as const
type Column = keyof typeof headings
type Row = Partial<Record<Column, string>>

const columnOf = (heading: string): Column | undefined =>
  (Object.keys(headings) as Column[]).find((column) => (headings[column] as readonly string[]).includes(heading.trim().toLowerCase()))

/** Without headings: a code, and beside it the quantity. */
const plain: readonly (Column | undefined)[] = ['code', 'quantity']

function amountOf(cell = ''): number | null {
  const value = Number(cell.replaceAll(/[\s,]/g, '') || Number.NaN)
  return Number.isFinite(value) && value > 0 ? value : null
}

/** A code as its label would have it, from the columns of a list. */
const codeOf = ({ code = '', di, lot, serial }: Row) =>
  plainScan(code) || [di && `(01)${di.padStart(14, '0')}`, lot && `(10)${lot}`, serial && `(21)${serial}`].filter(Boolean).join('')

function expectedOf(row: Row, index: number): Expected[] {
  const code = codeOf(row)
  if (!/\d/.test(code)) return []
  const label = readOffline(code)
  const [lot, serial] = [row.lot || label.lot, row.serial || label.serial]
  const one = serial !== null || label.sscc !== null
  return [{
    id: `listed ${index}`, code, di: row.di?.padStart(14, '0') ?? label.di, name: row.name || null, nameZh: null, lot, serial, sscc: label.sscc,
    expiresOn: label.expiresOn, quantity: one ? null : amountOf(row.quantity) ?? 1,
  }]
}

/** Reads a list of what should be there, pasted from a sheet or from CSV: columns by their headings, or code and quantity. */
export async function expectedList(text: string): Promise<Expected[]> {
  const { parse } = await import('csv-parse/browser/esm/sync')
  const table: string[][] = parse(text, { bom: true, delimiter: ['\t', ';', ','], relax_column_count: true, relax_quotes: true, trim: true, skip_empty_lines: true })
  const [first = [], ...rest] = table
  const named = first.map(columnOf)
  const [columns, rows] = named.some(Boolean) ? [named, rest] : [plain, table]
  return rows.flatMap((cells, index) => expectedOf(Object.fromEntries(columns.flatMap((column, at) => column && cells[at] ? [[column, cells[at]]] : [])), index))
}
