import { Busy } from './kernel/allowance.ts'
import { BadInput, DatabaseAway, NotSignedIn, OutcomeUnknown } from './kernel/errors.ts'

export interface Expected {
  readonly status: number
  readonly code: string
  readonly message: string
  /** Seconds after which it is worth trying again, where it is a matter of time. */
  readonly retryAfter?: number
}

/** A database that was away may be back. */
const soon = 5

const waitOf = (error: Error): { retryAfter?: number } => {
  if (error instanceof Busy) return { retryAfter: Number(error.headers['retry-after']) }
  return error instanceof DatabaseAway || error instanceof OutcomeUnknown ? { retryAfter: soon } : {}
}

const kinds = [
  [BadInput, 400, 'BAD_USER_INPUT'],
  [NotSignedIn, 401, 'UNAUTHENTICATED'],
  [Busy, 429, 'BUSY'],
  [DatabaseAway, 503, 'DATABASE_AWAY'],
  [OutcomeUnknown, 503, 'OUTCOME_UNKNOWN'],
] as const

/** How every door tells a failure that the hub knows: with its HTTP status and code; undefined where nobody expected it. */
export const expectedError = (error: unknown): Expected | undefined => {
  const kind = kinds.find(([type]) => error instanceof type)
  return kind && error instanceof Error ? { status: kind[1], code: kind[2], message: error.message, ...waitOf(error) } : undefined
}
