import { toCsv } from '../../ui/csv.ts'

/** A row of stock as the page has it; the query's own type fits it. */
export interface StockRow {
  udi: string
  serialNumber: string | null
  lotNumber: string | null
  status: string
  holds: readonly string[]
  heldSince: string | null
  expiresOn: string | null
  quantity: { value: number, unit: string }
  site: Name | null
  product: Name & { di: string }
}

interface Name { name: string, nameZh: string | null }

/** The words of the file in the reader's language. */
export interface StockWords {
  columns: string[]
  name: (it: Name) => string
  status: (code: string) => string
  hold: (code: string) => string
}

/**
 * The rows shown as CSV: site, product, device identifier, lot, serial, expiry, quantity, unit, status, holds, held since (UTC), UDI.
 * A lot or serial number stays text and is never run as a formula.
 */
export function stockCsv(rows: readonly StockRow[], words: StockWords): string {
  return toCsv(words.columns, rows.map((row) => [
    row.site ? words.name(row.site) : null, words.name(row.product), row.product.di, row.lotNumber, row.serialNumber, row.expiresOn,
    row.quantity.value, row.quantity.unit, words.status(row.status), row.holds.map(words.hold).join('; '), row.heldSince, row.udi,
  ]))
}
