import type { Actor } from '../clocks/clock-row.ts'
import type { OwnVersion } from '../clocks/clock-versions.rules.ts'
import { clocksFor } from '../clocks/clock.rules.ts'
import type { Clock } from '../clocks/clock.type.ts'
import { shownClock } from '../clocks/shown-clock.ts'
import type { CaseRow } from './adverse-event.cypher.ts'

/** Of a case, what its clocks are counted by. */
export type ClockedCase = Pick<CaseRow, 'own' | 'reporterKinds' | 'awareOn' | 'receivedAt' | 'makerAwareAt' | 'outcomes' | 'couldHaveCausedHarm' | 'groupEvent' | 'occurredIn' | 'marketedIn' | 'publicThreat' | 'remedialAction' | 'unexpected' | 'filed'>

/** What a reporting organization is to a device that it did not make. */
const actorOf = (kinds: readonly string[]): Actor =>
  kinds.includes('HOSPITAL') ? 'USER_FACILITY' : kinds.includes('IMPORTER') && !kinds.includes('DISTRIBUTOR') ? 'IMPORTER' : 'DISTRIBUTOR'

/** What its clocks are counted by: who sees it, its own versions of the rules, and now. */
export interface ClockViewer {
  readonly internal: boolean
  readonly own: readonly OwnVersion[]
  readonly now: string
}

/** Since when the viewer's organization knows: a day where only that was told, or a moment. To the maker a service ticket that it had before told it already (21 CFR 803.3: any employee becomes aware). */
export const awareSince = ({ own, awareOn, receivedAt, makerAwareAt }: Pick<ClockedCase, 'own' | 'awareOn' | 'receivedAt' | 'makerAwareAt'>): string => {
  const told = own ? awareOn : receivedAt
  return makerAwareAt !== null && makerAwareAt < told ? makerAwareAt : told
}

/**
 * The viewer's own clocks on a case: the maker's run from when the report, or the ticket that it follows from, reached it, the
 * reporter's from the day on which it became aware. What was filed first under a rule meets its clock.
 */
export const clocksOfCase = (row: ClockedCase, { internal, own, now }: ClockViewer): Clock[] => {
  const reporter = row.own && !internal
  const awareness = { actor: reporter ? actorOf(row.reporterKinds) : 'MANUFACTURER' as const, since: awareSince(row) }
  const facts = { ...row, publicThreat: row.publicThreat ?? false, remedialAction: row.remedialAction ?? false, unexpected: row.unexpected ?? false }
  return clocksFor(facts, awareness, own).map((due) => shownClock(due, row.filed, now))
}
