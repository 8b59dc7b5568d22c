import { revokeIn } from '../../access/revocations.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Change } from '../../record/change.ts'
import { forgetRecurring } from '../../record/personal-value.ts'
import { eraseTraces } from './erase-traces.cypher.ts'
import { erasePersonalData } from './personal-data.cypher.ts'

/** Why something is erased: kept for as long as the record. @throws Refusal INVALID_INPUT where none is said */
export const reasonOf = (reason: string): string => {
  if (reason.trim() === '' || reason.length > 500) throw new Refusal('INVALID_INPUT', 'Say why, in 1 to 500 characters.', ['reason'])
  return reason.trim()
}

/** What it told was the person's; kept, so that nothing is done twice. */
const erasedAnswer = JSON.stringify({ __typename: 'Refused', code: 'NOT_FOUND', message: 'What this request was answered has been erased with the person that it told of.', path: null })

/**
 * Erases who somebody was: name, account, addresses and other values apart, and what else bears them. The record keeps that somebody acted, by
 * the id; signatures keep their printed name, which the law wants (GDPR 17 (3) (b); 21 CFR 11.50).
 * @throws Refusal NOT_FOUND where nobody of that id is of the viewer's organization; INVALID_INPUT without a reason
 */
export const erasePerson = async (change: Change, { person, reason }: { person: string; reason: string }): Promise<{ __typename: string; person: string; erasedValues: number }> => {
  const why = reasonOf(reason)
  await change.run(eraseTraces, { person, answer: erasedAnswer })
  const [done] = await change.run(erasePersonalData, { person, at: change.at })
  if (!done) throw new Refusal('NOT_FOUND', 'There is no such person.', ['person'])
  await revokeIn(change, 'PERSON', person)
  forgetRecurring()
  change.audit({ subject: person, changes: [{ field: 'personal data', before: 'kept', after: 'erased' }], reason: why })
  return { __typename: 'ErasePersonSuccess', person, erasedValues: done.erased }
}
