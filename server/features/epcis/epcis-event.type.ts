export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/** A JSON-LD context: what prefixes of extensions mean. */
export type LdContext = Json

export interface QuantityElement extends JsonObject {
  readonly epcClass: string
}

/** An event as EPCIS 2.0 writes it in JSON-LD, once the schema has passed it. Times, names and identifiers as they came. */
export interface EpcisEvent {
  readonly type: 'ObjectEvent' | 'AggregationEvent' | 'TransactionEvent' | 'TransformationEvent' | 'AssociationEvent'
  readonly eventTime: string
  readonly eventTimeZoneOffset: string
  readonly recordTime?: string
  readonly eventID?: string
  readonly errorDeclaration?: { readonly declarationTime: string; readonly reason?: string; readonly correctiveEventIDs?: readonly string[] }
  readonly action?: 'ADD' | 'OBSERVE' | 'DELETE'
  readonly bizStep?: string
  readonly disposition?: string
  readonly persistentDisposition?: { readonly set?: readonly string[]; readonly unset?: readonly string[] }
  readonly parentID?: string
  readonly epcList?: readonly string[]
  readonly childEPCs?: readonly string[]
  readonly inputEPCList?: readonly string[]
  readonly outputEPCList?: readonly string[]
  readonly quantityList?: readonly QuantityElement[]
  readonly childQuantityList?: readonly QuantityElement[]
  readonly inputQuantityList?: readonly QuantityElement[]
  readonly outputQuantityList?: readonly QuantityElement[]
  readonly transformationID?: string
  readonly readPoint?: { readonly id: string }
  readonly bizLocation?: { readonly id: string }
  readonly bizTransactionList?: readonly { readonly type?: string; readonly bizTransaction: string }[]
  readonly sourceList?: readonly { readonly type: string; readonly source: string }[]
  readonly destinationList?: readonly { readonly type: string; readonly destination: string }[]
  readonly ilmd?: JsonObject
  readonly '@context'?: LdContext
}

export const eventTypes: readonly EpcisEvent['type'][] = ['ObjectEvent', 'AggregationEvent', 'TransactionEvent', 'TransformationEvent', 'AssociationEvent']

/** The event's members, extensions included. */
export const membersOf = (event: EpcisEvent): JsonObject => event as unknown as JsonObject

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
