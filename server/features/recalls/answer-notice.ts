import { Refusal } from '../../kernel/errors.ts'
import { givenText } from '../../kernel/input-text.ts'
import { newId } from '../../kernel/ids.ts'
import { dayText } from '../../kernel/times.ts'
import type { Change } from '../../record/change.ts'
import { scannedCode } from '../custody/scanned-code.ts'
import { noticeForwarded } from './notice-late-holder.ts'
import type { AcknowledgeRecallNoticeSuccess, RecordEffectivenessCheckSuccess, RespondToRecallNoticeSuccess } from './notice.type.ts'
import type { AcknowledgeRecallNoticeInput, RecordEffectivenessCheckInput, RespondToRecallNoticeInput } from './recall.input.ts'
import { addCheck, clearNeverReceived, nameOutside, organizationsNamed, raiseNeverReceived } from './answer-effects.cypher.ts'
import { findLines, type ItemAnswer, noticeToAnswer, type NoticeUnderChange, saveNotice, writeAnswer } from './response.cypher.ts'
import { decideLines, type Decided, type ResponseLine } from './response.rules.ts'

const mostLines = 20_000

const noticeFor = async (change: Change, id: string): Promise<NoticeUnderChange> => {
  const [notice] = await change.run(noticeToAnswer, { id, at: change.at })
  if (!notice) throw new Refusal('NOT_FOUND', 'There is no such notice.', ['notice'])
  return notice
}

/** "We have read it." The clock for the answer runs from the notice, not from this. */
export const acknowledgeNotice = async (change: Change, { notice: id, outsideNumber }: AcknowledgeRecallNoticeInput): Promise<AcknowledgeRecallNoticeSuccess> => {
  const { acknowledgedAt, maker, recall } = await noticeFor(change, id)
  const number = givenText(outsideNumber, 'outsideNumber', 100)?.toUpperCase()
  if (number) await change.run(nameOutside, { id, number })
  if (acknowledgedAt === null) {
    await change.run(saveNotice, { id, properties: { acknowledgedAt: change.at } })
    change.tell({ type: 'recall.notice.acknowledged', subject: id, organization: maker, data: { notice: id, recall } })
  }
  change.audit({ subject: id, changes: [{ field: 'acknowledgedAt', before: acknowledgedAt, after: acknowledgedAt ?? change.at }, ...(number ? [{ field: 'outsideNumber', before: null, after: number }] : [])], maker })
  return { __typename: 'AcknowledgeRecallNoticeSuccess', noticeId: id } as AcknowledgeRecallNoticeSuccess
}

const refuseMeaningless = (input: RespondToRecallNoticeInput, { status }: NoticeUnderChange): void => {
  const { dispositions, noneHeld, completed, quantityOnHandAtReceipt, comment } = input
  if (status !== 'ONGOING') throw new Refusal('CONFLICT', 'This recall is over: its answers are closed. Write to the maker.', ['notice'])
  if (dispositions.length > mostLines) throw new Refusal('TOO_LARGE', `At most ${mostLines} lines at once: send the answer in parts.`, ['dispositions'])
  if (dispositions.length === 0 && !noneHeld && !completed && quantityOnHandAtReceipt == null && !comment) throw new Refusal('INVALID_INPUT', 'The answer says nothing.', ['dispositions'])
  if (quantityOnHandAtReceipt != null && !(quantityOnHandAtReceipt >= 0)) throw new Refusal('INVALID_INPUT', 'quantityOnHandAtReceipt is zero or more.', ['quantityOnHandAtReceipt'])
  if ((comment?.length ?? 0) > 4_000) throw new Refusal('INVALID_INPUT', 'comment takes at most 4000 characters.', ['comment'])
}

/** Who got it, by id where the hub knows it; else as it was written. */
const linesOf = async (change: Change, { dispositions }: RespondToRecallNoticeInput): Promise<ResponseLine[]> => {
  const names = [...new Set(dispositions.flatMap(({ forwardedTo }) => forwardedTo?.trim() || []))]
  const known = names.length === 0 ? [] : await change.run(organizationsNamed, { names })
  const ids = new Map(known.map(({ name, id }) => [name, id]))
  return dispositions.map(({ code, disposition, quantity, unit, forwardedTo, occurredOn }) => {
    const name = forwardedTo?.trim() || null
    return { code, disposition, quantity: quantity ?? null, unit: unit ?? null, forwardedTo: name && (ids.get(name) ?? name), occurredOn: dayText(occurredOn) }
  })
}

const responseOf = ({ at, viewer }: Change, input: RespondToRecallNoticeInput, lines: readonly ResponseLine[]) => ({
  id: newId('rsp'), at, by: viewer.person, organization: viewer.organization, noneHeld: input.noneHeld ?? false, completed: input.completed ?? false,
  quantityOnHand: input.quantityOnHandAtReceipt ?? null, comment: input.comment?.trim() || null, lines: JSON.stringify(lines),
})

/** Complete by its own word, or because nothing is left to answer. */
const isComplete = (input: RespondToRecallNoticeInput, { rejected }: Decided, outstanding: number): boolean =>
  rejected.length === 0 && (input.completed === true || input.noneHeld === true || outstanding === 0)

