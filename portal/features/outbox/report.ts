/** What a person does with goods: each is one mutation of the hub. */
export type Task = 'receive' | 'sell' | 'use'

/** What the hub said of a device when it was scanned; times ISO 8601, UTC. */
export interface KnownThing {
  kind: 'SERIAL' | 'LOT' | 'UNIT' | 'NOTHING'
  verdict: string
  reasons: string[]
  checkedAt: string
  name: string | null
  nameZh: string | null
  lot: string | null
  serial: string | null
  expiresOn: string | null
}

/** One line of a report as it was collected, kept beside what is sent, so that a person can compare later. */
export interface ReportedLine {
  code: string
  quantity: number | null
  condition?: Condition
  note?: string
  /** Null: scanned without a network. */
  known: KnownThing | null
}

/** `ReceiptCondition` of the hub's schema. */
export const conditions = ['ACCEPTED', 'DAMAGED', 'REJECTED', 'MISSING'] as const
export type Condition = typeof conditions[number]

/** `UsageKind` of the hub's schema. */
export const usageKinds = ['IMPLANTED', 'CONSUMED', 'PUT_INTO_SERVICE', 'OPENED_UNUSED', 'EXPLANTED', 'TAKEN_OUT_OF_SERVICE', 'DISCARDED'] as const
export type UsageKind = typeof usageKinds[number]

/** What holds for the whole set, as it was entered. A procedure's reference is not here: it is only ever kept sealed. */
export interface ReportFields {
  documentNumber: string
  partner: string
  partnerName: string
  site: string
  consignment: boolean
  kind: UsageKind
}

/** A text under a key that the browser never gives out (sealing.ts). */
export interface Sealed { iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer }

export interface LineRejection { line: number, code: string, message: string }

/** What the hub answered: how many lines it took, which it did not, or why it took nothing. */
export interface HubAnswer {
  at: string
  accepted: number
  rejected: LineRejection[]
  refused: { code: string, message: string } | null
}

/** A report on its way to the hub. It leaves the device only after the hub has answered it. */
export interface Report {
  /** The order in which it is sent; given by the store. */
  order?: number
  /** Also its idempotency key: however often it is sent, it is done once. */
  id: string
  /** The viewer's id: nobody sends another person's reports. */
  person: string
  task: Task
  /** When it was done, which may be long before it is sent. */
  at: string
  fields: ReportFields
  lines: ReportedLine[]
  sealed: Sealed | null
  /** `decide`: the hub has not taken all of it, and a person says what becomes of the rest. */
  state: 'waiting' | 'decide' | 'done'
  answer: HubAnswer | null
}

/** A set that is still being collected. */
export interface Draft { key: string, fields: ReportFields, lines: DraftLine[] }

export interface DraftLine extends ReportedLine {
  id: string
  /** How often it was scanned: of a lot that is its quantity, of a serial a mistake. */
  scans: number
  /** What makes two scans the same: the hub's id, or, while it has not been asked, the code. */
  same: string
  rejection: { code: string, message: string } | null
}

export const noFields: ReportFields = { documentNumber: '', partner: '', partnerName: '', site: '', consignment: false, kind: 'CONSUMED' }
