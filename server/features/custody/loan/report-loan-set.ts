import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import type { KnownThings } from '../capture/known-things.ts'
import type { NewEvent } from '../capture/report.type.ts'
import { reported } from '../report/goods-action.ts'
import { eventsOf, type Told } from '../report/goods-event.rules.ts'
import { askingIn, happenedAt } from '../report/keep-goods.ts'
import { openLines } from '../report/open-lines.ts'
import { packing } from '../report/pack-goods.ts'
import { ownPlace } from '../report/parties.ts'
import { impliedReceipts, usageTold } from '../report/record-usage.ts'
import { LoanOutcome, type ReportLoanSetInput } from './loan-set.input.ts'
import { judgedByOutcome, planned, type Turned, weighed } from './loan-lines.rules.ts'
import type { LoanSetReported } from './loan-set.type.ts'
import { linkLoanEvents } from './loan-write.cypher.ts'
import { accountNow, justBefore, openLoanSet, type OpenLoanSet } from './open-loan-set.ts'

const refuseUntold = (loan: OpenLoanSet, input: ReportLoanSetInput, at: string): void => {
  if (at <= loan.sentAt) throw new Refusal('INVALID_INPUT', 'The set left after that: say when it happened.', ['at'])
  const used = input.lines.findIndex(({ outcome }) => outcome !== LoanOutcome.RETURNED)
  if (loan.isLenders && loan.borrowerOnHub && used >= 0) throw new Refusal('NOT_ALLOWED', 'What was used the borrower reports itself. Report what came back.', ['lines', String(used), 'outcome'])
}

type Where = Pick<Told, 'eventTime' | 'site'>

const eventsFor = (loan: OpenLoanSet, { kept, unit, inside, known, input, where }: { kept: readonly Turned[]; unit: string; inside: readonly { id: string; inside: number }[]; known: KnownThings; input: ReportLoanSetInput; where: Where }): NewEvent[] => {
  const { lender, borrower, isLenders, documentNumber } = loan
  const reporter = isLenders ? lender : borrower
  const { unpacked, alone, isWhole } = planned(kept, inside)
  const back: Told = { ...(isLenders ? { bizStep: 'receiving' } : { bizStep: 'shipping' }), disposition: 'returned', from: borrower, to: lender, documentNumber, ...where }
  const spent = kept.flatMap((one) => (one.outcome === LoanOutcome.RETURNED ? [] : [{ ...one, use: one.outcome }]))
  const useOf = new Map(spent.map(({ line, use }) => [line, use]))
  const sayUse = ({ line }: { line: number }): Told => ({ ...usageTold[useOf.get(line) ?? LoanOutcome.CONSUMED], ...where, documentNumber, ...(isLenders ? { from: borrower } : { procedureReference: input.procedureReference }) })
  return [
    ...(unpacked.length === 0 ? [] : [packing(unit, unpacked, { eventTime: justBefore(where.eventTime), site: where.site, reportedBy: reporter }, 'DELETE')]),
    ...(isLenders ? [] : spent.flatMap((one) => impliedReceipts(one, known, borrower, where))),
    ...eventsOf(spent, reporter, sayUse),
    ...eventsOf([...(isWhole ? [{ line: 0, code: '', id: unit, contents: [] }] : []), ...alone], reporter, () => back),
  ]
}

/** That things of a set were used, opened in vain, thrown away or go back: good lines are kept, the others come back with their reason. */
export const reportLoanSet = async (change: Change, input: ReportLoanSetInput): Promise<LoanSetReported> => {
  const loan = await openLoanSet(change, input.loanSet)
  const eventTime = happenedAt(change, input.at, 'at')
  refuseUntold(loan, input, eventTime)
  const { site, country } = await ownPlace(change, input.site)
  const where = { eventTime, site }
  const { known, goods, rejected } = await openLines(change, input.lines)
  const turned = goods.map((one): Turned => ({ ...one, outcome: input.lines[one.line - 1]?.outcome ?? LoanOutcome.RETURNED }))
  const { unit, lines } = await accountNow(change, loan)
  const inSet = weighed(turned, lines)
  const { kept, rejected: refused } = judgedByOutcome(inSet.kept, loan.isLenders, { ...askingIn(change, known, { at: eventTime, country }), organization: loan.borrower }, known)
  const events = eventsFor(loan, { kept, unit, inside: lines, known, input, where })
  const { acceptedCount, rejected: all, eventIds } = await reported(change, kept, [...rejected, ...inSet.rejected, ...refused], { events }, known)
  await change.run(linkLoanEvents, { loanSet: loan.id, events: eventIds })
  change.audit({ subject: loan.id, changes: [{ field: 'reported', before: null, after: String(acceptedCount) }] })
  if (acceptedCount > 0) change.tell({ type: 'loanSet.reported', subject: loan.id, organization: loan.isLenders ? loan.borrower : loan.lender, data: { loanSet: loan.id, things: acceptedCount } })
  return { __typename: 'LoanSetReported', acceptedCount, rejected: all, loanSetId: loan.id } as LoanSetReported
}