const decide = async (change: Change, notice: NoticeUnderChange, lines: readonly ResponseLine[]): Promise<Decided> => {
  if (lines.length === 0) return decideLines(lines, new Map())
  const found = await change.run(findLines, { notice: notice.id, recall: notice.recall, lines: lines.map(({ code }, index) => ({ ...scannedCode(code), index })) })
  return decideLines(lines, new Map(found.map((line) => [line.index, line])))
}

/** Findings told at once; the list has them all. */
const mostTold = 50

/** What never came is a finding against the record, told to the maker; what a later answer takes back is none any more. */
const judgeNeverReceived = async (change: Change, { id, maker }: NoticeUnderChange, answers: readonly ItemAnswer[]): Promise<void> => {
  const missing = new Set(answers.filter(({ disposition, amount }) => disposition === 'NEVER_RECEIVED' && amount > 0).map(({ thing }) => thing))
  const there = [...new Set(answers.map(({ thing }) => thing))].filter((thing) => !missing.has(thing))
  if (there.length > 0) await change.run(clearNeverReceived, { things: there, notice: id, at: change.at })
  const raised = missing.size > 0 ? await change.run(raiseNeverReceived, { things: [...missing], notice: id, at: change.at }) : []
  for (const { id: finding } of raised.slice(0, mostTold)) change.tell({ type: 'finding.raised', subject: finding, organization: maker, data: { finding, code: 'NEVER_RECEIVED' } })
}

/** What the answer means for others: a finding for what never came, a notice for who got what was forwarded. */
const followUp = async (change: Change, notice: NoticeUnderChange, { serials, lots }: Decided): Promise<void> => {
  await judgeNeverReceived(change, notice, [...serials, ...lots])
  const forwarded = [...serials, ...lots].filter(({ disposition, forwardedTo }) => disposition === 'FORWARDED' && forwardedTo?.startsWith('org_'))
  if (forwarded.length > 0) await noticeForwarded(change, notice, forwarded)
}

/**
 * A holder's answer, in parts or whole. Good lines are kept, bad ones come back; a later answer on the same device
 * corrects the former, and every answer stays as it was given.
 */
export const respondToNotice = async (change: Change, input: RespondToRecallNoticeInput): Promise<RespondToRecallNoticeSuccess> => {
  const notice = await noticeFor(change, input.notice)
  refuseMeaningless(input, notice)
  const lines = await linesOf(change, input)
  const decided = await decide(change, notice, lines)
  const { serials, lotAnswers, found, rejected } = decided
  const taken = lines.filter((_, index) => !rejected.some(({ line }) => line === index + 1))
  const [after] = await change.run(writeAnswer, { notice: notice.id, at: change.at, serials, lots: lotAnswers, found, rest: input.noneHeld ? 'NOT_FOUND' : null, response: responseOf(change, input, taken) })
  await followUp(change, notice, decided)
  const outstanding = after?.outstandingCount ?? 0
  const complete = isComplete(input, decided, outstanding)
  await change.run(saveNotice, {
    id: notice.id,
    properties: {
      respondedAt: change.at, acknowledgedAt: notice.acknowledgedAt ?? change.at, completedAt: complete ? change.at : null,
      quantityOnHand: input.quantityOnHandAtReceipt ?? notice.quantityOnHand, ...(input.noneHeld ? { noneHeld: true } : {}),
    },
  })
  change.tell({ type: 'recall.notice.responded', subject: notice.id, organization: notice.maker, data: { notice: notice.id, recall: notice.recall, outstanding, complete } })
  change.audit({ subject: notice.id, maker: notice.maker, changes: [{ field: 'outstanding', before: String(notice.outstandingCount), after: String(outstanding) }, { field: 'lines', before: null, after: JSON.stringify({ taken: taken.length, rejected: rejected.length, noneHeld: input.noneHeld ?? false }) }] })
  return { __typename: 'RespondToRecallNoticeSuccess', noticeId: notice.id, rejected: [...rejected] } as RespondToRecallNoticeSuccess
}

const methods = ['VISIT', 'TELEPHONE', 'LETTER', 'RECORDS']

/** The maker made sure that a recipient knows and acts (21 CFR 7.42(b)(3)). */
export const checkEffectiveness = async (change: Change, { notice, method, effective, note }: RecordEffectivenessCheckInput): Promise<RecordEffectivenessCheckSuccess> => {
  if (!methods.includes(method)) throw new Refusal('INVALID_INPUT', `method is one of ${methods.join(', ')}.`, ['method'])
  const check = { id: newId('chk'), at: change.at, by: change.viewer.person, method, effective, note: note?.trim() || null }
  const [added] = await change.run(addCheck, { notice, check })
  if (!added) throw new Refusal('NOT_FOUND', 'There is no such notice of an open recall.', ['notice'])
  change.audit({ subject: notice, maker: added.maker, changes: [{ field: 'effectivenessCheck', before: null, after: `${method} ${effective ? 'effective' : 'not effective'}` }] })
  return { __typename: 'RecordEffectivenessCheckSuccess', noticeId: notice } as RecordEffectivenessCheckSuccess
}
