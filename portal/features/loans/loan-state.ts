import type { IconName } from '../../ui/icons.ts'
import { daysUntil } from '../../ui/local-time.ts'
import type { Tone } from '../../ui/StatusTag.vue'

export type LoanState = 'closed' | 'settled' | 'overdue' | 'due' | 'out'

const looks: Record<LoanState, { tone: Tone, icon: IconName }> = {
  closed: { tone: 'clear', icon: 'done' },
  settled: { tone: 'info', icon: 'check' },
  overdue: { tone: 'stop', icon: 'warning' },
  due: { tone: 'hold', icon: 'hourglass' },
  out: { tone: 'plain', icon: 'eventShip' },
}

export const loanLook = (state: LoanState) => looks[state]

/** Where a set stands: a day before it is due it should be on its way. */
export function loanState({ closedAt, dueOn, lines }: { closedAt: string | null, dueOn: string, lines: readonly { out: number }[] }): LoanState {
  if (closedAt) return 'closed'
  if (lines.every(({ out }) => out === 0)) return 'settled'
  const days = daysUntil(dueOn)
  return days < 0 ? 'overdue' : days <= 1 ? 'due' : 'out'
}
