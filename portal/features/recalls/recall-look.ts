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

/** Minutes to the tenth. */
export const minutesText = (minutes: number | null, language: string): string => minutes === null ? '–' : minutes.toLocaleString(language, { maximumFractionDigits: 1 })

export const isOverTarget = ({ minutes, targetMinutes }: { minutes: number | null, targetMinutes: number }): boolean => minutes !== null && minutes > targetMinutes
