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

/** Whether nothing more is to be told of a deadline: it is met, or its end was told. */
export const isSettled = ({ dueOn, metOn }: Pick<Clock, 'dueOn' | 'metOn'>, now: Date): boolean => metOn !== null || Date.parse(dueOn) < now.getTime()

/** Of sets on loan: told so many days before the day they are due, on it, and so many behind it. */
export const loanDays = { soon: 2, overdue: 7 } as const

/** What is to be told of a set that is not closed. The newest alone. @param dueOn, today days */
export const loanAlertOf = (dueOn: string, today: string): Alert | null => {
  const left = (Date.parse(dueOn) - Date.parse(today)) / day
  if (left <= -loanDays.overdue) return 'overdue'
  if (left <= 0) return 'urgent'
  return left <= loanDays.soon ? 'soon' : null
}
