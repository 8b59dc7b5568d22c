import type { CaseRow } from './adverse-event.cypher.ts'
import type { Clock } from './adverse-event.type.ts'
import { clocksFor, clockState } from './clock.rules.ts'
import type { Actor } from './clock-table.ts'

/** What a reporting organization is to a device that it did not make. */
const actorOf = (kinds: readonly string[]): Actor =>
  kinds.includes('HOSPITAL') ? 'USER_FACILITY' : kinds.includes('IMPORTER') && !kinds.includes('DISTRIBUTOR') ? 'IMPORTER' : 'DISTRIBUTOR'

/**
 * The viewer's own clocks on a case: the maker's run from when the report reached it, the reporter's from the day on which it
 * became aware. What was filed first under a rule meets its clock.
 */
export const clocksOfCase = (row: CaseRow, internal: boolean, now: string): Clock[] => {
  const reporter = row.own && !internal
  const awareness = reporter ? { actor: actorOf(row.reporterKinds), since: row.awareOn } : { actor: 'MANUFACTURER' as const, since: row.own ? row.awareOn : row.receivedAt }
  const facts = { ...row, publicThreat: row.publicThreat ?? false, remedialAction: row.remedialAction ?? false }
  return clocksFor(facts, awareness).map(({ row: rule, startsOn, dueOn }) => {
    const metOn = row.filed.find((report) => report.rule === rule.id)?.filedOn ?? null
    const { id, title, titleZh, jurisdiction, recipient, source, verified } = rule
    return { rule: id, title, titleZh, jurisdiction, recipient, source, verified, startsOn, dueOn, metOn, state: clockState({ startsOn, dueOn }, metOn, now) }
  })
}
