import type { LabelWarning } from './warnings.ts'

export type LabelStandard = 'GS1' | 'HIBC' | 'ICCBBA' | 'MA' | 'AHM' | 'EPC' | 'PLAIN' | 'UNKNOWN'

/** What a label says, as far as it could be read. Days are `YYYY-MM-DD`, times `YYYY-MM-DDTHH:MM` as printed (no zone). */
export interface LabelFields {
  /** Device identifier: a GTIN of 14 digits; HIBC as LIC + PCN + unit of measure; MA with its first five dot-fields. */
  di?: string
  lot?: string
  serial?: string
  expiresOn?: string
  expiresAt?: string
  manufacturedOn?: string
  packagedOn?: string
  bestBefore?: string
  sellBy?: string
  /** MA field E: the first day on which the device may no longer be used. */
  firstInvalidOn?: string
  sterilizationLot?: string
  quantity?: number
  sscc?: string
  gln?: string
  /** GTIN of what is inside a logistic unit (AI 02); not the identifier of the unit itself. */
  contentDi?: string
  /** ICCBBA donation identification number, the distinct identification code of a human tissue. */
  donationId?: string
  /** Digits of the GS1 company prefix: only an EPC URN tells. */
  companyPrefixLength?: number
  /** Text that may be a bare lot or serial number; set where nothing on the label says which. */
  plain?: string
}

/** One part of the label as read. `key` is an AI, an HIBC or ICCBBA qualifier or an MA field letter (`.L`); empty where the part could not be read. */
export interface LabelElement { key: string; value: string; title: string }

export type CheckOutcome = 'RIGHT' | 'WRONG' | 'ABSENT'

/** A check digit, check character or link character; `key` names the element it guards. */
export interface LabelCheck { key: string; outcome: CheckOutcome }

export interface Label extends LabelFields {
  raw: string
  standard: LabelStandard
  elements: LabelElement[]
  checks: LabelCheck[]
  warnings: LabelWarning[]
}
