import { readDate } from './dates.ts'
import { aiOf } from './gs1-ai.ts'
import { findingsOf } from './gs1-value.ts'
import { gtin14 } from './gtin.ts'
import type { DayField, LabelDraft } from './label-draft.ts'

/** One AI with its value, as it stands on a label, in a link or in a URN. */
export interface AiElement { key: string; value: string }

/** The element with a GTIN of 8, 12 or 13 digits filled up to 14. */
export function withGtin14({ key, value }: AiElement): AiElement {
  return { key, value: key === '01' || key === '02' ? gtin14(value) : value }
}

type Meaning = (value: string, draft: LabelDraft, today: Date) => void

const day = (field: DayField, key: string): Meaning =>
  (value, draft, today) => draft.setDay(field, readDate(value.slice(0, 6), 'YYMMDD', today)?.day, key)
const text = (field: 'di' | 'lot' | 'serial' | 'sscc' | 'gln' | 'contentDi', key: string): Meaning =>
  (value, draft) => draft.set(field, value, key)
const count = (key: string): Meaning => (value, draft) => draft.set('quantity', Number(value), key)

const MEANINGS: Record<string, Meaning> = {
  '00': text('sscc', '00'),
  '01': text('di', '01'),
  '02': text('contentDi', '02'),
  10: text('lot', '10'),
  11: day('manufacturedOn', '11'),
  13: day('packagedOn', '13'),
  15: day('bestBefore', '15'),
  16: day('sellBy', '16'),
  17: day('expiresOn', '17'),
  21: text('serial', '21'),
  30: count('30'),
  37: count('37'),
  414: text('gln', '414'),
  7003: (value, draft, today) => {
    const read = readDate(value, 'YYMMDDHHMI', today)
    draft.setDay('expiresOn', read?.day, '7003')
    draft.set('expiresAt', read?.time, '7003')
  },
  8006: (value, draft) => draft.set('di', value.slice(0, 14), '8006'),
  8008: day('manufacturedOn', '8008'),
}

/** Takes one AI and its value into the draft: element, check digits, warnings, and the field it means. */
export function readAi({ key, value }: AiElement, draft: LabelDraft, today: Date): void {
  const ai = aiOf(key)
  draft.element(ai ? key : '', ai ? value : key + value, ai?.title ?? '')
  if (ai === undefined) {
    draft.warn('AI_UNKNOWN', key)
    return
  }
  const findings = findingsOf(ai, value, today)
  for (const { problem, check } of findings) {
    if (problem) draft.warn(problem, key)
    if (check) draft.check(key, check)
  }
  // A lot with a forbidden character is still the lot that is printed; a number with a letter is none.
  const numeric = ai.components[0]?.characters === 'N'
  const usable = findings.every(({ problem }) => !problem || (problem === 'CHARACTER_INVALID' && !numeric))
  if (usable) MEANINGS[key]?.(value, draft, today)
}
