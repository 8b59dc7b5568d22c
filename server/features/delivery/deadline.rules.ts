import type { Clock } from '../clocks/clock.type.ts'

const day = 86_400_000

export type Alert = 'soon' | 'urgent' | 'overdue'

/** What is to be told of a deadline that is not met: soon as the page has it, urgent in its last sixth and at most its last day. The newest alone. */
export const alertOf = ({ state, startsOn, dueOn, metOn }: Pick<Clock, 'state' | 'startsOn' | 'dueOn' | 'metOn'>, now: Date): Alert | null => {
  if (metOn !== null) return null
  const left = Date.parse(dueOn) - now.getTime()
  if (left < 0) return 'overdue'
  if (left < Math.min((Date.parse(dueOn) - Date.parse(startsOn)) / 6, day)) return 'urgent'
  return state === 'DUE_SOON' ? 'soon' : null
}
