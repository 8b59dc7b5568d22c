import type { Tone } from '../../ui/StatusTag.vue'

/** How loud a notice is: overdue, waiting, or done. */
export function noticeTone({ status }: { status: string }): Tone {
  if (status === 'RESPONDED') return 'clear'
  return status === 'OVERDUE' ? 'stop' : 'hold'
}

/** A drill is violet, never red. */
export function recallTone({ status, drill }: { status: string, drill: boolean }): Tone {
  if (drill) return 'drill'
  return ({ ONGOING: 'stop', IN_REVIEW: 'hold', DRAFT: 'info' } as const)[status as 'ONGOING'] ?? 'gone'
}
