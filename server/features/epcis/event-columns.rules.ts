import type { ThingRole } from '../custody/custody-event.type.ts'
import { type CbvKind, cbvName } from './cbv.rules.ts'
import { canonicalId } from './epc-id.rules.ts'
import type { EpcisEvent, QuantityElement } from './epcis-event.type.ts'

/** Something that an event names: one thing by its EPC, or so many of a class. */
export interface EpcisName {
  readonly uri: string
  readonly role: ThingRole
  readonly isClass: boolean
  readonly quantity: number | null
  readonly unit: string | null
}

/** What of an event is asked for: identifiers canonical, words of the CBV by their short names, times in UTC. */
export interface EventColumns {
  readonly type: string
  readonly action: string | null
  readonly bizStep: string | null
  readonly disposition: string | null
  readonly eventTime: string
  readonly readPoint: string | null
  readonly bizLocation: string | null
  readonly transformationId: string | null
  /** Each as `type|identifier`. */
  readonly bizTransactions: readonly string[]
  readonly sources: readonly string[]
  readonly destinations: readonly string[]
  readonly dispositionsSet: readonly string[]
  readonly dispositionsUnset: readonly string[]
  readonly declaredAt: string | null
  readonly errorReason: string | null
  readonly correctiveEventIds: readonly string[]
  /** Of its quantity elements. */
  readonly quantities: readonly number[]
}

const utc = (time: string): string => new Date(time).toISOString()
const id = (uri: string | undefined): string | null => (uri === undefined ? null : canonicalId(uri))
const named = (kind: CbvKind, word: string | undefined): string | null => (word === undefined ? null : cbvName(kind, word))

const typed = (kind: CbvKind, type: string | undefined, uri: string): string => `${cbvName(kind, type ?? '')}|${canonicalId(uri)}`

export const columnsOf = (event: EpcisEvent): EventColumns => ({
  type: event.type,
  action: event.action ?? null,
  bizStep: named('bizStep', event.bizStep),
  disposition: named('disposition', event.disposition),
  eventTime: utc(event.eventTime),
  readPoint: id(event.readPoint?.id),
  bizLocation: id(event.bizLocation?.id),
  transformationId: id(event.transformationID),
  bizTransactions: (event.bizTransactionList ?? []).map(({ type, bizTransaction }) => typed('bizTransaction', type, bizTransaction)),
  sources: (event.sourceList ?? []).map(({ type, source }) => typed('sourceDestination', type, source)),
  destinations: (event.destinationList ?? []).map(({ type, destination }) => typed('sourceDestination', type, destination)),
  dispositionsSet: (event.persistentDisposition?.set ?? []).map((word) => cbvName('disposition', word)),
  dispositionsUnset: (event.persistentDisposition?.unset ?? []).map((word) => cbvName('disposition', word)),
  declaredAt: event.errorDeclaration === undefined ? null : utc(event.errorDeclaration.declarationTime),
  errorReason: named('errorReason', event.errorDeclaration?.reason),
  correctiveEventIds: event.errorDeclaration?.correctiveEventIDs ?? [],
  quantities: [event.quantityList, event.childQuantityList, event.inputQuantityList, event.outputQuantityList].flatMap((list) => (list ?? []).flatMap(({ quantity }) => (typeof quantity === 'number' ? [quantity] : []))),
})

const things = (role: ThingRole, epcs: readonly string[] = []): EpcisName[] =>
  epcs.map((epc) => ({ uri: canonicalId(epc), role, isClass: false, quantity: null, unit: null }))

const lots = (role: ThingRole, elements: readonly QuantityElement[] = []): EpcisName[] =>
  elements.map(({ epcClass, quantity, uom }) => ({ uri: canonicalId(epcClass), role, isClass: true, quantity: typeof quantity === 'number' ? quantity : null, unit: typeof uom === 'string' ? uom : null }))

/** All that an event is about, each once for each of its roles; quantities of one class in one role together. */
export const namesOf = (event: EpcisEvent): EpcisName[] => {
  const all = [
    ...things('PARENT', event.parentID === undefined ? [] : [event.parentID]),
    ...things('EPC', event.epcList), ...things('CHILD', event.childEPCs), ...things('INPUT', event.inputEPCList), ...things('OUTPUT', event.outputEPCList),
    ...lots('EPC', event.quantityList), ...lots('CHILD', event.childQuantityList), ...lots('INPUT', event.inputQuantityList), ...lots('OUTPUT', event.outputQuantityList),
  ]
  const once = new Map<string, EpcisName>()
  for (const name of all) {
    const key = `${name.role}|${name.uri}`
    const before = once.get(key)
    once.set(key, before?.quantity == null ? name : { ...name, quantity: before.quantity + (name.quantity ?? 0) })
  }
  return [...once.values()]
}

/** The identifiers of an event, as they came. */
export const idsIn = (event: EpcisEvent): string[] => [
  event.parentID, event.readPoint?.id, event.bizLocation?.id,
  ...[event.epcList, event.childEPCs, event.inputEPCList, event.outputEPCList].flatMap((list) => list ?? []),
  ...[event.quantityList, event.childQuantityList, event.inputQuantityList, event.outputQuantityList].flatMap((list) => (list ?? []).map(({ epcClass }) => epcClass)),
  ...(event.sourceList ?? []).map(({ source }) => source), ...(event.destinationList ?? []).map(({ destination }) => destination),
].filter((id) => id !== undefined)
