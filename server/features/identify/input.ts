import type { LabelWarningCode } from './warnings.ts'

/** What the barcode's AIM symbology identifier says about its content (ISO/IEC 15424). */
export type Symbology = 'GS1' | 'EAN' | 'OTHER'

/** What came in, cleaned, and how. */
export interface LabelInput {
  raw: string
  text: string
  symbology?: Symbology
  warnings: LabelWarningCode[]
}

const AIM_LENGTH = 3
const GS1_IDENTIFIERS = new Set(['C1', 'd2', 'd5', 'Q3', 'Q4', 'J1', 'J4', 'e0', 'e1', 'e2', 'e3', 'z1', 'z4', 'h1'])
const IDEOGRAPHIC_STOPS = new Set(['。', '｡'])
const INVISIBLE = new Set(['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff'])
const LINE_ENDS = new Set(['\r', '\n', '\t', '\0'])

/** Cleans what was scanned, pasted or typed. Spaces at the end stay: HIBC's check character may be one. */
export function labelInput(raw: string): LabelInput {
  const folded = folding(raw)
  const text = withoutCaption(withoutLineEnds(folded))
  const symbology = symbologyOf(text)
  const content = symbology ? text.slice(AIM_LENGTH) : text
  const warnings: LabelWarningCode[] = hasFullWidth(raw) ? ['FULL_WIDTH_FOLDED'] : []
  return { raw, text: content, ...(symbology ? { symbology } : {}), warnings }
}

/** Full-width forms U+FF01-FF5E as ASCII, invisible characters away. Not NFKC: it would also change letters that only look alike. */
function folding(raw: string): string {
  let text = ''
  for (const character of raw) if (!INVISIBLE.has(character)) text += foldedCharacter(character)
  return text
}

function foldedCharacter(character: string): string {
  if (isFullWidth(character)) return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  if (character === '\u3000' || character === '\u00a0') return ' '
  return IDEOGRAPHIC_STOPS.has(character) ? '.' : character
}

function isFullWidth(character: string): boolean {
  return character >= '\uff01' && character <= '\uff5e'
}

function hasFullWidth(raw: string): boolean {
  for (const character of raw) if (isFullWidth(character) || IDEOGRAPHIC_STOPS.has(character)) return true
  return false
}

function withoutLineEnds(text: string): string {
  let end = text.length
  while (end > 0 && LINE_ENDS.has(text.charAt(end - 1))) end -= 1
  return text.slice(0, end).trimStart()
}

/** People paste `UDI: (01)…` and `UDI-DI：0…`. */
function withoutCaption(text: string): string {
  const [caption = ''] = /^UDI(?:-DI)?[ ]{0,3}[:(][ ]{0,3}/i.exec(text) ?? []
  return caption.endsWith('(') ? text.slice(caption.length - 1) : text.slice(caption.length)
}

function symbologyOf(text: string): Symbology | undefined {
  if (!/^\][A-Za-z][0-9A-Za-z]/.test(text)) return undefined
  if (GS1_IDENTIFIERS.has(text.slice(1, AIM_LENGTH))) return 'GS1'
  return text.charAt(1) === 'E' ? 'EAN' : 'OTHER'
}
