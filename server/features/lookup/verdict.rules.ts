import { expiryReasons, holdReasons, lifeReasons, recallReasons, serviceReasons } from './against-use.rules.ts'
import { mismatchReasons, unknownReasons, unreadReasons } from './doubt.rules.ts'
import { marketReasons, stockReasons, transitReasons } from './remark.rules.ts'
import { type Known, type ReasonRule, type Verdict, type VerdictReason, verdicts, weight } from './verdict-reason.ts'

const rules: readonly ReasonRule[] = [
  recallReasons, holdReasons, lifeReasons, transitReasons, expiryReasons, serviceReasons, unreadReasons, unknownReasons, mismatchReasons, marketReasons, stockReasons,
]

const rank = ({ code }: VerdictReason): number => verdicts.indexOf(weight[code])

/**
 * The verdict on what was scanned, with every reason, worst first. The expiry day itself still counts as usable
 * (ISO 15223-1, "use-by date"). Several things of one number are no verdict until one is chosen, nor is an empty carton.
 */
export const verdictOf = (known: Known): { verdict: Verdict; reasons: VerdictReason[] } => {
  const reasons = rules.flatMap((rule) => rule(known)).sort((one, other) => rank(one) - rank(other))
  const [worst] = reasons
  const undecided = known.row.candidates.length > 1 || known.row.unitFacts?.count === 0
  return { verdict: worst ? weight[worst.code] : undecided ? 'UNKNOWN' : 'CLEAR', reasons }
}
