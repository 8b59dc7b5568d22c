import { Refusal } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { neededText } from '../../../kernel/input-text.ts'
import { dayText } from '../../../kernel/times.ts'
import type { Change } from '../../../record/change.ts'
import { happenedAt } from '../report/keep-goods.ts'
import { reportShipment } from '../report/pack-goods.ts'
import type { SendLoanSetInput } from './loan-set.input.ts'
import type { LoanSetReported } from './loan-set.type.ts'
import { createLoanSet } from './loan-write.cypher.ts'

const dueAfter = (input: SendLoanSetInput, sentAt: string): string => {
  const dueOn = dayText(input.dueOn) ?? ''
  if (dueOn < sentAt.slice(0, 10)) throw new Refusal('INVALID_INPUT', 'It is due back before it leaves: correct one of the days.', ['dueOn'])
  return dueOn
}

/** A shipment on consignment of a tray with all that is packed in it, and the day that it is due back. */
export const sendLoanSet = async (change: Change, input: SendLoanSetInput): Promise<LoanSetReported> => {
  const documentNumber = neededText(input.documentNumber, 'documentNumber', 100)
  const sentAt = happenedAt(change, input.at, 'at')
  const dueOn = dueAfter(input, sentAt)
  const { lines, sscc } = input
  const { acceptedCount, rejected, eventIds } = await reportShipment(change, { ...input, documentNumber, sscc, lines: lines ?? [], consignment: true })
  const answer = { __typename: 'LoanSetReported', acceptedCount, rejected, loanSetId: null }
  const event = eventIds.at(-1)
  if (event === undefined) return answer
  const id = newId('lns')
  const loanSet = { id, lender: change.viewer.organization, documentNumber, sentAt, dueOn, isOpen: true as const, place: `${dueOn}|${id}` }
  const [created] = await change.run(createLoanSet, { event, loanSet })
  if (created === undefined) throw new Refusal('CONFLICT', 'This tray is out on loan. Close that loan first, or take another tray.', ['sscc'])
  change.audit({ subject: id, changes: [{ field: 'borrower', before: null, after: created.borrower }, { field: 'dueOn', before: null, after: dueOn }] })
  return { ...answer, loanSetId: id } as LoanSetReported
}
