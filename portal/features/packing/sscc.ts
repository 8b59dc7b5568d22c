import { readOffline } from '../goods/read-offline.ts'
import { GS, plainScan } from '../identify/scan-text.ts'

/** Of a returnable tray with a serial number (GRAI) or of a single asset (GIAI): GS1 General Specifications 3.9.1, 3.9.2. */
const asset = /^(?:\][A-Za-z]\d)?\(?(?:(8003)\)?(0\d{13}[\x21-\x7a]{1,16})|(8004)\)?([\x21-\x7a]{4,30}))$/

/**
 * The number of a carton, pallet or tray that a label or a person's typing names: an SSCC as 18 digits, a GRAI or GIAI
 * after its application identifier. Null where it is none (GS1 General Specifications 3.2.1 and 7.9.1).
 */
export function unitIn(text: string): string | null {
  const code = plainScan(text).replaceAll(GS, '')
  const [, grai, tray = '', giai, single = ''] = asset.exec(code) ?? []
  if (grai ?? giai) return `(${grai ?? giai ?? ''})${tray || single}`
  const digits = readOffline(code).sscc ?? code.replaceAll(/[\s-]/g, '')
  return /^\d{18}$/.test(digits) && digits.endsWith(checkDigit(digits.slice(0, -1))) ? digits : null
}

function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 1 : 3), 0)
  return String((10 - sum % 10) % 10)
}

/** As its label has it, which is how the hub looks it up. */
export const unitCode = (unit: string) => unit.startsWith('(') ? unit : `(00)${unit}`
