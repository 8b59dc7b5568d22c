import type { EventAction, EventType } from '../custody-event.type.ts'
import type { EventContent } from '../event-content.rules.ts'

/** An event that somebody reports: organizations, sites and things by id. */
export type NewEvent = EventContent & {
  readonly type: EventType
  readonly action?: EventAction
  /** EPCIS eventID; the hub gives one where none is told. The same id again is the same event. */
  readonly eventId?: string
  /** Where the eventID came from the reporter (event-id.rules.ts). */
  readonly id?: string
}

interface OfProduct {
  readonly id: string
  /** Product id, and lot or serial number: unique. */
  readonly key: string
  readonly udi: string
  readonly product: string
  readonly di: string
  readonly maker: string
  readonly manufacturedOn?: string | undefined
  readonly expiresOn?: string | undefined
  readonly lotNumber?: string | undefined
}

export interface NewSerial extends OfProduct {
  readonly serialNumber: string
  readonly batch?: string | undefined
}

export interface NewBatch extends OfProduct {
  readonly lotNumber: string
  readonly kind: 'RAW' | 'COMPONENT' | 'FINISHED'
  readonly quantity?: number | undefined
  readonly unit?: string | undefined
  readonly madeBy?: string | undefined
  readonly suppliedBy?: string | undefined
  readonly madeAt?: string | undefined
}

export interface NewUnit {
  readonly id: string
  readonly key: string
  readonly sscc: string
  readonly kind: 'CARTON' | 'PALLET'
}

/** That an event was recorded wrongly (EPCIS errorDeclaration): it stays, and counts no more. */
export interface ErrorDeclaration {
  readonly event: string
  readonly reason: string
  readonly at: string
  /** eventIDs of what corrects it. */
  readonly corrective?: readonly string[]
}

/** What is captured together, in one transaction. */
export interface Report {
  readonly events: readonly NewEvent[]
  readonly serials?: readonly NewSerial[]
  readonly batches?: readonly NewBatch[]
  readonly units?: readonly NewUnit[]
  readonly errors?: readonly ErrorDeclaration[]
}
