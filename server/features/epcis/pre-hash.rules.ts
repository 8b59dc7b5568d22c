import { canonicalId } from './epc-id.rules.ts'
import { type CbvKind, cbvUri, gs1Uri } from './cbv.rules.ts'
import { type EpcisEvent, isObject, type Json, type JsonObject, membersOf } from './epcis-event.type.ts'
import { expandedValue, type Namespaces, qualifiedName } from './namespaces.rules.ts'

type Write = (value: Json, namespaces: Namespaces) => string
type Order = readonly (readonly [name: string, write: Write])[]

const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value])

const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Without needless zeros and signs; a whole number with all its digits, as double precision has them. */
const numeric = (text: string): string => {
  if (!isNumber.test(text)) return text
  const value = Number(text)
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}

/** One value: numbers without needless digits, identifiers as canonical Digital Links, prefixes written out. */
const valueText = (value: Json, namespaces: Namespaces): string => canonicalId(numeric(expandedValue(String(value).trim(), namespaces)))

const each = (name: string, text: (value: Json, namespaces: Namespaces) => string): Write => (value, namespaces) =>
  list(value).map((one) => text(one, namespaces)).filter((one) => one !== '').map((one) => `${name}=${one}`).sort().join('')

const plain = (name: string): Write => each(name, valueText)
const time = (name: string): Write => each(name, (value) => new Date(String(value)).toISOString())
const word = (name: string, kind: CbvKind): Write => each(name, (value, namespaces) => expandedValue(cbvUri(kind, String(value)), namespaces))
const voc = (name: string): Write => each(name, (value) => gs1Uri(String(value)))

const ignored = new Set(['type', 'recordTime', 'eventID', 'errorDeclaration', 'rdfs:comment', 'comment', '@context'])

/** What no order is told for: extensions, sorted, with their namespaces written out. */
const extension = (name: string, value: Json, namespaces: Namespaces): string => {
  const shown = qualifiedName(name, namespaces)
  const written = amongExtensions[name]
  if (written !== undefined) return written(value, namespaces)
  return list(value).map((one) => (isObject(one) ? shown + extensions(one, new Set(), namespaces) : `${shown}=${valueText(one, namespaces)}`)).sort().join('')
}

const extensions = (members: JsonObject, known: ReadonlySet<string>, namespaces: Namespaces): string =>
  Object.entries(members).filter(([name]) => !known.has(name) && name !== 'rdfs:comment' && name !== '@context')
    .map(([name, value]) => extension(name, value, namespaces)).sort().join('')

/** Members in their order, then the extensions among them. */
const inOrder = (members: Json, order: Order, namespaces: Namespaces): string => {
  if (!isObject(members)) return ''
  const told = order.map(([name, write]) => (members[name] === undefined ? '' : write(members[name], namespaces))).join('')
  return told + extensions(members, new Set(order.map(([name]) => name)), namespaces)
}

const group = (name: string, order: Order): Write => (value, namespaces) => {
  const inside = inOrder(value, order, namespaces)
  return inside === '' ? '' : name + inside
}

const listOf = (name: string, write: Write): Write => (value, namespaces) => {
  const inside = list(value).map((one) => write(one, namespaces)).filter((one) => one !== '').sort().join('')
  return inside === '' ? '' : name + inside
}

const epcs = (name: string) => [name, listOf(name, plain('epc'))] as const
const quantities = (name: string) => [name, listOf(name, group('quantityElement', [['epcClass', plain('epcClass')], ['quantity', plain('quantity')], ['uom', plain('uom')]]))] as const
const pairs = (name: string, kind: CbvKind, of: string): Write => listOf(name, (value, namespaces) => inOrder(value, [['type', word('type', kind)], [of, plain(of)]], namespaces))
const place = (name: string) => [name, group(name, [['id', plain('id')]])] as const
const words = (...names: readonly string[]): Order => names.map((name) => [name, plain(name)])

const metadata: Order = [['time', time('time')], ['startTime', time('startTime')], ['endTime', time('endTime')], ...words('deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules')]
const report: Order = [
  ['type', voc('type')], ['exception', voc('exception')], ...words('deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod'), ['time', time('time')], ...words('microorganism', 'chemicalSubstance', 'value'),
  ['component', word('component', 'component')],
  ...words('stringValue', 'booleanValue', 'hexBinaryValue', 'uriValue', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue', 'uom', 'coordinateReferenceSystem'),
]
const sensorElement: Order = [['sensorMetadata', group('sensorMetadata', metadata)], ['sensorReport', (value, namespaces) => list(value).map((one) => group('sensorReport', report)(one, namespaces)).sort().join('')]]

/** The order of an event's members (CBV 2.0, 8.9.2). */
const eventOrder: Order = [
  ['eventTime', time('eventTime')], ['eventTimeZoneOffset', plain('eventTimeZoneOffset')], ['certificationInfo', plain('certificationInfo')], ['parentID', plain('parentID')],
  epcs('epcList'), epcs('inputEPCList'), epcs('childEPCs'),
  quantities('quantityList'), quantities('childQuantityList'), quantities('inputQuantityList'), epcs('outputEPCList'), quantities('outputQuantityList'),
  ['action', plain('action')], ['transformationID', plain('transformationID')], ['bizStep', word('bizStep', 'bizStep')], ['disposition', word('disposition', 'disposition')],
  ['persistentDisposition', group('persistentDisposition', [['set', word('set', 'disposition')], ['unset', word('unset', 'disposition')]])],
  place('readPoint'), place('bizLocation'),
  ['sensorElementList', listOf('sensorElementList', group('sensorElement', sensorElement))],
]

// The reference implementation, whose vectors decide, files these among the extensions, in the order of their names.
const amongExtensions: Readonly<Record<string, Write>> = {
  bizTransactionList: pairs('bizTransactionList', 'bizTransaction', 'bizTransaction'),
  sourceList: pairs('sourceList', 'sourceDestination', 'source'),
  destinationList: pairs('destinationList', 'sourceDestination', 'destination'),
}

/** The text that an event's hash id is the sum of: the same for the same event, however it is written (CBV 2.0, 8.9.2). */
export const preHashOf = (event: EpcisEvent, namespaces: Namespaces): string => {
  const members = Object.fromEntries(Object.entries(membersOf(event)).filter(([name]) => !ignored.has(name)))
  return `eventType=${event.type}${inOrder(members, eventOrder, namespaces)}`
}
