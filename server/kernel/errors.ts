/** Neo4j is away, slow or unreachable: nothing was changed by what was asked. */
export class DatabaseAway extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`The database does not answer (${why}). Nothing was saved. Try again in a moment.`, options)
  }
}

/** The caller's mistake in what was asked, told as it is: what is wrong and what to do. Queries only; mutations answer a union. */
export class BadInput extends Error {}

/** Nobody is known to ask. */
export class NotSignedIn extends Error {}

/** A write was sent and its end is not known: it may have been done. */
export class OutcomeUnknown extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`It is not known whether this was saved (${why}). Send it again with the same idempotency key: it is done once.`, options)
  }
}

export type RefusalCode = 'INVALID_INPUT' | 'NOT_FOUND' | 'NOT_ALLOWED' | 'IN_PROGRESS' | 'CONFLICT' | 'BLOCKED' | 'SIGNATURE_REFUSED' | 'PROOF_REFUSED' | 'THROTTLED' | 'TOO_LARGE'

/** Why a mutation does nothing: thrown inside its transaction, which is undone; answered as data (record/change.ts). */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly path: readonly string[] | null

  /** @param message what is wrong and what to do; @param path where in the input, as `['lines', '0', 'code']` */
  constructor(code: RefusalCode, message: string, path: readonly string[] | null = null) {
    super(message)
    this.code = code
    this.path = path
  }
}
