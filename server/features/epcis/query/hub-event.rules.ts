import { labelOfId } from '../../../kernel/ids.ts'
import type { ThingRole } from '../../custody/custody-event.type.ts'
import { unitElement } from '../../custody/unit-number.rules.ts'
import { canonicalId } from '../epc-id.rules.ts'
import type { Json, JsonObject } from '../epcis-event.type.ts'
import type { EventThingRow, HubEventRow } from './hub-event.type.ts'

/** How things are named that GS1 gives no key, for want of a better: as their ids are. */
export const ownName = 'urn:devicetrail:thing:'

/** Prefix of what the hub's events say and EPCIS has no member for. */
const extensions = { devicetrail: 'urn:devicetrail:extension:' }

/** The identifier of a serial, lot or carton, as canonical Digital Link. */
const uriOf = ({ id, sscc, di, scheme, serialNumber, lotNumber }: EventThingRow): string => {
  if (sscc !== null) return canonicalId(`https://id.gs1.org/${unitElement(sscc).map(encodeURIComponent).join('/')}`)
  if (scheme !== 'GS1' || di === null) return `${ownName}${id}`
  return canonicalId(`https://id.gs1.org/01/${di}/${serialNumber === null ? `10/${encodeURIComponent(lotNumber ?? '')}` : `21/${encodeURIComponent(serialNumber)}`}`)
}

const isClass = ({ id }: EventThingRow): boolean => labelOfId(id) === 'Batch'

const elementOf = (thing: EventThingRow): JsonObject => ({
  epcClass: uriOf(thing), ...(thing.quantity !== null && { quantity: thing.quantity, ...(thing.unit !== null && thing.unit !== 'EA' && { uom: thing.unit }) }),
})

/** The two lists of a role, each only where there is something in it. */
const listsOf = (things: readonly EventThingRow[], role: ThingRole, epcs: string, quantities: string): JsonObject => {
  const own = things.filter((thing) => thing.role === role)
  const [lots, singles] = [own.filter(isClass).map(elementOf), own.filter((thing) => !isClass(thing)).map(uriOf).sort()]
  return { ...(singles.length > 0 && { [epcs]: singles }), ...(lots.length > 0 && { [quantities]: lots }) }
}

const thingsOf = (type: string, things: readonly EventThingRow[]): JsonObject => {
  const parent = things.find(({ role }) => role === 'PARENT')
  const named: JsonObject = parent === undefined ? {} : { parentID: uriOf(parent) }
  if (type === 'TransformationEvent') return { ...listsOf(things, 'INPUT', 'inputEPCList', 'inputQuantityList'), ...listsOf(things, 'OUTPUT', 'outputEPCList', 'outputQuantityList') }
  if (type === 'AggregationEvent' || type === 'AssociationEvent') return { ...named, ...listsOf(things, 'CHILD', 'childEPCs', 'childQuantityList') }
  return { ...named, ...listsOf(things, 'EPC', 'epcList', 'quantityList') }
}

const same = (values: readonly (string | null)[]): string | undefined => (new Set(values).size === 1 ? values[0] ?? undefined : undefined)

/** What holds for all that is made in an event (CBV 2.0, 9.3): its lot and until when it may be used. */
const ilmdOf = ({ told: { type, action } }: HubEventRow, things: readonly EventThingRow[]): JsonObject => {
  const made = type === 'ObjectEvent' && action === 'ADD' ? things : things.filter(({ role }) => role === 'OUTPUT')
  const [lotNumber, itemExpirationDate] = [same(made.map((thing) => thing.lotNumber)), same(made.map((thing) => thing.expiresOn))]
  const ilmd = { ...(lotNumber !== undefined && { 'cbvmda:lotNumber': lotNumber }), ...(itemExpirationDate !== undefined && { 'cbvmda:itemExpirationDate': itemExpirationDate }) }
  return Object.keys(ilmd).length === 0 ? {} : { ilmd }
}

const pairOf = (text: string): [type: string, uri: string] => {
  const at = text.indexOf('|')
  return [text.slice(0, at), text.slice(at + 1)]
}

const pairs = (list: readonly string[], name: string, of: string, write = (uri: string): string => uri): JsonObject =>
  (list.length === 0 ? {} : { [name]: list.map(pairOf).map(([type, uri]) => ({ type, [of]: write(uri) })) })

/** A business transaction's number, which people chose, at the end of its URN (CBV 2.0, 8.5.2). */
const escapedNumber = (uri: string): string => uri.replace(/^(urn:epcglobal:cbv:bt:\d*:)(.*)$/s, (_, before: string, number: string) => before + encodeURIComponent(number))

const present = (members: Readonly<Record<string, Json | null | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== null && entry[1] !== undefined))

const declarationOf = ({ told: { declaredAt, errorReason, correctiveEventIds }, reason }: HubEventRow): JsonObject =>
  (declaredAt === null ? {} : { errorDeclaration: present({ declarationTime: declaredAt, reason: errorReason, correctiveEventIDs: correctiveEventIds?.length ? [...correctiveEventIds] : null, 'devicetrail:reason': reason === errorReason ? null : reason }) })

/** An event of the hub in the form of EPCIS 2.0, JSON-LD, with the context of its extensions. */
export const epcisFormOf = (row: HubEventRow): { content: string; context: string } => {
  const { told, parties, timeZoneOffset, note, noteZh, things } = row
  const words = present({ 'devicetrail:note': note, 'devicetrail:noteZh': noteZh, 'devicetrail:procedureReference': parties.procedure })
  const event = {
    type: told.type, ...present({ eventTime: told.eventTime, eventTimeZoneOffset: timeZoneOffset ?? '+00:00', action: told.type === 'TransformationEvent' ? null : told.action, bizStep: told.bizStep, disposition: told.disposition, transformationID: told.transformationId }),
    ...declarationOf(row), ...thingsOf(told.type, things),
    ...(parties.readPoint !== null && { readPoint: { id: parties.readPoint } }), ...(parties.bizLocation !== null && { bizLocation: { id: parties.bizLocation } }),
    ...pairs(parties.bizTransactions, 'bizTransactionList', 'bizTransaction', escapedNumber), ...pairs(parties.sources, 'sourceList', 'source'), ...pairs(parties.destinations, 'destinationList', 'destination'),
    ...ilmdOf(row, things), ...words,
  }
  const isExtended = Object.keys(words).length > 0 || row.reason !== null && row.reason !== told.errorReason
  return { content: JSON.stringify(event), context: JSON.stringify(isExtended ? [extensions] : []) }
}
