import { isDigits } from './characters.ts'
import { hasRightCheckDigit } from './check-digit.ts'
import { aiOf } from './gs1-ai.ts'
import { gtin14, isGtin } from './gtin.ts'
import type { LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'

const EAN_LENGTHS: Record<string, number> = { E0: 13, E3: 13, E4: 8 }
// Lot and serial numbers often have these lengths, so a right check digit alone proves little.
const COMMON_LENGTHS = new Set([8, 12])

/** Reads the digits of an EAN or UPC symbol; the AIM prefix makes it certain that they are a GTIN. */
export function readEan(input: LabelInput): LabelDraft | undefined {
  if (input.symbology !== 'EAN') return undefined
  const text = input.text.trimEnd()
  const length = EAN_LENGTHS[aimOf(input)] ?? text.length
  const draft = new LabelDraft('GS1')
  if (isDigits(text) && text.length === length && isGtin(text)) return withGtin(draft, text)
  draft.element('', text, '')
  if (!isDigits(text)) draft.warn('CHARACTER_INVALID', '01')
  else draft.warn(text.length < length ? 'FIELD_TRUNCATED' : 'FIELD_TOO_LONG', '01')
  return draft
}

/** Reads 8, 12, 13 or 14 digits whose check digit agrees as a GTIN. Other digits are left to `readPlain`. */
export function readBareGtin(input: LabelInput): LabelDraft | undefined {
  const text = input.text.trimEnd()
  if (!isGtin(text) || !hasRightCheckDigit(text)) return undefined
  const draft = withGtin(new LabelDraft('GS1'), text)
  draft.set('plain', text)
  if (COMMON_LENGTHS.has(text.length)) draft.warn('DIGITS_ALONE', '01')
  return draft
}

function withGtin(draft: LabelDraft, digits: string): LabelDraft {
  draft.element('01', digits, aiOf('01')?.title ?? '')
  draft.check('01', hasRightCheckDigit(digits) ? 'RIGHT' : 'WRONG')
  draft.set('di', gtin14(digits))
  return draft
}

function aimOf({ raw }: LabelInput): string {
  const at = raw.indexOf(']')
  return raw.slice(at + 1, at + 3)
}
