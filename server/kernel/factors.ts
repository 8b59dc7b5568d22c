/** By what somebody who is signed in proves again to be there. */
export interface FactorProof {
  readonly password: string | null
  readonly oneTimeCode: string | null
}

/** An authenticator that is to be set up. */
export interface NewFactor {
  /** Base 32, for who types it into the app. */
  readonly secret: string
  /** The same as the graph may hold it. */
  readonly sealed: string
}

/** What became of somebody's second factor, as the mail tells it. */
export type FactorStep = 'SET' | 'REPLACED' | 'REMOVED' | 'RENEWED'

/** Of the sign-in, what a change of one's own second factor needs. */
export interface Factors {
  /**
   * Counted as a sign-in's tries are. By the code where there is a factor, otherwise by the password.
   * @param eitherWay the password does as well, though there is a factor
   * @throws Refusal PROOF_REFUSED, THROTTLED, NOT_ALLOWED
   */
  prove(person: string, proof: FactorProof, address: string | null, requestId: string, eitherWay?: boolean): Promise<void>
  /** A try at the first code of an authenticator. @returns what to call when it was right @throws Refusal THROTTLED */
  count(username: string, address: string | null): Promise<() => Promise<void>>
  newSecret(person: string): NewFactor
  /** The step whose code was typed; undefined where it is not the authenticator's. */
  stepOf(sealed: string, person: string, code: string): number | undefined
  /** Ten codes, and their sums. */
  recoveryCodes(): { readonly codes: readonly string[]; readonly sums: readonly string[] }
  /** Mails the person; a mail that cannot be sent is in the log, since what it tells of is done. */
  tell(person: string, step: FactorStep): Promise<void>
}
