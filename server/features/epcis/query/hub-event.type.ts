import type { ThingRole } from '../../custody/custody-event.type.ts'

/** A thing as an event of the hub names it. */
export interface EventThingRow {
  readonly id: string
  readonly role: ThingRole
  readonly quantity: number | null
  readonly unit: string | null
  readonly sscc: string | null
  /** Of its product, in the scheme. */
  readonly di: string | null
  readonly scheme: string | null
  readonly serialNumber: string | null
  readonly lotNumber: string | null
  readonly expiresOn: string | null
}

/** An event of the hub as this viewer may read it: identifiers as URIs, words of the CBV by their short names. */
export interface HubEventRow {
  readonly place: string
  /** The last of a page for which the text of more was too long. */
  readonly isCut: boolean
  readonly id: string
  readonly told: {
    readonly type: string
    readonly action: string | null
    readonly bizStep: string | null
    readonly disposition: string | null
    readonly eventTime: string
    readonly recordTime: string
    readonly transformationId: string | null
    /** Told again, as an error. */
    readonly declaredAt: string | null
    readonly errorReason: string | null
    readonly correctiveEventIds: readonly string[] | null
  }
  readonly parties: {
    readonly eventId: string
    readonly readPoint: string | null
    readonly bizLocation: string | null
    /** Each as `type|identifier`. */
    readonly sources: readonly string[]
    readonly destinations: readonly string[]
    readonly bizTransactions: readonly string[]
    readonly procedure: string | null
  }
  readonly timeZoneOffset: string | null
  /** In the words of who declared it wrong. */
  readonly reason: string | null
  readonly note: string | null
  readonly noteZh: string | null
  readonly things: readonly EventThingRow[]
}
