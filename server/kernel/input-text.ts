import { Refusal } from './errors.ts'

/** A text that must be there, trimmed. @throws Refusal INVALID_INPUT at the field for none, or for more than so many characters */
export const neededText = (text: string, field: string, most: number): string => {
  const words = text.trim()
  if (words === '' || words.length > most) throw new Refusal('INVALID_INPUT', `${field} takes 1 to ${most} characters.`, [field])
  return words
}

/** A text that may be there, trimmed; null where it is empty. @throws Refusal INVALID_INPUT at the field for more than so many characters */
export const givenText = (text: string | null | undefined, field: string, most: number): string | null => {
  const words = text?.trim() ?? ''
  if (words.length > most) throw new Refusal('INVALID_INPUT', `${field} takes at most ${most} characters.`, [field])
  return words === '' ? null : words
}
