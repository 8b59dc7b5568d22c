import { type CbvKind, cbvName } from '../cbv.rules.ts'
import type { Json, JsonObject } from '../epcis-event.type.ts'
import { childrenNamed, textOf, type XmlElement } from './xml-element.ts'

type Convert = (element: XmlElement) => Json

const word = (kind: CbvKind): Convert => (element) => cbvName(kind, textOf(element))
const numberOf = (text: string): Json => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text)
/** Of GS1's Web Vocabulary JSON has the bare words. */
const bare = (text: string): string => text.replace(/^(gs1:|https:\/\/gs1\.org\/voc\/)/, '')

const texts = (name: string): Convert => (element) => childrenNamed(element, name).map(textOf)

/** Members of elements, one after another; what repeats becomes a list. */
const members = (pairs: readonly (readonly [name: string, value: Json])[]): JsonObject => {
  const found = new Map<string, Json[]>()
  for (const [name, value] of pairs) {
    const values = found.get(name)
    if (values) values.push(value)
    else found.set(name, [value])
  }
  return Object.fromEntries([...found].map(([name, [first = null, ...more]]) => [name, more.length === 0 ? first : [first, ...more].flat() as Json]))
}

/** An extension: text, or an object of its elements and attributes. */
const extension: Convert = (element) => {
  const inside = [...Object.entries(element.attributes), ...element.children.map((child) => [child.name, extension(child)] as const)]
  const text = textOf(element)
  if (inside.length === 0) return text
  return members(text === '' || element.children.length > 0 ? inside : [['#text', text], ...inside])
}

const quantity: Convert = (element) => members(element.children.map((child) => [child.name, child.name === 'quantity' ? numberOf(textOf(child)) : textOf(child)]))

const quantities: Convert = (element) => childrenNamed(element, 'quantityElement').map(quantity)

const pairs = (name: string, kind: CbvKind): Convert => (element) =>
  childrenNamed(element, name).map((child) => ({ ...(child.attributes['type'] !== undefined && { type: cbvName(kind, child.attributes['type']) }), [name]: textOf(child) }))

const place: Convert = (element) => members(element.children.map((child) => [child.name, child.name === 'id' ? textOf(child) : extension(child)]))

const numbers = new Set(['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue'])

const measured = (name: string, text: string): Json => {
  if (numbers.has(name)) return numberOf(text)
  if (name === 'type' || name === 'exception') return bare(text)
  if (name === 'component') return cbvName('component', text)
  return name === 'booleanValue' ? text === 'true' || text === '1' : text
}

const ofAttributes = (element: XmlElement): JsonObject =>
  members([...Object.entries(element.attributes).map(([name, text]) => [name, measured(name, text)] as const), ...element.children.map((child) => [child.name, extension(child)] as const)])

const sensorElement: Convert = (element) => {
  const others = element.children.filter(({ name }) => name !== 'sensorMetadata' && name !== 'sensorReport')
  const [metadata] = childrenNamed(element, 'sensorMetadata')
  return {
    ...(metadata !== undefined && { sensorMetadata: ofAttributes(metadata) }), sensorReport: childrenNamed(element, 'sensorReport').map(ofAttributes),
    ...members(others.map((child) => [child.name, extension(child)])),
  }
}

const errorDeclaration: Convert = (element) => members(element.children.map((child): [string, Json] => {
  if (child.name === 'reason') return ['reason', word('errorReason')(child)]
  if (child.name === 'correctiveEventIDs') return [child.name, texts('correctiveEventID')(child)]
  return [child.name, child.name === 'declarationTime' ? textOf(child) : extension(child)]
}))

const dispositions: Convert = (element) => Object.fromEntries(['set', 'unset'].flatMap((name) => {
  const found = childrenNamed(element, name)
  return found.length === 0 ? [] : [[name, found.map(word('disposition'))]]
}))

/** How the standard's own members are written in JSON (EPCIS 2.0, 9 and 10); every other name is an extension. */
const converters: Readonly<Record<string, Convert>> = {
  bizStep: word('bizStep'), disposition: word('disposition'), persistentDisposition: dispositions, errorDeclaration, readPoint: place, bizLocation: place,
  epcList: texts('epc'), childEPCs: texts('epc'), inputEPCList: texts('epc'), outputEPCList: texts('epc'),
  quantityList: quantities, childQuantityList: quantities, inputQuantityList: quantities, outputQuantityList: quantities,
  bizTransactionList: pairs('bizTransaction', 'bizTransaction'), sourceList: pairs('source', 'sourceDestination'), destinationList: pairs('destination', 'sourceDestination'),
  sensorElementList: (element) => childrenNamed(element, 'sensorElement').map(sensorElement), ilmd: (element) => members(element.children.map((child) => [child.name, extension(child)])),
}

// EPCIS 1 put what it added later into these.
const wrappers = new Set(['extension', 'baseExtension'])

const unwrapped = ({ children }: XmlElement): XmlElement[] => children.flatMap((child) => (wrappers.has(child.name) ? unwrapped(child) : [child]))

/** An event of EPCIS XML as JSON-LD has it. @param context namespaces that the event itself declares */
export const eventOfXml = (element: XmlElement, context: Readonly<Record<string, string>>): JsonObject => ({
  type: element.name,
  ...(Object.keys(context).length > 0 && { '@context': [context] }),
  ...members(unwrapped(element).map((child) => [child.name, (converters[child.name] ?? extension)(child)])),
})
