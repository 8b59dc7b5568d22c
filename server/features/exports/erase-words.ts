import { Refusal } from '../../kernel/errors.ts'
import type { Change } from '../../record/change.ts'
import { reasonOf } from './erase-person.ts'
import { eraseWordsOf } from './personal-data.cypher.ts'

/**
 * Erases the remark of an acceptance record, the note of a loan set, or to whom a ticket was given and what was written in
 * it: it may name somebody, and who wrote it may be a system, which is no person that could be erased. The record keeps that something was noted, by reference.
 * @throws Refusal NOT_FOUND where there is no such thing of the viewer's organization; INVALID_INPUT without a reason
 */
export const eraseWords = async (change: Change, { subject, reason }: { subject: string; reason: string }): Promise<{ __typename: string; subject: string; erasedValues: number }> => {
  const why = reasonOf(reason)
  const [done] = await change.run(eraseWordsOf, { subject })
  if (!done) throw new Refusal('NOT_FOUND', 'There is no such acceptance record, loan set or ticket of yours.', ['subject'])
  change.audit({ subject, changes: [{ field: 'words', before: 'kept', after: 'erased' }], reason: why })
  return { __typename: 'EraseWordsSuccess', subject, erasedValues: done.erased }
}
