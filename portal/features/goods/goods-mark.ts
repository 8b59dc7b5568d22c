import type { IconName } from '../../ui/icons.ts'
import type { Tone } from '../../ui/StatusTag.vue'
import { daysUntil } from '../../ui/local-time.ts'
import type { KnownThing, ReportFields, Task, UsageKind } from '../outbox/report.ts'
import type { OfflineLabel } from './read-offline.ts'
import type { Tick } from './tick-off.ts'

/** What a scanned line means for the task at hand. */
export type Mark =
  | 'checking' | 'unchecked' | 'fine' | 'expected' | 'carton' | 'notAnnounced' | 'alreadyYours' | 'notYours' | 'unknown' | 'several'
  | Tick
  | 'overdue' | 'recalled' | 'suspect' | 'quarantined' | 'expired' | 'used' | 'retired'

const byVerdict: Record<string, Mark> = { RECALLED: 'recalled', SUSPECT: 'suspect', QUARANTINED: 'quarantined', EXPIRED: 'expired', USED: 'used', RETIRED: 'retired', OVERDUE: 'overdue' }

/** The mark of a line, by what the hub said; by its label alone where the hub was out of reach. */
export function markOf(task: Task, known: KnownThing | null, label: OfflineLabel): Mark {
  if (!known) return label.expiresOn && daysUntil(label.expiresOn) < 0 ? 'expired' : 'unchecked'
  const has = (code: string) => known.reasons.includes(code)
  const bad = byVerdict[known.verdict]
  if (bad && (bad !== 'overdue' || task === 'use')) return bad
  if (known.kind === 'NOTHING') return has('SEVERAL') ? 'several' : 'unknown'
  // What is used before its receipt was booked is received by that.
  if (has('IN_TRANSIT') && (task === 'receive' || task === 'use')) return 'expected'
  if (task !== 'receive') return has('NOT_IN_YOUR_STOCK') ? 'notYours' : 'fine'
  if (known.kind === 'UNIT') return 'carton'
  if (has('NOT_IN_YOUR_STOCK')) return 'notAnnounced'
  return known.kind === 'SERIAL' ? 'alreadyYours' : 'fine'
}

const againstIt: readonly Mark[] = ['several', ...Object.values(byVerdict)]

/** The mark of a line that is ticked off against a list: what speaks against the thing itself comes first. */
export function tickedMark(mark: Mark, tick: Tick | undefined): Mark {
  return tick === undefined || againstIt.includes(mark) ? mark : tick
}

const blocked: readonly Mark[] = ['recalled', 'suspect', 'quarantined', 'expired', 'used', 'retired']
const leaving: readonly UsageKind[] = ['EXPLANTED', 'TAKEN_OUT_OF_SERVICE', 'DISCARDED', 'OPENED_UNUSED']

/** What is called back, held or expired is received, sent back and looked at like anything else. */
const takesBlocked: readonly Task[] = ['receive', 'return', 'inspect']

/** Whether a line stays behind when the set is reported: what must not be sold or used may still be received, sent back, judged, taken out and thrown away. */
export function staysBehind(task: Task, mark: Mark, { kind }: Pick<ReportFields, 'kind'>): boolean {
  if (takesBlocked.includes(task)) return mark === 'retired' && task !== 'receive'
  return blocked.includes(mark) && !(task === 'use' && leaving.includes(kind))
}

export type Loudness = 'good' | 'doubt' | 'bad'

const looks: Record<Mark, { tone: Tone, icon: IconName, loud: Loudness }> = {
  checking: { tone: 'plain', icon: 'dot', loud: 'good' },
  unchecked: { tone: 'unknown', icon: 'offline', loud: 'doubt' },
  fine: { tone: 'clear', icon: 'done', loud: 'good' },
  expected: { tone: 'clear', icon: 'eventShip', loud: 'good' },
  carton: { tone: 'clear', icon: 'carton', loud: 'good' },
  notAnnounced: { tone: 'hold', icon: 'question', loud: 'doubt' },
  alreadyYours: { tone: 'info', icon: 'info', loud: 'doubt' },
  notYours: { tone: 'hold', icon: 'caution', loud: 'doubt' },
  unknown: { tone: 'unknown', icon: 'question', loud: 'doubt' },
  several: { tone: 'unknown', icon: 'question', loud: 'doubt' },
  ticked: { tone: 'clear', icon: 'done', loud: 'good' },
  surplus: { tone: 'hold', icon: 'plus', loud: 'doubt' },
  wrongGoods: { tone: 'hold', icon: 'close', loud: 'bad' },
  short: { tone: 'gone', icon: 'minus', loud: 'doubt' },
  overdue: { tone: 'hold', icon: 'warning', loud: 'doubt' },
  recalled: { tone: 'stop', icon: 'stop', loud: 'bad' },
  suspect: { tone: 'stop', icon: 'caution', loud: 'bad' },
  quarantined: { tone: 'hold', icon: 'hold', loud: 'bad' },
  expired: { tone: 'hold', icon: 'hourglass', loud: 'bad' },
  used: { tone: 'gone', icon: 'eventUse', loud: 'bad' },
  retired: { tone: 'gone', icon: 'eventEnd', loud: 'bad' },
}

/** How a mark looks: shape and word, never colour alone. */
export const markLook = (mark: Mark) => looks[mark]

const usualThere: readonly Mark[] = ['recalled', 'quarantined', 'expired']

/** How a mark sounds: what is held belongs among what goes back or is looked at. */
export const loudness = (task: Task, mark: Mark): Loudness => usualThere.includes(mark) && (task === 'return' || task === 'inspect') ? 'good' : looks[mark].loud
