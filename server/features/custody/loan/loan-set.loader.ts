import { bySubject, loaderOf } from '../../../kernel/loader.ts'
import { accountOf, outOf } from './loan-account.rules.ts'
import { historiesOfLoanSets, type LoanHistory, loanSetsById } from './loan-set.cypher.ts'
import type { LoanSet, LoanSetLine } from './loan-set.type.ts'

export const loanSetById = loaderOf<string, LoanSet | null>(
  async ({ graph }, ids) => bySubject(await graph.read(loanSetsById, { ids }), (row) => row.loanSet.id, (row) => row.loanSet),
  () => null,
)

/** The lines of a set with what became of each. */
export const linesOf = ({ unit, isWithdrawn, lines, events }: LoanHistory): (LoanSetLine & { inside: number; isSerial: boolean })[] =>
  lines.map((line) => {
    const account = accountOf(isWithdrawn ? { ...line, sent: 0 } : line, unit, events)
    return { ...line, ...account, holds: [...new Set(line.holds)].sort(), returned: Math.max(account.returned, account.received), out: outOf(account) }
  })

export const linesOfLoanSet = loaderOf<string, LoanSetLine[]>(
  async ({ graph }, ids) => bySubject(await graph.read(historiesOfLoanSets, { ids, today: new Date().toISOString().slice(0, 10) }), (row) => row.loanSet, linesOf),
  () => [],
)
