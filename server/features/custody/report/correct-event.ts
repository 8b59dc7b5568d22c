import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import type { NewEvent } from '../capture/report.type.ts'
import type { EventThing } from '../event-content.rules.ts'
import { scannedCode } from '../scanned-code.ts'
import { wholeEvent } from './declarable.cypher.ts'
import { findThings } from './find-things.cypher.ts'

/** What the codes name of an event's things. @throws Refusal where one names none of them, or the carton or device itself */
const thingsNamed = async (change: Change, codes: readonly string[], things: readonly EventThing[]): Promise<Set<string>> => {
  const found = await change.run(findThings, { codes: codes.map((code, index) => ({ ...scannedCode(code), index })) })
  return new Set(codes.map((code, line) => {
    const ids = found.filter(({ index }) => index === line).map(({ id }) => id)
    const thing = things.find(({ id, role }) => role !== 'PARENT' && ids.includes(id))
    if (thing === undefined) throw new Refusal('NOT_FOUND', `${code} is none of what was reported.`, ['lines', String(line)])
    return thing.id
  }))
}

const rolesOf = (things: readonly EventThing[]): Set<string> => new Set(things.map(({ role }) => role))

/**
 * The same event without what was wrong in it, at the same time, under an eventID of its own; undefined where nothing is left.
 * @throws Refusal where what is left says something else, or is a matter of a loan
 */
export const correctedEvent = async (change: Change, id: string, codes: readonly string[], reason: string): Promise<(NewEvent & { readonly eventId: string }) | undefined> => {
  const [event] = await change.run(wholeEvent, { id })
  if (event === undefined) throw new Refusal('NOT_FOUND', 'Of what another reported, the whole is declared an error: it reports again what is right.', ['lines'])
  if (event.lent) throw new Refusal('CONFLICT', 'It sent a set on loan: report what was not in it as returned.', ['lines'])
  const { things } = event.content
  const wrong = await thingsNamed(change, codes, things)
  const left = things.filter((thing) => !wrong.has(thing.id))
  if (left.every(({ role }) => role === 'PARENT')) return undefined
  if (rolesOf(left).size < rolesOf(things).size) throw new Refusal('CONFLICT', 'Nothing would be left that was made, or that it was made of. Declare it an error as a whole.', ['lines'])
  if (reason === 'did_not_occur') throw new Refusal('INVALID_INPUT', 'What did not occur has nothing that corrects it (CBV 2.0, 7.5): give incorrect_data as the reason.', ['reason'])
  return { ...event.content, things: left, eventId: `urn:uuid:${crypto.randomUUID()}` }
}
