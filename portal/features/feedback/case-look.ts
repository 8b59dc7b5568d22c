import type { Tone } from '../../ui/StatusTag.vue'

/** Concluded is quiet; what nobody has looked at yet is not. */
export function caseTone({ status }: { status: string }): Tone {
  return ({ RECEIVED: 'hold', CONCLUDED: 'clear' } as const)[status as 'RECEIVED'] ?? 'info'
}

/** The clock that ends first among those that still run or have run out. */
export function nextClock<Clock extends { state: string, dueOn: string }>(clocks: readonly Clock[]): Clock | null {
  const running = clocks.filter(({ state }) => !['MET', 'LATE'].includes(state))
  return [...running].sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null
}

export function clockTone(state: string): Tone {
  return ({ OVERDUE: 'stop', LATE: 'stop', DUE_SOON: 'hold', MET: 'clear' } as const)[state as 'MET'] ?? 'info'
}
