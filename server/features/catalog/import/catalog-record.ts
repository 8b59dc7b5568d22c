import type { IdentifierScheme } from '../../identify/device-identifier.ts'

/** The issuing agency's rules that a device identifier follows; PLAIN where none of them reads it (NDC, AHM). */
export type { IdentifierScheme }

export type IdentifierType = 'PRIMARY' | 'PACKAGE' | 'UNIT_OF_USE' | 'DIRECT_MARK' | 'SECONDARY' | 'PREVIOUS'

/** The register that a record comes from. */
export type CatalogSource = 'GUDID' | 'UDID'

export interface CatalogMaker {
  name: string
  nameZh?: string
  /** Unified social credit code (GB 32100). */
  uscc?: string
  duns?: string
  /** ISO 3166-1 alpha-2. */
  country?: string
  phone?: string
}

export interface CatalogIdentifier {
  code: string
  scheme: IdentifierScheme
  type: IdentifierType
  /** The package's name in the register: box, carton, 箱. */
  level?: string
  /** The code of the next lower level. */
  contains?: string
  /** Devices inside, over all levels; absent where the register's chain of packages has a gap. */
  units?: number
}

export interface CatalogRegistration {
  number: string
  market: string
  validFrom?: string
  validUntil?: string
  holder?: string
}

export interface CatalogProduct {
  /** The primary device identifier. */
  di: string
  scheme: IdentifierScheme
  name: string
  nameZh?: string
  brand?: string
  model?: string
  catalogNumber?: string
  description?: string
  /** I, II or III. */
  riskClass?: string
  gmdnCode?: string
  gmdnName?: string
  /** As the register says; undefined where it does not. */
  implantable?: boolean
  sterile?: boolean
  sterilizePriorToUse?: boolean
  singleUse?: boolean
  maxReuse?: number
  /** In the words of ASTM F2503: MR Safe, MR Conditional, MR Unsafe. */
  mriSafety?: string
  storage?: string[]
  lotControlled: boolean
  serialControlled: boolean
  expiryControlled: boolean
  madeOnLabel: boolean
  withdrawnOn?: string
  /** 医保 consumables code of the National Healthcare Security Administration, by which hospitals bill. */
  nhsaCode?: string
}

export interface CatalogRecord {
  source: CatalogSource
  /** The day of the register's version and its number, so that a later version compares greater as text. */
  version: string
  maker: CatalogMaker
  product: CatalogProduct
  identifiers: CatalogIdentifier[]
  registrations: CatalogRegistration[]
}

/** Where a record begins in its file: `index` counts from 0, `line` from 1. */
export interface RecordPlace {
  index: number
  line: number
}

export interface CatalogRejection extends RecordPlace {
  reason: string
}

/** What a reader yields: a record, or why the one that stood there is none. */
export type CatalogItem = (RecordPlace & { record: CatalogRecord }) | { rejected: CatalogRejection }

/** Thrown where one record cannot be used; the message is the reason that the user reads. */
export class UnusableRecord extends Error {}
