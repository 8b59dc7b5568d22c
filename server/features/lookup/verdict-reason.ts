import type { Label } from '../identify/label.ts'
import type { LookupRow } from './lookup.cypher.ts'

/** Worst first: the worst reason decides. */
export const verdicts = ['RECALLED', 'SUSPECT', 'QUARANTINED', 'RETIRED', 'USED', 'EXPIRED', 'OVERDUE', 'UNKNOWN', 'CLEAR'] as const
export type Verdict = (typeof verdicts)[number]

/** What each reason means for the verdict. CLEAR: a remark only, nothing against use. */
export const weight = {
  RECALL_OPEN: 'RECALLED',
  SEEN_ELSEWHERE: 'SUSPECT',
  SEEN_AT_TWO_PLACES: 'SUSPECT',
  HELD_PENDING_RECALL: 'QUARANTINED',
  HELD_BY_QUALITY: 'QUARANTINED',
  NOT_RELEASED: 'QUARANTINED',
  SCRAPPED: 'RETIRED',
  ALREADY_USED: 'USED',
  EXPIRED: 'EXPIRED',
  SERVICE_OVERDUE: 'OVERDUE',
  PRODUCT_UNKNOWN: 'UNKNOWN',
  BATCH_UNKNOWN: 'UNKNOWN',
  SERIAL_UNKNOWN: 'UNKNOWN',
  LABEL_NOT_READ: 'UNKNOWN',
  SCHEME_NOT_READ: 'UNKNOWN',
  LABEL_MISMATCH: 'UNKNOWN',
  SOME_HELD: 'CLEAR',
  EXPIRES_SOON: 'CLEAR',
  SERVICE_DUE: 'CLEAR',
  IN_TRANSIT: 'CLEAR',
  NOT_IN_YOUR_STOCK: 'CLEAR',
  REGISTRATION_EXPIRED: 'CLEAR',
  WITHDRAWN_FROM_MARKET: 'CLEAR',
} as const satisfies Record<string, Verdict>

export interface VerdictReason {
  readonly code: keyof typeof weight
  /** In English; who shows another language says it by code and day. */
  readonly message: string
  /** The day that the reason speaks of, YYYY-MM-DD. */
  readonly on: string | null
}

/** What is known when a scan is judged. */
export interface Known {
  readonly label: Label
  readonly row: LookupRow
  /** YYYY-MM-DD. */
  readonly today: string
}

export type ReasonRule = (known: Known) => VerdictReason[]

export const reason = (code: VerdictReason['code'], message: string, on: string | null = null): VerdictReason => ({ code, message, on })

export const daysUntil = (day: string, today: string): number => (Date.parse(day) - Date.parse(today)) / 86_400_000
