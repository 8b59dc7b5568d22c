import { isDigits } from './characters.ts'
import { readDate } from './dates.ts'
import type { LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'

const IDENTIFIER_FIELDS = 5

interface MaField { title: string; field: 'lot' | 'serial' | 'sterilizationLot' | 'manufacturedOn' | 'expiresOn' | 'firstInvalidOn' | 'none'; date?: true }

/** Production fields of the agency ZIIOT (IDcode), in any order after the device identifier. */
const FIELDS: Record<string, MaField> = {
  L: { title: 'Lot', field: 'lot' },
  S: { title: 'Serial number', field: 'serial' },
  M: { title: 'Manufactured', field: 'manufacturedOn', date: true },
  P: { title: 'Manufactured', field: 'manufacturedOn', date: true },
  E: { title: 'First invalid day', field: 'firstInvalidOn', date: true },
  V: { title: 'Valid until', field: 'expiresOn', date: true },
  D: { title: 'Sterilization lot', field: 'sterilizationLot' },
  C: { title: 'Check character', field: 'none' },
  Y: { title: 'Medical insurance code', field: 'none' },
}

/** Reads an MA code, `MA.156.M0.…`, also inside a web address. Its check characters cannot be verified: the algorithm was withdrawn. */
export function readMa(input: LabelInput, today: Date): LabelDraft | undefined {
  const code = maCode(input.text.trimEnd())
  if (code === undefined) return undefined
  const draft = new LabelDraft('MA')
  if (code.wrapped) draft.warn('URL_WRAPPED')
  const parts = code.text.split('.')
  const di = parts.slice(0, IDENTIFIER_FIELDS).join('.')
  draft.element('MA', di, 'Device identifier')
  if (parts.length < IDENTIFIER_FIELDS || parts.slice(0, IDENTIFIER_FIELDS).includes('')) draft.warn('FIELD_TRUNCATED', 'MA')
  else draft.set('di', di)
  for (const part of joined(parts.slice(IDENTIFIER_FIELDS), draft)) readPart(part, draft, today)
  expiry(draft)
  return draft
}

function maCode(text: string): { text: string; wrapped: boolean } | undefined {
  if (startsAsMa(text)) return { text: `MA${text.slice(2)}`, wrapped: false }
  const inLink = /^https?:\/\//i.test(text) ? /MA\.\d{3}\.[^/?#&]*/.exec(text) : null
  return inLink ? { text: inLink[0], wrapped: true } : undefined
}

/** `MA.` and a country of three digits (ISO 3166-1 numeric). */
function startsAsMa(text: string): boolean {
  return /^ma\.\d{3}\./i.test(text)
}

/** Dot parts as fields. A part that can be no field belongs, with its dot, to the text before it. */
function joined(parts: string[], draft: LabelDraft): string[] {
  const fields: string[][] = []
  for (const part of parts) {
    const last = fields.at(-1)
    if (last === undefined || isField(part) || !takesText(last[0])) fields.push([part])
    else {
      last.push(part)
      draft.warn('LOT_WITH_DOT', `.${last[0]?.charAt(0)}`)
    }
  }
  return fields.map(pieces => pieces.join('.'))
}

function isField(part: string): boolean {
  const field = FIELDS[part.charAt(0)]
  if (field === undefined || part.length < 2) return false
  return !field.date || isDateText(part.slice(1))
}

function takesText(part = ''): boolean {
  return part !== '' && FIELDS[part.charAt(0)]?.date === undefined && FIELDS[part.charAt(0)] !== undefined
}

function isDateText(text: string): boolean {
  return isDigits(text) && (text.length === 6 || text.length === 8)
}

function readPart(part: string, draft: LabelDraft, today: Date): void {
  const letter = part.charAt(0)
  const value = part.slice(1)
  const meaning = FIELDS[letter]
  draft.element(meaning ? `.${letter}` : '', meaning ? value : part, meaning?.title ?? '')
  if (meaning === undefined) draft.warn('AI_UNKNOWN', part)
  else if (value === '') draft.warn('FIELD_EMPTY', `.${letter}`)
  else readMeaning(meaning.field, value, letter, draft, today)
}

function readMeaning(field: MaField['field'], value: string, letter: string, draft: LabelDraft, today: Date): void {
  if (field === 'none') return
  if (field === 'lot' || field === 'serial' || field === 'sterilizationLot') draft.set(field, value, `.${letter}`)
  else draft.setDay(field, readDate(value, value.length === 8 ? 'YYYYMMDD' : 'YYMMDD', today)?.day, `.${letter}`)
}

/** V is the last valid day. Where only E stands, it is returned as printed and said to be the first invalid one. */
function expiry(draft: LabelDraft): void {
  const firstInvalid = draft.get('firstInvalidOn')
  if (firstInvalid === undefined || draft.get('expiresOn') !== undefined) return
  draft.set('expiresOn', firstInvalid)
  draft.warn('FIRST_INVALID_DAY', '.E')
}
