import { clockState, type DueClock } from './clock.rules.ts'
import type { Clock } from './clock.type.ts'

/** What was filed under a rule, with the authority's number. */
export interface Filed {
  readonly rule: string
  readonly filedOn: string
  readonly reference: string
}

/** A deadline as it is shown: what was filed first under its rule meets it. @param filed in the order of their days */
export const shownClock = ({ row, startsOn, dueOn, calendarKnown }: DueClock, filed: readonly Filed[], now: string): Clock => {
  const met = filed.find(({ rule }) => rule === row.id)
  const { id, version = 0, title, titleZh, jurisdiction, recipient, source, verified } = row
  return {
    rule: id, version, title, titleZh, jurisdiction, recipient, source, verified, startsOn, dueOn, calendarKnown,
    metOn: met?.filedOn ?? null, reference: met?.reference ?? null, state: clockState({ startsOn, dueOn }, met?.filedOn ?? null, now),
  }
}
