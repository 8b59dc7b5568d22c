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
