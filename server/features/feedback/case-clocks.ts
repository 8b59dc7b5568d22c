import type { Actor } from '../clocks/clock-row.ts'
import type { OwnVersion } from '../clocks/clock-versions.rules.ts'
import { clocksFor } from '../clocks/clock.rules.ts'
import type { Clock } from '../clocks/clock.type.ts'
import { shownClock } from '../clocks/shown-clock.ts'
import type { CaseRow } from './adverse-event.cypher.ts'

/** Of a case, what its clocks are counted by. */
export type ClockedCase = Pick<CaseRow, 'own' | 'reporterKinds' | 'awareOn' | 'receivedAt' | 'outcomes' | 'couldHaveCausedHarm' | 'groupEvent' | 'occurredIn' | 'marketedIn' | 'publicThreat' | 'remedialAction' | 'unexpected' | 'filed'>

/** What a reporting organization is to a device that it did not make. */
const actorOf = (kinds: readonly string[]): Actor =>
  kinds.includes('HOSPITAL') ? 'USER_FACILITY' : kinds.includes('IMPORTER') && !kinds.includes('DISTRIBUTOR') ? 'IMPORTER' : 'DISTRIBUTOR'

/** What its clocks are counted by: who sees it, its own versions of the rules, and now. */
export interface ClockViewer {
  readonly internal: boolean
  readonly own: readonly OwnVersion[]
  readonly now: string
}

/**
 * The viewer's own clocks on a case: the maker's run from when the report reached it, the reporter's from the day on which it
 * became aware. What was filed first under a rule meets its clock.
 */
export const clocksOfCase = (row: ClockedCase, { internal, own, now }: ClockViewer): Clock[] => {
  const reporter = row.own && !internal
  const awareness = reporter ? { actor: actorOf(row.reporterKinds), since: row.awareOn } : { actor: 'MANUFACTURER' as const, since: row.own ? row.awareOn : row.receivedAt }
  const facts = { ...row, publicThreat: row.publicThreat ?? false, remedialAction: row.remedialAction ?? false }
  return clocksFor(facts, awareness, own).map((due) => shownClock(due, row.filed, now))
}
