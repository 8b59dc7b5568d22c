import { createHash, randomBytes } from 'node:crypto'

/** A value that must be erasable stands apart; what refers to it holds its id only. */
export interface PersonalValue {
  /** `pv_` and SHA-256 of salt and value: whoever changes the value breaks the reference, and without the salt it tells nothing. */
  readonly id: string
  /** Global id of the person whose it is. */
  readonly person: string
  readonly value: string
  readonly salt: string
}

export const personalId = (salt: string, value: string): string => `pv_${createHash('sha256').update(`${salt}\n${value}`).digest('base64url')}`

/** A new place for a value of a person's. */
export const personalValue = (person: string, value: string): PersonalValue => {
  const salt = randomBytes(16).toString('base64url')
  return { id: personalId(salt, value), person, value, salt }
}

const mostRemembered = 10_000
const remembered = new Map<string, PersonalValue>()

/** The same for a value that comes again with each request, as an address: kept once for as long as this process remembers it. */
export const recurringValue = (person: string, value: string): PersonalValue => {
  const key = `${person} ${value}`
  const kept = remembered.get(key) ?? personalValue(person, value)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, kept)
  return kept
}

/** After an erasure the value comes back, where it does, under a new reference. */
export const forgetRecurring = (): void => remembered.clear()
