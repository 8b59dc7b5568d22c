import { consistsOf, CSET82, isDigits } from './characters.ts'
import type { IdentifierScheme } from './device-identifier.ts'
import { bracketed } from './gs1-brackets.ts'
import { withHibcCheck } from './hibc.ts'

/** A unique device identification: the device identifier with lot, serial number or both. */
export interface Udi { scheme: IdentifierScheme; di: string; lot?: string | undefined; serial?: string | undefined }

const MA_VALUE = new Set([...CSET82].filter(character => character !== '.'))

/**
 * The canonical text of a UDI, to print or show: GS1 with brackets, HIBC with its check character, MA with dots, ICCBBA with its marks.
 * `readLabel` gives the same identifier, lot and serial number back. Where the scheme cannot carry a value
 * (a lot of 30 characters, a dot in an MA lot) it is the hub's own text, `DI:…;LOT:…;SN:…`.
 */
export function labelText(udi: Udi): string {
  return TEXTS[udi.scheme](udi) ?? plainText(udi)
}

const TEXTS: Record<IdentifierScheme, (udi: Udi) => string | undefined> = {
  GS1: gs1Text,
  HIBC: hibcText,
  ICCBBA: iccbbaText,
  MA: maText,
  PLAIN: () => undefined,
}

function gs1Text({ di, lot, serial }: Udi): string | undefined {
  if (!isDigits(di) || di.length !== 14 || !fits(lot, 20, CSET82) || !fits(serial, 20, CSET82)) return undefined
  return bracketed([{ key: '01', value: di }, ...given('10', lot), ...given('21', serial)])
}

function given(key: string, value: string | undefined): { key: string; value: string }[] {
  return value ? [{ key, value }] : []
}

function fits(value: string | undefined, longest: number, set: ReadonlySet<string>): boolean {
  return !value || (value.length <= longest && consistsOf(value, set))
}

function hibcText({ di, lot, serial }: Udi): string | undefined {
  if (!/^[A-Z][0-9A-Z]{4,21}\d$/.test(di) || !isHibcNumber(lot) || !isHibcNumber(serial)) return undefined
  if (lot && serial) return withHibcCheck(`${di}/$${lot}/S${serial}`)
  if (lot) return withHibcCheck(`${di}/$${lot}`)
  return withHibcCheck(serial ? `${di}/$+${serial}` : di)
}

/** Letters, digits and what Code 39 has besides, without the marks of HIBC itself. */
function isHibcNumber(value: string | undefined): boolean {
  return !value || /^[0-9A-Z.-]{1,18}$/.test(value)
}

function iccbbaText({ di, lot, serial }: Udi): string | undefined {
  const mark = ICCBBA_MARKS[di.length]
  const legal = [di, lot, serial].every(value => !value || /^[0-9A-Za-z]+$/.test(value))
  if (mark === undefined || !legal || (lot && lot.length !== mark.lotLength) || (serial && serial.length !== 6)) return undefined
  return `${mark.di}${di}${serial ? `=,${serial}` : ''}${lot ? mark.lot + lot : ''}`
}

const ICCBBA_MARKS: Record<number, { di: string; lot: string; lotLength: number }> = {
  16: { di: '=/', lot: '&,1', lotLength: 18 },
  10: { di: '=)', lot: '&)', lotLength: 10 },
}

function maText({ di, lot, serial }: Udi): string | undefined {
  const fields = di.split('.')
  const legal = /^MA\.\d{3}\./.test(di) && fields.length === 5 && fields.every(field => field !== '' && consistsOf(field, MA_VALUE))
  if (!legal || !fits(lot, Infinity, MA_VALUE) || !fits(serial, Infinity, MA_VALUE)) return undefined
  return `${di}${lot ? `.L${lot}` : ''}${serial ? `.S${serial}` : ''}`
}

function plainText({ di, lot, serial }: Udi): string {
  const parts = [['DI', di], ['LOT', lot], ['SN', serial]]
  return parts.flatMap(([key, value]) => (value ? [`${key}:${escaped(value)}`] : [])).join(';')
}

/** Readable where it can be: ASCII and Chinese stay, only what would be cut, folded or trimmed is percent-encoded. */
function escaped(value: string): string {
  return Array.from(value, character => (/^[!-$&-:<-~\u4e00-\u9fff]$/.test(character) ? character : percentEncoded(character))).join('')
}

/** Half of a surrogate pair is no character: it has no encoding and becomes U+FFFD. */
function percentEncoded(character: string): string {
  return encodeURIComponent(/^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character)
}
