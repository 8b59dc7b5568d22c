import { readOffline } from '../goods/read-offline.ts'
import { plainScan } from '../identify/scan-text.ts'

/** The SSCC that a label or a person's typing names; null where it is none (GS1 General Specifications 3.2.1 and 7.9.1). */
export function ssccIn(text: string): string | null {
  const code = plainScan(text)
  const digits = readOffline(code).sscc ?? code.replaceAll(/[\s-]/g, '')
  return /^\d{18}$/.test(digits) && digits.endsWith(checkDigit(digits.slice(0, -1))) ? digits : null
}

function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 1 : 3), 0)
  return String((10 - sum % 10) % 10)
}

/** As the label has it, which is how the hub looks it up. */
export const ssccCode = (sscc: string) => `(00)${sscc}`
