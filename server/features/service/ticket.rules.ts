import { Refusal } from '../../kernel/errors.ts'

export type TicketState = 'OPEN' | 'IN_PROGRESS' | 'WAITING' | 'RESOLVED' | 'CLOSED' | 'CANCELLED'

/** The life of a ticket, the one table. WAITING: for a part, or for the customer. */
const steps = {
  START: { from: ['OPEN', 'WAITING'], to: 'IN_PROGRESS' },
  WAIT: { from: ['OPEN', 'IN_PROGRESS'], to: 'WAITING' },
  RESOLVE: { from: ['OPEN', 'IN_PROGRESS', 'WAITING'], to: 'RESOLVED' },
  CLOSE: { from: ['IN_PROGRESS', 'RESOLVED'], to: 'CLOSED' },
  REOPEN: { from: ['RESOLVED', 'CLOSED'], to: 'IN_PROGRESS' },
  CANCEL: { from: ['OPEN', 'IN_PROGRESS', 'WAITING'], to: 'CANCELLED' },
} as const satisfies Record<string, { from: readonly TicketState[]; to: TicketState }>

export type TicketStep = keyof typeof steps

const isFrom = (step: TicketStep, state: TicketState): boolean => (steps[step].from as readonly TicketState[]).includes(state)

/** For buttons. */
export const ticketStepsFrom = (state: TicketState): TicketStep[] => (Object.keys(steps) as TicketStep[]).filter((step) => isFrom(step, state))

/** The state after a step. @throws Refusal where the state does not allow it */
export const ticketAfter = (step: TicketStep, state: TicketState): TicketState => {
  if (isFrom(step, state)) return steps[step].to
  throw new Refusal('CONFLICT', `A ticket that is ${state} does not take this step: only one that is ${steps[step].from.join(' or ')}.`, ['step'])
}

/** Kinds of service after which the next is due by the product's plan. */
const planned: ReadonlySet<string> = new Set(['MAINTENANCE', 'CALIBRATION'])

/** The day so many months later; the last of a month where it has no such day. */
export const plusMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10)
}

export interface ServicePlan {
  readonly kind: string
  readonly intervalMonths: number | null
  /** What the engineer says instead of the plan. */
  readonly nextDueOn: string | null
}

/** When the next service is due once this one is done; undefined: as it was. */
export const nextDue = ({ kind, intervalMonths, nextDueOn }: ServicePlan, doneOn: string): string | undefined => {
  if (nextDueOn !== null) return nextDueOn
  return planned.has(kind) && intervalMonths !== null ? plusMonths(doneOn, intervalMonths) : undefined
}

/** Whether a measured value lies within its limits; null where there are none. */
export const withinLimits = (value: number, lower: number | null, upper: number | null): boolean | null =>
  lower === null && upper === null ? null : (lower === null || value >= lower) && (upper === null || value <= upper)
