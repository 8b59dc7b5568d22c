/** FNC1 as scanners transmit it: the ASCII group separator. */
export const GS = '\u001d'

export const DIGITS = '0123456789'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** GS1 General Specifications figure 7.11-1: the 82 characters of AI values of type X. */
export const CSET82 = new Set(`!"%&'()*+,-./${DIGITS}:;<=>?${LETTERS}_${LETTERS.toLowerCase()}`)
/** GS1 General Specifications figure 7.11-2: the characters of component and part identifiers, type Y. */
export const CSET39 = new Set(`#-/${DIGITS}${LETTERS}`)
/** Base64url with padding, type Z (digital signature). */
export const CSET64 = new Set(`-_=${DIGITS}${LETTERS}${LETTERS.toLowerCase()}`)
export const DIGIT_SET = new Set(DIGITS)

/** True where every character is in the set; true for an empty text. */
export function consistsOf(text: string, set: ReadonlySet<string>): boolean {
  for (const character of text) if (!set.has(character)) return false
  return true
}

/** True for one or more of the digits 0-9. */
export function isDigits(text: string): boolean {
  return text !== '' && consistsOf(text, DIGIT_SET)
}

/** Percent-decoded text, or undefined where an escape is malformed. */
export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
