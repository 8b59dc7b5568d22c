import { Refusal } from '../../kernel/errors.ts'
import type { Change } from '../../record/change.ts'
import type { RecallStepInput, TerminateRecallInput } from './recall.input.ts'
import { type RecallState, type RecallStep, stateAfter } from './recall.rules.ts'
import type { ChangeRecallSuccess } from './recall.type.ts'
import { recallToChange, type RecallUnderChange, saveRecall } from './recall-write.cypher.ts'

/** The recall that a step is about, locked. @throws Refusal where there is none of the viewer's, or its state does not allow the step */
export const recallFor = async (change: Change, id: string, step: RecallStep): Promise<RecallUnderChange & { readonly next: RecallState }> => {
  const [recall] = await change.run(recallToChange, { id, at: change.at })
  if (!recall) throw new Refusal('NOT_FOUND', 'There is no such recall.', ['recall'])
  return { ...recall, next: stateAfter(step, recall.status) }
}

/** Given to review, returned, cancelled: what needs no signature and tells nobody outside. */
export const stepRecall = async (change: Change, step: 'SUBMIT' | 'RETURN' | 'CANCEL', { recall: id, reason }: RecallStepInput): Promise<ChangeRecallSuccess> => {
  const recall = await recallFor(change, id, step)
  await change.run(saveRecall, { id, properties: { status: recall.next, ...(step === 'SUBMIT' ? { submittedAt: change.at } : {}) } })
  change.audit({ subject: id, changes: [{ field: 'status', before: recall.status, after: recall.next }], ...(reason ? { reason } : {}) })
  return { __typename: 'ChangeRecallSuccess', recallId: id } as ChangeRecallSuccess
}

/** The authority has ended it: its word, with its number. */
export const terminateRecall = async (change: Change, { recall: id, reason, authority, authorityReference }: TerminateRecallInput): Promise<ChangeRecallSuccess> => {
  const recall = await recallFor(change, id, 'TERMINATE')
  const named = `${authority.trim()} ${authorityReference.trim()}`
  await change.run(saveRecall, { id, properties: { status: recall.next, authorityReference: named, terminatedAt: change.at } })
  change.audit({ subject: id, changes: [{ field: 'status', before: recall.status, after: recall.next }, { field: 'authorityReference', before: null, after: named }], ...(reason ? { reason } : {}) })
  return { __typename: 'ChangeRecallSuccess', recallId: id } as ChangeRecallSuccess
}
