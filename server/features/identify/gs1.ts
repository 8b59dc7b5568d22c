import { GS, isDigits } from './characters.ts'
import { hasRightCheckDigit } from './check-digit.ts'
import { aiOf } from './gs1-ai.ts'
import { splitBrackets } from './gs1-brackets.ts'
import { readElements, splitElements } from './gs1-element-string.ts'
import { readAi, withGtin14, type AiElement } from './gs1-fields.ts'
import { separated } from './gs1-separator.ts'
import type { LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'
import type { LabelWarningCode } from './warnings.ts'

// An element string without any mark is known by a whole key of fixed length at its start.
const LEADING_KEYS = new Set(['00', '01', '02', '414'])
const DATE_KEYS = new Set(['11', '13', '15', '17'])
const DOUBTS = new Set<LabelWarningCode>(['SEPARATOR_DOUBTFUL', 'SEPARATOR_REPLACED'])

/** Reads `(01)…(10)…`; a GTIN that was typed with fewer digits is filled up. */
export function readBrackets(input: LabelInput, today: Date): LabelDraft | undefined {
  const brackets = splitBrackets(input.text)
  if (brackets === undefined) return undefined
  const draft = new LabelDraft('GS1')
  if (brackets.replaced) draft.warn('SEPARATOR_REPLACED')
  for (const element of brackets.elements) readAi(withGtin14(element), draft, today)
  return draft
}

/** Reads an element string without brackets. Without an AIM prefix it must begin as one; otherwise undefined. */
export function readElementString(input: LabelInput, today: Date): LabelDraft | undefined {
  const given = input.text.trimEnd()
  const { text, replaced } = separated(given)
  const elements = splitElements(text)
  const mark = input.symbology === 'GS1' ? 'CERTAIN' : markOf(given, elements, replaced)
  if (mark === 'NONE') return undefined
  const draft = new LabelDraft('GS1')
  if (replaced) draft.warn('SEPARATOR_REPLACED')
  if (text === '') draft.warn('INPUT_EMPTY')
  readElements(elements, draft, today)
  return mark === 'CERTAIN' ? draft : guessed(draft, given)
}

/** Dates and a lot, of the second of two barcodes for instance: only a clean reading counts, and it stays a guess. */
function guessed(draft: LabelDraft, given: string): LabelDraft | undefined {
  if (draft.warnings.some(({ code }) => !DOUBTS.has(code))) return undefined
  draft.warn('UNMARKED')
  draft.set('plain', given)
  return draft
}

type Mark = 'CERTAIN' | 'GUESS' | 'NONE'

function markOf(given: string, elements: AiElement[], replaced: boolean): Mark {
  const [first, second] = elements
  if (first === undefined || first.key === '') return 'NONE'
  if (given.includes(GS)) return 'CERTAIN'
  if (LEADING_KEYS.has(first.key) && isWholeKey(first, second)) return 'CERTAIN'
  return second !== undefined && (replaced || DATE_KEYS.has(first.key)) ? 'GUESS' : 'NONE'
}

function isWholeKey({ key, value }: AiElement, second: AiElement | undefined): boolean {
  if (!isDigits(value) || value.length !== aiOf(key)?.maxLength) return false
  if (hasRightCheckDigit(value)) return true
  return key !== '414' && second?.key !== ''
}
