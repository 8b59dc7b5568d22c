import { isDigits } from './characters.ts'
import { hibcCheckCharacter } from './check-digit.ts'
import type { CheckOutcome } from './label.ts'

/** One HIBC symbol: what stands between `+` and the check character. */
export interface HibcSymbol { body: string; check?: string; outcome: CheckOutcome; dropped?: boolean }

// Two symbols scanned one after the other, and a supplemental third, are the most a label has.
const MOST_SYMBOLS = 4
const SHORTEST_PRIMARY = 8
// Device identifier, quantity, dates, lot and serial number together have fewer characters.
const LONGEST_SYMBOL = 128

/** Cuts several symbols, scanned one after the other, apart. A `+` may also be a check character or the mark of a serial number. */
export function hibcSymbols(text: string): HibcSymbol[] {
  const symbols: HibcSymbol[] = []
  let rest = text
  while (symbols.length < MOST_SYMBOLS - 1) {
    const at = nextSymbol(rest)
    if (at < 0) break
    symbols.push(checkedSymbol(rest.slice(0, at)))
    rest = rest.slice(at)
  }
  return [...symbols, checkedSymbol(rest)]
}

/** Where the next symbol begins: a `+` before which a check character agrees, else one that opens a secondary. */
function nextSymbol(text: string): number {
  let likely = -1
  for (let at = text.indexOf('+', SHORTEST_PRIMARY - 1); at >= 0 && at <= LONGEST_SYMBOL; at = text.indexOf('+', at + 1)) {
    if (marksSerial(text, at) || !opensSecondary(text, at)) continue
    if (checkAgrees(text.slice(0, at))) return at
    if (likely < 0) likely = at
  }
  return likely
}

/** `$+` and `$$+` mark a serial number; a `$` after anything else is the check character before. */
function marksSerial(text: string, at: number): boolean {
  return text.charAt(at - 1) === '$' && ['/', '$', '+'].includes(text.charAt(at - 2))
}

function opensSecondary(text: string, at: number): boolean {
  const next = text.charAt(at + 1)
  return next === '$' || next === 'S' || isDigits(text.slice(at + 1, at + 6))
}

/** Takes the check character off a symbol and verifies it. */
export function checkedSymbol(text: string): HibcSymbol {
  const trimmed = text.trimEnd()
  const spaces = text.length - trimmed.length
  // A space at the end may be the check character, and one before it the link; more are the clipboard's.
  const spaced = spaces > 0 ? `${trimmed} ` : trimmed
  for (const form of [text, spaced, trimmed]) if (checkAgrees(form)) return { ...cut(form), outcome: 'RIGHT' }
  if (hibcCheckCharacter(trimmed) === ' ') return { body: trimmed.slice(1), check: ' ', outcome: 'RIGHT', dropped: true }
  if (lacksCheck(spaced)) return { body: spaced.slice(1), outcome: 'ABSENT' }
  return { ...cut(spaces === 2 ? text : spaced), outcome: 'WRONG' }
}

function cut(text: string): { body: string; check: string } {
  return { body: text.slice(1, -1), check: text.slice(-1) }
}

function checkAgrees(text: string): boolean {
  return text.length > 2 && hibcCheckCharacter(text.slice(0, -1)) === text.slice(-1)
}

/** A primary alone ends on a digit, the unit of measure: where none stands before the last character, that one is it. */
function lacksCheck(text: string): boolean {
  return /^\+[A-Z][^/]*$/.test(text) && !isDigits(text.slice(-2, -1)) && isDigits(text.slice(-1))
}
