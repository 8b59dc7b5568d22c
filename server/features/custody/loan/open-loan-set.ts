import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import { historiesOfLoanSets } from './loan-set.cypher.ts'
import { linesOf } from './loan-set.loader.ts'
import { type LockedLoanSet, lockLoanSet } from './loan-write.cypher.ts'

/** A set under change: locked, with who speaks. */
export interface OpenLoanSet extends LockedLoanSet {
  readonly isLenders: boolean
}

/** @throws Refusal NOT_FOUND where the viewer has nothing to do with such a set */
export const openLoanSet = async (change: Change, id: string): Promise<OpenLoanSet> => {
  const [loan] = await change.run(lockLoanSet, { id })
  if (loan === undefined) throw new Refusal('NOT_FOUND', 'You lent and borrowed no such set.', ['loanSet'])
  return { ...loan, isLenders: loan.lender === change.viewer.organization }
}

/** What became of its lines so far, and the tray. */
export const accountNow = async (change: Change, { id }: OpenLoanSet): Promise<{ unit: string; lines: ReturnType<typeof linesOf> }> => {
  const [history] = await change.run(historiesOfLoanSets, { ids: [id], today: change.at.slice(0, 10) })
  if (history === undefined) throw new Error(`Loan set ${id} has no tray`)
  return { unit: history.unit, lines: linesOf(history) }
}

/** What is used or sent by itself was taken out of the tray first: a millisecond keeps the order. */
export const justBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString()
