import { isDigits } from './characters.ts'

const GTIN_LENGTHS = new Set([8, 12, 13, 14])

/** True for a text with the shape of a GTIN: 8, 12, 13 or 14 digits. Says nothing about the check digit. */
export function isGtin(text: string): boolean {
  return GTIN_LENGTHS.has(text.length) && isDigits(text)
}

/** A GTIN as it is stored: 14 digits, filled with zeros (GS1 General Specifications 3.3.2). Other texts stay as they are. */
export function gtin14(text: string): string {
  return isGtin(text) ? text.padStart(14, '0') : text
}
