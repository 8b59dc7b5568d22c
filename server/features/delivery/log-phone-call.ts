import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { neededText } from '../../kernel/input-text.ts'
import type { Change } from '../../record/change.ts'
import { addCall, eraseContact } from './phone.cypher.ts'
import type { EraseCallContactInput, LogPhoneCallInput, PhoneCallLogged } from './phone.type.ts'

const logged = (callId: string): PhoneCallLogged => ({ __typename: 'PhoneCallLogged', callId }) as PhoneCallLogged

/** Keeps that a recipient was told by telephone: who, when, what was said. With whom stands apart, by reference, so that it can be erased: neither the record nor the kept answer has it. */
export const logPhoneCall = async (change: Change, input: LogPhoneCallInput): Promise<PhoneCallLogged> => {
  const calledAt = input.calledAt.toISOString()
  if (calledAt > change.at) throw new Refusal('INVALID_INPUT', 'calledAt is in the future.', ['calledAt'])
  const call = { id: newId('tel'), notice: input.notice, at: change.at, calledAt, by: change.viewer.person, contact: newId('phc'), said: neededText(input.said, 'said', 2_000), reached: input.reached }
  const [kept] = await change.run(addCall, { notice: input.notice, call, contact: { id: call.contact, name: neededText(input.spokeWith, 'spokeWith', 200) } })
  if (!kept) throw new Refusal('NOT_FOUND', 'There is no such notice.', ['notice'])
  change.audit({ subject: input.notice, maker: change.viewer.organization, changes: [{ field: 'call', before: null, after: call.id }, { field: 'reached', before: null, after: String(call.reached) }] })
  return logged(call.id)
}

/** With whom somebody spoke is erased; that there was a call, and what was said, stays. @throws Refusal NOT_FOUND, INVALID_INPUT without a reason */
export const eraseCallContact = async (change: Change, { call, reason }: EraseCallContactInput): Promise<PhoneCallLogged> => {
  const words = neededText(reason, 'reason', 500)
  const [gone] = await change.run(eraseContact, { call })
  if (!gone) throw new Refusal('NOT_FOUND', 'There is no such call.', ['call'])
  change.audit({ subject: gone.notice, maker: change.viewer.organization, changes: [{ field: 'call.spokeWith', before: gone.erased ? 'kept' : 'erased before', after: 'erased' }], reason: words })
  return logged(call)
}
