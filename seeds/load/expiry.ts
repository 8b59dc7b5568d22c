import type { BatchEntry, SerialEntry } from './ledger.ts'

/** A serial's own day of expiry, else its batch's. */
export const expiryOf = (seed: SerialEntry['seed'], batch: BatchEntry | undefined): string | undefined => seed.expiresOn ?? batch?.seed.expiresOn
