import type { custodyFindingCodes } from './finding-codes.ts'

export type SerialStatus =
  | 'MADE' | 'RELEASED' | 'IN_STOCK' | 'IN_TRANSIT' | 'IN_SERVICE' | 'IMPLANTED' | 'CONSUMED' | 'RETURNED' | 'LOST' | 'DESTROYED'
export type Hold = 'RECALLED' | 'QUARANTINED' | 'SUSPECT' | 'NON_CONFORMANT' | 'DAMAGED'

export type CustodyFindingCode = (typeof custodyFindingCodes)[number]

export interface CustodyFinding {
  readonly code: CustodyFindingCode
  /** Id of the event that raised it. */
  readonly event: string
  readonly raisedAt: string
  readonly clearedAt?: string
  readonly site?: string
}

/** A hold, and who may lift it: who set it, or the maker. */
export interface HoldMark {
  readonly hold: Hold
  readonly by: string
  /** When it was set, so that what happened before is judged without it. */
  readonly since?: string
}

/** A possession that has ended, with what stood then. */
export interface Possession {
  readonly organization: string
  readonly from: string
  readonly until: string
  readonly status: SerialStatus
  readonly holds: readonly Hold[]
}

export interface Transit {
  readonly from: string
  readonly to: string
  readonly since: string
  readonly returned: boolean
}

export interface Usage {
  readonly organization: string
  readonly site: string
  readonly on: string
  readonly kind: 'IMPLANTED' | 'CONSUMED' | 'SOLD'
}

/** That somebody had it in hand, where and when. */
export interface Sighting {
  readonly organization: string
  readonly site: string
  readonly country?: string
  readonly at: string
}

export interface SerialState {
  readonly status: SerialStatus
  readonly holds: readonly HoldMark[]
  readonly holder?: string
  /** When its holder got it. */
  readonly since?: string
  /** Where it is in stock; undefined for a part that is inside a device. */
  readonly site?: string
  /** Who owns it, as told; matters where it is not the holder. */
  readonly owner?: string
  readonly transit?: Transit
  /** What stood before the transit began, for void_shipping. */
  readonly beforeTransit?: SerialState
  readonly usage?: Usage
  /** Where it was in somebody's hands last. */
  readonly seen?: Sighting
  /** The logistic unit that it is packed in. */
  readonly inside?: string
  /** The device that it is a part of. */
  readonly partOf?: string
  readonly passed: readonly Possession[]
  readonly findings: readonly CustodyFinding[]
  /** `eventTime|hash` of the newest event that concerned it. */
  readonly head?: string
}

/** Units of a lot that may not be used, by why: units have no names, so they are counted. */
export type Marks = Readonly<Partial<Record<Hold, number>>>

/** Units of a lot at a site, serials not counted. Negative where more left than was known to be there. */
export interface Cell {
  readonly organization: string
  readonly site: string
  readonly quantity: number
  readonly since: string
  /** Of these, so many are held; absent where none is. */
  readonly blocked?: Marks
  /** Whose they are, where that is not who has them: consignment, loan. */
  readonly owner?: string
}

export interface LotTransit {
  readonly from: string
  readonly to: string
  readonly quantity: number
  readonly since: string
  /** The site it leaves; its stock is there until receipt, unless custody passed at once (consigning). */
  readonly site: string
  readonly passed: boolean
  /** The carton or pallet that they are in. */
  readonly via?: string
  /** Delivery note or order. */
  readonly document?: string
  /** By which step it left, until the other one of shipping and departing was told too: the two are one journey. */
  readonly step?: string
  /** Whose they are once they are there, where it was told. */
  readonly owner?: string
  /** They go back, those first that are held. */
  readonly returned?: boolean
}

/** Units of a lot that arrived: receiving and accepting of the same are one arrival. */
export interface LotArrival {
  readonly to: string
  readonly from?: string
  readonly document?: string
  readonly step: string
  readonly quantity: number
  readonly at: string
}

export interface LotUse {
  readonly organization: string
  readonly site: string
  readonly quantity: number
  readonly on: string
  /** Whose they were until then, where that is not who used them. */
  readonly owner?: string
}

/** That an organization has, or had, anything of a batch. */
export interface Tenure {
  readonly organization: string
  readonly from: string
  readonly until?: string
}

export type BatchStatus = 'MADE' | 'RELEASED'

export interface BatchState {
  readonly status: BatchStatus
  readonly holds: readonly HoldMark[]
  /** UN/ECE Rec 20. */
  readonly unit?: string
  readonly cells: readonly Cell[]
  readonly transit: readonly LotTransit[]
  readonly used: readonly LotUse[]
  /** Units of it packed, by logistic unit. */
  readonly inside: Readonly<Record<string, number>>
  /** Who has what is in each logistic unit. */
  readonly packedAt?: Readonly<Record<string, string>>
  /** What arrived in the last month by one of receiving and accepting, and not by the other yet. */
  readonly arrived?: readonly LotArrival[]
  readonly tenures: readonly Tenure[]
  readonly findings: readonly CustodyFinding[]
  readonly head?: string
}
