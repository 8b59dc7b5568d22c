import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Change } from '../../record/change.ts'
import { addCall } from './phone.cypher.ts'
import type { LogPhoneCallInput, PhoneCall } from './phone.type.ts'

const text = (value: string, field: string, most: number): string => {
  const words = value.trim()
  if (words === '' || words.length > most) throw new Refusal('INVALID_INPUT', `${field} takes 1 to ${most} characters.`, [field])
  return words
}

/** Keeps that a recipient was told by telephone: who, when, what was said. The record says that there was a call; the names stand with the call. */
export const logPhoneCall = async (change: Change, input: LogPhoneCallInput): Promise<PhoneCall> => {
  const calledAt = input.calledAt.toISOString()
  if (calledAt > change.at) throw new Refusal('INVALID_INPUT', 'calledAt is in the future.', ['calledAt'])
  const call = { id: newId('tel'), notice: input.notice, at: change.at, calledAt, by: change.viewer.person, spokeWith: text(input.spokeWith, 'spokeWith', 200), said: text(input.said, 'said', 2_000), reached: input.reached }
  const [kept] = await change.run(addCall, { notice: input.notice, call })
  if (!kept) throw new Refusal('NOT_FOUND', 'There is no such notice.', ['notice'])
  change.audit({ subject: input.notice, maker: change.viewer.organization, changes: [{ field: 'call', before: null, after: call.id }, { field: 'reached', before: null, after: String(call.reached) }] })
  return { ...kept.call, caller: kept.call.caller ?? change.viewer.name }
}
