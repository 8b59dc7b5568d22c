import { percentDecoded } from './characters.ts'
import { hasRightCheckDigit } from './check-digit.ts'
import { isGtin } from './gtin.ts'
import type { LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'

const LONGEST_NUMBER = 80
const FIELDS = { DI: 'di', LOT: 'lot', SN: 'serial' } as const
const TITLES = { DI: 'Device identifier', LOT: 'Lot', SN: 'Serial number' } as const

/** Reads the hub's own text of an identifier outside the agencies, `DI:4711;LOT:A1;SN:77`, as `labelText` writes it. */
export function readPlainUdi(input: LabelInput): LabelDraft | undefined {
  if (!input.text.startsWith('DI:')) return undefined
  const draft = new LabelDraft('PLAIN')
  for (const part of input.text.trimEnd().split(';')) {
    const colon = part.indexOf(':')
    const key = part.slice(0, Math.max(colon, 0))
    const value = percentDecoded(part.slice(colon + 1))
    if (!isField(key) || value === undefined) return undefined
    draft.element(key, value, TITLES[key])
    draft.set(FIELDS[key], value, key)
  }
  return draft
}

function isField(key: string): key is keyof typeof FIELDS {
  return Object.hasOwn(FIELDS, key)
}

/** Whatever remains: a bare lot or serial number, nothing says which, or no label at all. */
export function readPlain(input: LabelInput): LabelDraft {
  const text = input.text.trim()
  if (!isNumber(text)) {
    const draft = new LabelDraft('UNKNOWN')
    draft.warn(text === '' ? 'INPUT_EMPTY' : 'NOT_RECOGNIZED')
    return draft
  }
  const draft = new LabelDraft('PLAIN')
  draft.element('', text, '')
  draft.set('plain', text)
  // Thirteen or fourteen digits are nearly always meant as a GTIN.
  if (text.length > 12 && isGtin(text) && !hasRightCheckDigit(text)) draft.check('01', 'WRONG')
  return draft
}

/** Short, one line, no control characters, no link. */
function isNumber(text: string): boolean {
  if (text === '' || text.length > LONGEST_NUMBER || text.includes('://') || text.toLowerCase().startsWith('urn:')) return false
  for (const character of text) if (character < ' ' || character === '\u007f') return false
  return true
}
