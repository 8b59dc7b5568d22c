import type { Change } from '../../record/change.ts'
import { contentHash, signRecord } from '../../record/sign.ts'
import { coverageOf } from './coverage.ts'
import { membersOf } from './draft-recall.ts'
import { issueNotices, type IssuedNotice, recordIssue } from './notice-issue.cypher.ts'
import type { AmendRecallInput, ApproveRecallInput } from './recall.input.ts'
import type { RecallScopeInput } from './recall-scope.input.ts'
import { refuseOwnDraft, respondByOf } from './recall.rules.ts'
import type { ApproveRecallSuccess, ChangeRecallSuccess } from './recall.type.ts'
import { coverScope, type Coverage, type RecallUnderChange, saveRecall } from './recall-write.cypher.ts'
import { recallFor } from './step-recall.ts'

/** What is signed: the recall's words and the list of what it covers. */
const signedContent = ({ id, reference, title, titleZh, reason, reasonZh, riskStatement, riskStatementZh, classification, actions, drill }: RecallUnderChange, { batches, serials }: Coverage): object =>
  ({ id, reference, title, titleZh, reason, reasonZh, riskStatement, riskStatementZh, classification, actions, drill, batches: [...batches].sort(), serials: [...serials].sort() })

/** A message to each recipient; of a drill to nobody but the maker. */
const tellOf = (change: Change, { id, reference, title, titleZh, classification, drill }: RecallUnderChange, notices: readonly IssuedNotice[]): void => {
  for (const notice of notices) {
    if (drill && notice.organization !== change.viewer.organization) continue
    change.tell({
      type: notice.isNew ? 'recall.notice.issued' : 'recall.notice.extended', subject: notice.id, organization: notice.organization,
      data: { notice: notice.id, recall: id, reference, title, titleZh, classification, drill, itemCount: notice.itemCount, roles: notice.roles },
    })
  }
}

/** Freezes the scope, locks it, lists and tells: the same for the signature and for an amendment. */
const cover = async (change: Change, recall: RecallUnderChange, coverage: Coverage, respondBy: string): Promise<{ serialCount: number; unitCount: number; notices: readonly IssuedNotice[] }> => {
  const [counts] = await change.run(coverScope, coverage)
  const notices = await change.run(issueNotices, { ...coverage, at: change.at, respondBy })
  tellOf(change, recall, notices)
  await change.run(recordIssue, { recall: recall.id, serials: counts?.serialCount ?? 0, units: counts?.unitCount ?? 0, notifiedAt: new Date().toISOString() })
  return { serialCount: counts?.serialCount ?? 0, unitCount: counts?.unitCount ?? 0, notices }
}

/**
 * The signature that makes a draft a recall, at once and in one transaction: the scope is frozen, its devices are blocked
 * at every door, and a notice for each who must know is in the outbox. A fixed number of statements, however large.
 * @throws Refusal SIGNATURE_REFUSED, CONFLICT by its state, NOT_ALLOWED for the author where two people are asked for
 */
export const approveRecall = async (change: Change, { recall: id, signature }: ApproveRecallInput): Promise<ApproveRecallSuccess> => {
  const recall = await recallFor(change, id, 'APPROVE')
  refuseOwnDraft(recall, change.viewer.person)
  const members = await membersOf(change, JSON.parse(recall.scope ?? '{}') as RecallScopeInput)
  const coverage = { recall: id, ...(await coverageOf(change, members)) }
  await signRecord(change, { subject: id, hash: contentHash(signedContent(recall, coverage)), act: 'APPROVE_RECALL', signature })
  const respondBy = recall.respondBy ?? respondByOf(recall.classification, change.at)
  await change.run(saveRecall, { id, properties: { status: recall.next, approvedAt: change.at, approvedBy: change.viewer.person, respondBy } })
  const { serialCount, unitCount, notices } = await cover(change, recall, coverage, respondBy)
  change.audit({
    subject: id,
    changes: [
      { field: 'status', before: recall.status, after: recall.next },
      { field: 'coverage', before: null, after: `${coverage.batches.length} batches, ${coverage.serials.length} single serials; ${serialCount} serials and ${unitCount} units in all` },
      { field: 'notices', before: null, after: String(notices.length) },
    ],
  })
  return { __typename: 'ApproveRecallSuccess', recallId: id } as ApproveRecallSuccess
}

/** Who hears later has as many days as the first. */
const laterOf = (one: string | null, other: string): string => (one !== null && one > other ? one : other)

/** Later findings (21 CFR 806.10(d)): the scope grows, signed again, and only those hear of it who have not been told. */
export const amendRecall = async (change: Change, { recall: id, scope, reason, signature }: AmendRecallInput): Promise<ChangeRecallSuccess> => {
  const recall = await recallFor(change, id, 'AMEND')
  const coverage = { recall: id, ...(await coverageOf(change, await membersOf(change, scope))) }
  await signRecord(change, { subject: id, hash: contentHash({ ...signedContent(recall, coverage), amendment: reason }), act: 'AMEND_RECALL', signature })
  const { notices } = await cover(change, recall, coverage, laterOf(recall.respondBy, respondByOf(recall.classification, change.at)))
  change.audit({ subject: id, changes: [{ field: 'coverage', before: null, after: `${coverage.batches.length} batches, ${coverage.serials.length} serials added` }, { field: 'notices', before: null, after: `${notices.length} new or longer` }], reason })
  return { __typename: 'ChangeRecallSuccess', recallId: id } as ChangeRecallSuccess
}
