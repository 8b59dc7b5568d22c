import { consistsOf, CSET82, GS } from './characters.ts'
import { aiAt } from './gs1-ai.ts'

// What keyboard wedges, spreadsheets and middleware make of FNC1, longest first where one begins another.
const STAND_INS = [
  '<FNC1>', '{FNC1}', '[FNC1]', '_x001D_', 'Alt+029', 'Alt-029', 'ALT029', '\\u001d', '\\x1d', '&#x1d;', '&#29;', '~d029',
  '<GS>', '{GS}', '[GS]', '(GS)', '\\029', '\\035', '%1D', '^]', '\\F', '……', '␝', '^', '~', '|', '#', '\u001c', '\u001e', '\u001f', 'è',
].map(text => text.toLowerCase())
// In brackets only what can be no part of a value: `A<GS>` is a legal lot.
const NEVER_IN_VALUES = STAND_INS.filter(text => !consistsOf(text, CSET82))
const FIRST_CHARACTERS = new Set(STAND_INS.map(text => text.charAt(0)))

/** Element strings with every separator as U+001D; `replaced` where a stand-in was read as one. */
export interface Separated { text: string; replaced: boolean }

/**
 * Reads stand-ins as FNC1 where that makes sense: at the start, at the end, and before a known AI.
 * Elsewhere the characters belong to a value, so that a lot such as `A#1` stays whole.
 */
export function separated(text: string): Separated {
  const lower = text.toLowerCase()
  const parts: string[] = []
  let replaced = false
  let from = 0
  for (let at = 0; at < text.length;) {
    const length = standInAt(lower, at)
    if (length > 0 && separates(text, at, length)) {
      parts.push(text.slice(from, at))
      replaced = true
      from = at + length
    }
    at += Math.max(length, 1)
  }
  return { text: [...parts, text.slice(from)].join(GS), replaced }
}

function standInAt(lower: string, at: number): number {
  if (!FIRST_CHARACTERS.has(lower.charAt(at))) return 0
  return STAND_INS.find(standIn => lower.startsWith(standIn, at))?.length ?? 0
}

function separates(text: string, at: number, length: number): boolean {
  const after = at + length
  return after >= text.length || aiAt(text, after) !== undefined
}

/** A value between brackets without a separator at its end. */
export function withoutSeparatorAtEnd(value: string): Separated {
  if (value.endsWith(GS)) return { text: value.slice(0, -1), replaced: false }
  const standIn = NEVER_IN_VALUES.find(text => value.slice(-text.length).toLowerCase() === text)
  return standIn === undefined ? { text: value, replaced: false } : { text: value.slice(0, -standIn.length), replaced: true }
}
