import { plainScan } from '../identify/scan-text.ts'

export interface PastedLine { code: string, quantity: number | null }

/**
 * Lines copied from a sheet: a code, and in the next column its quantity, if any. Empty lines and a heading fall away.
 */
export function pastedLines(text: string): PastedLine[] {
  const rows = text.split(/\r\n|\r|\n/).map((line) => line.split('\t'))
  return rows.flatMap(([first = '', second = '']) => {
    const code = plainScan(first.replace(/^"(.*)"$/, '$1'))
    return code && !isHeading(code) ? [{ code, quantity: amountOf(second) }] : []
  })
}

/** A code has a digit; the word above a column has none. */
const isHeading = (code: string) => !/\d/.test(code)

function amountOf(cell: string): number | null {
  const value = Number(cell.replaceAll(/[\s,]/g, '') || Number.NaN)
  return Number.isFinite(value) && value > 0 ? value : null
}
