import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import { waitingFor } from '../waiting/waiting-now.ts'
import { assignOne, clearOne, findingsById } from './finding.cypher.ts'
import type { AssignFindingSuccess, ClearFindingSuccess } from './finding.type.ts'
import type { AssignFindingInput, ClearFindingInput } from './goods-action.input.ts'
import { fileWaiting } from './keep-goods.ts'

const notFound = (): Refusal => new Refusal('NOT_FOUND', 'There is no such finding.', ['finding'])

/** The maker's word that the report is right: what waits is filed although its reporter has the thing from nobody. */
const file = async (changing: Change, id: string): Promise<void> => {
  const [row] = await changing.run(findingsById, { ids: [id] })
  if (row === undefined) throw notFound()
  const { serialId, batchId, ofViewer } = row.finding
  if (!ofViewer) throw new Refusal('NOT_ALLOWED', 'Only the maker can say that. Ask it, or clear the finding with what you found.', ['file'])
  const thing = serialId ?? batchId
  const waiting = thing === null ? undefined : await waitingFor(changing, [thing], id)
  if (waiting === undefined || waiting.settled.length === 0) throw new Refusal('CONFLICT', 'What it names is not on record. Register its production first, or clear the finding with what you found.', ['file'])
  await fileWaiting(changing, waiting)
}

/** @throws Refusal where it is not the viewer's, is cleared already, or still true */
export const clearFinding = async (changing: Change, { finding, note, file: filed }: ClearFindingInput): Promise<ClearFindingSuccess> => {
  const words = note.trim()
  if (words === '' || words.length > 1_000) throw new Refusal('INVALID_INPUT', 'Say in 1 to 1000 characters how it was cleared.', ['note'])
  if (filed === true) await file(changing, finding)
  const [row] = await changing.run(clearOne, { id: finding, at: changing.at, by: changing.viewer.person, note: words, again: filed === true })
  if (row === undefined) throw notFound()
  if (row.clearedAt !== null && filed !== true) throw new Refusal('CONFLICT', 'It is cleared already.', ['finding'])
  if (row.others) throw new Refusal('NOT_ALLOWED', 'Only the maker\'s quality clears this. If your report was mistaken, declare it an error; otherwise set the device aside and tell the maker what you found.', ['finding'])
  if (row.short) throw new Refusal('CONFLICT', 'The stock is still below zero: report what is missing, as the receipt or the production that nobody told.', ['finding'])
  changing.audit({ subject: finding, changes: [{ field: 'clearedAt', before: null, after: changing.at }], reason: words })
  return { __typename: 'ClearFindingSuccess', findingId: finding } as unknown as ClearFindingSuccess
}

/** @throws Refusal where the finding is not the viewer's, or the person not of its organization */
export const assignFinding = async (changing: Change, { finding, assignee = null }: AssignFindingInput): Promise<AssignFindingSuccess> => {
  const [row] = await changing.run(assignOne, { id: finding, assignee, at: changing.at })
  if (row === undefined) throw notFound()
  if (row.now !== assignee) throw new Refusal('NOT_FOUND', 'Nobody of your organization has this id.', ['assignee'])
  changing.audit({ subject: finding, changes: [{ field: 'assignee', before: row.before, after: row.now }] })
  return { __typename: 'AssignFindingSuccess', findingId: finding } as unknown as AssignFindingSuccess
}
