import { isDigits } from './characters.ts'
import { readDate, type DateFormat } from './dates.ts'
import type { LabelDraft } from './label-draft.ts'

const LONGEST_NUMBER = 18
const DATE_FLAGS: Record<string, DateFormat> = { 2: 'MMDDYY', 3: 'YYMMDD', 4: 'YYMMDDHH', 5: 'YYJJJ', 6: 'YYJJJHH' }
const QUANTITY_DIGITS: Record<string, number> = { 8: 2, 9: 5 }
const NO_DATE = '7'

/** Reads what follows the device identifier: quantity, expiry, lot or serial, then supplements after `/` (ANSI/HIBC 2.6, 2.3). */
export function readHibcSecondary(text: string, draft: LabelDraft, today: Date): void {
  const [first = '', ...supplements] = text.split('/')
  if (!readSupplement(first, draft, today)) readFirst(first, draft, today)
  for (const supplement of supplements) {
    if (readSupplement(supplement, draft, today)) continue
    draft.element('', supplement, '')
    draft.warn('AI_UNKNOWN', supplement)
  }
}

function readFirst(text: string, draft: LabelDraft, today: Date): void {
  const mark = ['$$+', '$$', '$+', '$'].find(candidate => text.startsWith(candidate)) ?? ''
  const serial = mark.endsWith('+')
  const rest = text.slice(mark.length)
  if (mark === '$' || mark === '$+') return readNumber(mark, rest, serial, draft)
  if (mark !== '') return readFlagged(mark, rest, serial, draft, today)
  // The oldest form: five digits of a Julian date, then the lot, without any mark.
  const after = readExpiry('', text, 'YYJJJ', draft, today)
  if (after !== '') readNumber('$', after, false, draft)
}

function readFlagged(mark: string, text: string, serial: boolean, draft: LabelDraft, today: Date): void {
  const rest = readQuantity(mark, text, draft)
  const flag = rest.charAt(0)
  const number = serial ? '$+' : '$'
  if (rest === '') return
  if (flag === NO_DATE) return readNumber(number, rest.slice(1), serial, draft)
  const format = DATE_FLAGS[flag]
  const after = format ? readExpiry(mark + flag, rest.slice(1), format, draft, today) : readExpiry(mark, rest, 'MMYY', draft, today)
  if (after !== '') readNumber(number, after, serial, draft)
}

/** Takes the quantity of `$$8` or `$$9`; gives back what follows it. */
function readQuantity(mark: string, text: string, draft: LabelDraft): string {
  const digits = QUANTITY_DIGITS[text.charAt(0)]
  if (digits === undefined) return text
  const value = text.slice(1, 1 + digits)
  takeQuantity(mark + text.charAt(0), value, draft)
  if (value.length < digits) draft.warn('FIELD_TRUNCATED', mark)
  return text.slice(1 + digits)
}

function takeQuantity(key: string, value: string, draft: LabelDraft): void {
  draft.element(key, value, 'Quantity')
  if (isDigits(value)) draft.set('quantity', Number(value), key)
  else draft.warn('CHARACTER_INVALID', key)
}

/** Takes the expiry date; gives back what follows it. */
function readExpiry(key: string, text: string, format: DateFormat, draft: LabelDraft, today: Date): string {
  const value = text.slice(0, format.length)
  draft.element(key, value, 'Expiry date')
  const read = readDate(value, format, today)
  draft.setDay('expiresOn', read?.day, key)
  if (read?.time) draft.set('expiresAt', read.time, key)
  return text.slice(format.length)
}

function readNumber(key: string, value: string, serial: boolean, draft: LabelDraft): void {
  draft.element(key, value, serial ? 'Serial number' : 'Lot')
  if (value === '') draft.warn('FIELD_EMPTY', key)
  else draft.set(serial ? 'serial' : 'lot', value, key)
  if (value.length > LONGEST_NUMBER) draft.warn('FIELD_TOO_LONG', key)
}

/** Reads `S`, `14D`, `16D` or `Q`; false where the text is none of them. */
function readSupplement(text: string, draft: LabelDraft, today: Date): boolean {
  if (text.startsWith('S')) readNumber('S', text.slice(1), true, draft)
  else if (text.startsWith('Q')) takeQuantity('Q', text.slice(1), draft)
  else if (text.startsWith('14D') || text.startsWith('16D')) readSupplementDate(text.slice(0, 3), text.slice(3), draft, today)
  else return false
  return true
}

function readSupplementDate(key: string, value: string, draft: LabelDraft, today: Date): void {
  draft.element(key, value, key === '14D' ? 'Expiry date' : 'Manufacturing date')
  draft.setDay(key === '14D' ? 'expiresOn' : 'manufacturedOn', readDate(value, 'YYYYMMDD', today)?.day, key)
}
