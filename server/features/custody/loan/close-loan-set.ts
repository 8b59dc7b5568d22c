import { Refusal } from '../../../kernel/errors.ts'
import { givenText } from '../../../kernel/input-text.ts'
import type { Change } from '../../../record/change.ts'
import { KnownThings } from '../capture/known-things.ts'
import { eventsOf } from '../report/goods-event.rules.ts'
import { keepReport } from '../report/keep-goods.ts'
import type { Goods } from '../report/line.rules.ts'
import { packing } from '../report/pack-goods.ts'
import type { CloseLoanSetInput } from './loan-set.input.ts'
import type { LoanSetReported } from './loan-set.type.ts'
import { closeLoan, linkLoanEvents } from './loan-write.cypher.ts'
import { accountNow, justBefore, openLoanSet, type OpenLoanSet } from './open-loan-set.ts'

type Line = Awaited<ReturnType<typeof accountNow>>['lines'][number]

const goodsOf = (lines: readonly Line[], quantityOf: (line: Line) => number): Goods[] =>
  lines.filter((line) => quantityOf(line) > 0).map((line, index) => ({ line: index + 1, code: line.code, id: line.id, contents: [], ...(!line.isSerial && { quantity: quantityOf(line), unit: line.unit }) }))

/** Counted and not there: a finding at each. Whoever has it on record keeps it until it is found or written off; in the tray it is not. */
const tellMissing = async (change: Change, { id, documentNumber, lender }: OpenLoanSet, unit: string, lines: readonly Line[]): Promise<number> => {
  const missing = goodsOf(lines, ({ out }) => out)
  if (missing.length === 0) return 0
  const known = new KnownThings(change)
  await known.learn([unit, ...missing.map((one) => one.id)])
  const packed = goodsOf(lines, ({ out, inside }) => Math.min(out, inside))
  const events = [
    ...(packed.length === 0 ? [] : [packing(unit, packed, { eventTime: justBefore(change.at), reportedBy: lender }, 'DELETE')]),
    ...eventsOf(missing, lender, () => ({ bizStep: 'cycle_counting', disposition: 'unavailable', eventTime: change.at, documentNumber })),
  ]
  const captured = await keepReport(change, { events }, known)
  await change.run(linkLoanEvents, { loanSet: id, events: captured.events.map(({ event }) => event.id) })
  return missing.length
}

/** The lender has settled it: everything is accounted for, or missing. */
export const closeLoanSet = async (change: Change, input: CloseLoanSetInput): Promise<LoanSetReported> => {
  const loan = await openLoanSet(change, input.loanSet)
  if (!loan.isLenders) throw new Refusal('NOT_ALLOWED', 'Its lender closes a set, once what went back has arrived.', ['loanSet'])
  if (!loan.isOpen) throw new Refusal('CONFLICT', 'This set was closed before.', ['loanSet'])
  const note = givenText(input.note, 'note', 500)
  const { unit, lines } = await accountNow(change, loan)
  const missing = await tellMissing(change, loan, unit, lines)
  await change.run(closeLoan, { id: loan.id, at: change.at, note })
  // A note may name somebody: it stands apart, as a value of who wrote it (of the set, where a system did), so that it can be erased (exports/erase-words.ts).
  const noted = note === null ? [] : [{ field: 'note', before: null, after: note, person: change.viewer.person ?? loan.id }]
  change.audit({ subject: loan.id, changes: [{ field: 'missing', before: null, after: String(missing) }, ...noted] })
  change.tell({ type: 'loanSet.closed', subject: loan.id, organization: loan.borrower, data: { loanSet: loan.id, missing } })
  return { __typename: 'LoanSetReported', acceptedCount: lines.length - missing, rejected: [], loanSetId: loan.id } as unknown as LoanSetReported
}
