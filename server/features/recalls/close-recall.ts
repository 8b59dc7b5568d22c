import { neededText } from '../../kernel/input-text.ts'
import type { Change } from '../../record/change.ts'
import { contentHash, signRecord } from '../../record/sign.ts'
import { progressOf, unaccountedOf } from './progress.rules.ts'
import { readProgress } from './read-progress.ts'
import type { CloseRecallInput } from './recall.input.ts'
import { refuseUnaccounted } from './recall.rules.ts'
import type { CloseRecallSuccess } from './recall.type.ts'
import { saveRecall } from './recall-write.cypher.ts'
import { recallFor } from './step-recall.ts'

/**
 * The firm's own end of a recall: signed, with a conclusion.
 * @throws Refusal CONFLICT while devices are unaccounted for, unless the signed conclusion says why
 */
export const closeRecall = async (change: Change, input: CloseRecallInput): Promise<CloseRecallSuccess> => {
  const { recall: id, signature } = input
  const conclusion = neededText(input.conclusion, 'conclusion', 4_000)
  const recall = await recallFor(change, id, 'CLOSE')
  const [row] = await readProgress((statement, asked) => change.run(statement, asked), [id])
  const unaccounted = row ? unaccountedOf(progressOf(row)) : 0
  refuseUnaccounted(unaccounted, input)
  const content = { recall: id, reference: recall.reference, conclusion, unaccounted, unaccountedReason: input.unaccountedReason ?? null }
  await signRecord(change, { subject: id, hash: contentHash(content), act: 'CLOSE_RECALL', signature })
  await change.run(saveRecall, { id, properties: { status: recall.next, closedAt: change.at, conclusion: input.unaccountedReason ? `${conclusion}\n\n${input.unaccountedReason}` : conclusion } })
  change.audit({ subject: id, changes: [{ field: 'status', before: recall.status, after: recall.next }, { field: 'unaccounted', before: null, after: String(unaccounted) }], reason: conclusion })
  return { __typename: 'CloseRecallSuccess', recallId: id } as CloseRecallSuccess
}
