/** What a person does with goods. */
export const goodsTasks = ['receive', 'ship', 'sell', 'use', 'return', 'inspect'] as const
export type Task = typeof goodsTasks[number]

/** What the outbox sends: goods, and adverse events. Of an adverse event, `lines` has its device, and all its words are sealed. */
export type ReportTask = Task | 'problem'

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
  /** How many pieces the package has whose code was scanned. */
  units?: number | null
  /** What the lot is counted in (UN/ECE Recommendation 20), where the hub tells the reader. */
  unit?: string | null
  /** Primary DI of its product: a package's code has another. */
  di?: string | null
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

/** What is found of goods that are looked at; the hub has a mutation for each. */
export const judgements = ['QUARANTINE', 'CONFORMANT', 'NON_CONFORMANT', 'SCRAP'] as const
export type Judgement = typeof judgements[number]

/** A photo or file that waits on the device: its content under `key`, sealed. */
export interface Attachment { key: string, title: string }

/** `AcceptanceInput` of the hub's schema: what may be checked on arrival. */
export const acceptanceChecks = ['packagingIntact', 'unexpired', 'registrationValid', 'supplierLicensed', 'certificatePresent'] as const

/** The acceptance check of a delivery as it was entered; photos without a name of their own. */
export interface Acceptance {
  temperature: string
  checks: Partial<Record<typeof acceptanceChecks[number], 'yes' | 'no'>>
  remark: string
  photos: Attachment[]
}

/** What holds for the whole set, as it was entered. A procedure's reference is not here: it is only ever kept sealed. */
export interface ReportFields {
  documentNumber: string
  partner: string
  partnerName: string
  site: string
  consignment: boolean
  /** How what left differs from its list, in words. */
  difference?: string
  acceptance?: Acceptance | null
  kind: UsageKind
  judgement: Judgement
  /** Why, in words: of what is scrapped it must be told. */
  reason?: string
  /** A maker's own lots are judged as such, not so many of its stock. */
  wholeLots?: boolean
  /** SSCC of the carton or pallet that all of it goes into. */
  carton?: string
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
  /** The id of the case that it became, or of its acceptance record. */
  made?: string | undefined
}

/** A report on its way to the hub. It leaves the device only after the hub has answered it. */
export interface Report {
  /** The order in which it is sent; given by the store. */
  order?: number
  /** Also its idempotency key: however often it is sent, it is done once. */
  id: string
  /** The viewer's id: nobody sends another person's reports. */
  person: string
  task: ReportTask
  /** When it was done, which may be long before it is sent. */
  at: string
  fields: ReportFields
  lines: ReportedLine[]
  sealed: Sealed | null
  /** Remarks, notes, differences and the partner's name (words.ts): in `fields` and `lines` they are empty while it is kept. */
  words?: Sealed | null
  /** Photos and files that go first: their keys in the store's `sealed`, each with its document's id once the hub has it. */
  files?: Record<string, string | null>
  /** `decide`: the hub has not taken all of it, and a person says what becomes of the rest. */
  state: 'waiting' | 'decide' | 'done'
  answer: HubAnswer | null
}

/** A line of a delivery note or order; `quantity` of a lot, null of a single thing. */
export interface Expected {
  /** The hub's id, or the line of a list from elsewhere. */
  id: string
  code: string
  di: string | null
  name: string | null
  nameZh: string | null
  lot: string | null
  serial: string | null
  sscc: string | null
  expiresOn: string | null
  quantity: number | null
}

/** A set that is still being collected, with the list that it is ticked off against, if any. */
export interface Draft { key: string, fields: ReportFields, lines: DraftLine[], expected?: Expected[], words?: Sealed | null }

export interface DraftLine extends ReportedLine {
  id: string
  /** How often it was scanned: of a lot that is its quantity, of a serial a mistake. */
  scans: number
  /** What makes two scans the same: the hub's id, or, while it has not been asked, the code. */
  same: string
  rejection: { code: string, message: string } | null
}

export const noFields: ReportFields = { documentNumber: '', partner: '', partnerName: '', site: '', consignment: false, kind: 'CONSUMED', judgement: 'QUARANTINE' }
