import { isDigits } from './characters.ts'

/** The modulo 10 check digit for the digits before it (GS1 General Specifications 7.9.1). */
export function gs1CheckDigit(digits: string): string {
  let sum = 0
  for (let back = 1; back <= digits.length; back += 1) {
    sum += Number(digits.charAt(digits.length - back)) * (back % 2 === 1 ? 3 : 1)
  }
  return String((10 - (sum % 10)) % 10)
}

/** True where the text is digits only and the last one is their GS1 check digit. */
export function hasRightCheckDigit(text: string): boolean {
  return text.length > 1 && isDigits(text) && gs1CheckDigit(text.slice(0, -1)) === text.slice(-1)
}

const MOD43 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'
const MOD43_VALUES = new Map(Array.from(MOD43, (character, value) => [character, value]))

/** The modulo 43 check character over a text that begins with `+` (ANSI/HIBC 2.6, appendix B); undefined for a character outside Code 39. */
export function hibcCheckCharacter(text: string): string | undefined {
  let sum = 0
  for (const character of text) {
    const value = MOD43_VALUES.get(character)
    if (value === undefined) return undefined
    sum += value
  }
  return MOD43.charAt(sum % 43)
}
