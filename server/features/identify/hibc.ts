import { hibcCheckCharacter } from './check-digit.ts'
import { isDigits } from './characters.ts'
import { readHibcSecondary } from './hibc-secondary.ts'
import { checkedSymbol, hibcSymbols, type HibcSymbol } from './hibc-symbol.ts'
import type { LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'

const LIC_LENGTH = 4
const LONGEST_PCN = 18

/** Reads an HIBC label (ANSI/HIBC 2.6): primary, secondary, both in one symbol (`/`), or several symbols one after the other. */
export function readHibc(input: LabelInput, today: Date): LabelDraft | undefined {
  const text = hibcText(input.text)
  if (!opensHibc(text)) return undefined
  const draft = new LabelDraft('HIBC')
  let primaryCheck: string | undefined
  hibcSymbols(text).forEach((symbol, index) => {
    const primary = index === 0 && isPrimary(symbol.body)
    const body = primary ? symbol.body : withoutLink(symbol, primaryCheck, draft)
    if (primary) primaryCheck = symbol.check
    readBody(body, primary, draft, today)
    if (symbol.check !== undefined) draft.element('C', symbol.check, 'Check character')
    draft.check('C', symbol.outcome)
    if (symbol.dropped) draft.warn('CHECK_CHARACTER_DROPPED', 'C')
  })
  if (draft.get('di') === undefined) draft.warn('DEVICE_IDENTIFIER_MISSING')
  return draft
}

/** Upper case, without the asterisks of the printed line, which also shows a space as `_`. */
function hibcText(text: string): string {
  const upper = text.toUpperCase()
  const from = upper.startsWith('*') ? 1 : 0
  const trimmed = upper.trimEnd()
  return trimmed.endsWith('*') && trimmed.length > from ? trimmed.slice(from, -1).replaceAll('_', ' ') : upper.slice(from).replaceAll('_', ' ')
}

/** A plus sign and then a labeler's letter, or a secondary's `$` or date. */
function opensHibc(text: string): boolean {
  return /^\+(?:[A-Z][0-9A-Z]{3}[0-9A-Z./$ %+-]|\$|\d{5})/.test(text)
}

function isPrimary(body: string): boolean {
  return /^[A-Z][0-9A-Z]{3}/.test(body)
}

/** A secondary symbol of its own ends on its primary's check character, before its own. */
function withoutLink(symbol: HibcSymbol, primaryCheck: string | undefined, draft: LabelDraft): string {
  const link = symbol.body.slice(-1)
  draft.element('L', link, 'Link character')
  if (primaryCheck !== undefined && link !== primaryCheck) draft.warn('LINK_CHARACTER_WRONG', 'L')
  return symbol.body.slice(0, -1)
}

function readBody(body: string, primary: boolean, draft: LabelDraft, today: Date): void {
  const slash = primary ? body.indexOf('/') : -1
  if (primary) readPrimary(slash < 0 ? body : body.slice(0, slash), draft)
  if (!primary || slash >= 0) readHibcSecondary(body.slice(slash + 1), draft, today)
}

function readPrimary(di: string, draft: LabelDraft): void {
  draft.element('+', di, 'Device identifier')
  const pcnLength = di.length - LIC_LENGTH - 1
  if (pcnLength < 1) draft.warn('FIELD_TRUNCATED', '+')
  else if (pcnLength > LONGEST_PCN) draft.warn('FIELD_TOO_LONG', '+')
  else if (!/^[0-9A-Z]+$/.test(di) || !isDigits(di.slice(-1))) draft.warn('CHARACTER_INVALID', '+')
  else draft.set('di', di)
}

/** An HIBC device identifier as GUDID stores it: LIC, PCN and unit of measure, without `+` and check character. */
export function hibcIdentifier(text: string): string {
  const upper = hibcText(text.trim())
  if (!upper.startsWith('+')) return upper
  const symbol = checkedSymbol(upper)
  return symbol.outcome === 'RIGHT' ? symbol.body : upper.slice(1)
}

/** The symbol's text with its check character. */
export function withHibcCheck(body: string): string {
  return `+${body}${hibcCheckCharacter(`+${body}`) ?? ''}`
}
