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

/** What a service provider does of it: the maker closes. */
const providersSteps: ReadonlySet<TicketStep> = new Set(['START', 'WAIT', 'RESOLVE'])

/** Who takes a step: the maker's desk, the service provider that it was given to, or who opened it. */
export type TicketSide = 'DESK' | 'PROVIDER' | 'OPENER'

export const mayTake = (side: TicketSide, step: TicketStep): boolean => side === 'DESK' || (side === 'PROVIDER' ? providersSteps.has(step) : step === 'CANCEL')

/** For buttons. */
export const ticketStepsFrom = (state: TicketState): TicketStep[] => (Object.keys(steps) as TicketStep[]).filter((step) => isFrom(step, state))

/** The state after a step. @throws Refusal where the state does not allow it */
export const ticketAfter = (step: TicketStep, state: TicketState): TicketState => {
  if (isFrom(step, state)) return steps[step].to
  throw new Refusal('CONFLICT', `A ticket that is ${state} does not take this step: only one that is ${steps[step].from.join(' or ')}.`, ['step'])
}

/** Kinds of ticket that may be about a lot: half of all products are known by their lots alone. */
export const lotKinds: ReadonlySet<string> = new Set(['COMPLAINT', 'RETURN'])

/** The day so many months later; the last of a month where it has no such day. */
export const plusMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10)
}

/** How often a product's devices are to be serviced, by its maker; null: not at all. */
export interface ServicePlan {
  readonly maintenanceMonths: number | null
  readonly calibrationMonths: number | null
}

/** Days on which the next is due; undefined: as it was. */
export interface NextDue {
  readonly maintenanceOn?: string
  readonly calibrationOn?: string
}

const after = (months: number | null, doneOn: string): string | undefined => (months === null ? undefined : plusMonths(doneOn, months))

/**
 * When the next services are due once one is done: of its own kind by the plan, of both once a device is installed.
 * @param nextDueOn what the engineer says instead of the plan: of the calibration after a calibration, else of the maintenance
 */
export const nextDue = (kind: string, { maintenanceMonths, calibrationMonths }: ServicePlan, doneOn: string, nextDueOn: string | null): NextDue => {
  const isCalibration = kind === 'CALIBRATION'
  const maintenanceOn = (isCalibration ? null : nextDueOn) ?? (kind === 'MAINTENANCE' || kind === 'INSTALLATION' ? after(maintenanceMonths, doneOn) : undefined)
  const calibrationOn = (isCalibration ? nextDueOn : null) ?? (isCalibration || kind === 'INSTALLATION' ? after(calibrationMonths, doneOn) : undefined)
  return { ...(maintenanceOn !== undefined && { maintenanceOn }), ...(calibrationOn !== undefined && { calibrationOn }) }
}

/** Whether a measured value lies within its limits; null where there are none. */
export const withinLimits = (value: number, lower: number | null, upper: number | null): boolean | null =>
  lower === null && upper === null ? null : (lower === null || value >= lower) && (upper === null || value <= upper)
