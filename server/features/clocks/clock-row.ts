import type { CalendarCountry } from './holidays.ts'

/** Whose clock it is: each actor has its own. */
export type Actor = 'MANUFACTURER' | 'IMPORTER' | 'DISTRIBUTOR' | 'USER_FACILITY'
export const jurisdictions = ['US', 'EU', 'CN'] as const
export type Jurisdiction = (typeof jurisdictions)[number]

/** What about a case starts a clock (clock.rules.ts says when it is so). */
export type CaseTrigger = 'DEATH' | 'DEATH_OR_UNEXPECTED' | 'SERIOUS' | 'POTENTIAL' | 'REMEDIAL_ACTION' | 'PUBLIC_THREAT' | 'GROUP' | 'ABROAD'
/** A recall's level before the authority, and what its clock counts from: the decision (its signature), or its completion. */
export type RecallTrigger = 'LEVEL_I' | 'LEVEL_II' | 'LEVEL_III'
export type RecallStart = 'DECISION' | 'COMPLETION'

export type Limit = { readonly hours: number } | { readonly days: number } | { readonly workingDays: number; readonly calendar: CalendarCountry }

/** What a version of a rule may say otherwise, beside its limit. */
export interface RuleWords {
  readonly title: string
  readonly titleZh: string
  /** To whom. */
  readonly recipient: string
  readonly source: string
  /** Read in a source, and not only remembered. */
  readonly verified: boolean
  /** For what starts from this day on, and up to that one. */
  readonly validFrom: string
  readonly validTo: string | null
}

interface Rule extends RuleWords {
  readonly id: string
  readonly jurisdiction: Jurisdiction
  readonly actors: readonly Actor[]
  readonly limit: Limit
  /** 0 of the hub's own row; a maker's own versions count from 1. */
  readonly version?: number
}

export interface CaseClockRow extends Rule {
  readonly about: 'CASE'
  readonly triggers: readonly CaseTrigger[]
}

export interface RecallClockRow extends Rule {
  readonly about: 'RECALL'
  readonly triggers: readonly RecallTrigger[]
  readonly from: RecallStart
}

/** One deadline of one regulation, for a span of time: rows, so that an amendment is a new row and no new code. */
export type ClockRow = CaseClockRow | RecallClockRow

/** Where a jurisdiction's days end. The EU's is that of Brussels until the competent authority is known. */
export const zoneOf: Record<Jurisdiction, string> = { US: 'America/New_York', EU: 'Europe/Brussels', CN: 'Asia/Shanghai' }
