import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Json } from '../epcis-event.type.ts'
import { Problem } from '../problem.ts'
import type { DocumentReader } from './take-in.ts'
import type { XmlElement } from './xml-element.ts'
import { eventOfXml } from './xml-event.rules.ts'

/** No event is deeper, extensions included. */
const deepest = 64
const longest = 20_000_000
/** An element takes more of the memory than its characters. */
const elementSize = 32
const standard = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

const masterData = 'urn:epcglobal:cbv:mda'

/** Namespaces of the notation itself: nothing in JSON has their names. */
const isNotation = (uri: string): boolean => /^(urn:epcglobal:|http:\/\/www\.w3\.org\/(2000\/xmlns|2001\/XMLSchema|XML\/)|http:\/\/www\.unece\.org\/cefact\/)/.test(uri) && !uri.startsWith(masterData)

const malformed = (detail: string): Problem => new Problem('ValidationException', 'The XML cannot be read', detail)

/** Prefixes that an element declares. In XML the CBV's master data go without the colon at the end. */
const declared = ({ ns }: SaxesTagNS): Record<string, string> =>
  Object.fromEntries(Object.entries(ns).filter(([prefix, uri]) => prefix !== '' && !isNotation(uri)).map(([prefix, uri]) => [prefix, uri === masterData ? `${uri}:` : uri]))

const nameOf = ({ name, local, uri }: SaxesTagNS): string => (isNotation(uri) ? local : name)

const attributesOf = ({ attributes }: SaxesTagNS): Record<string, string> =>
  Object.fromEntries(Object.values(attributes).filter(({ uri }) => !isNotation(uri)).map(({ name, value }) => [name, value]))

/** Builds the events of EPCIS XML as its tags pass, one at a time. */
class XmlEvents {
  readonly ready: Json[] = []
  root: SaxesTagNS | undefined
  listed = false
  private readonly open: XmlElement[] = []
  private context: Record<string, string> = {}
  private depth = 0
  /** How deep events stand, while their list is open. */
  private list: number | undefined
  private length = 0

  begin(tag: SaxesTagNS): void {
    this.root ??= tag
    this.depth++
    if (this.depth > deepest) throw malformed(`It has more than ${deepest} levels.`)
    const name = nameOf(tag)
    if (this.open.length > 0 || this.list !== undefined && name !== 'extension') return this.beginElement(tag, name)
    // EPCIS 1 wrapped its newer events.
    if (name === 'EventList' || this.list !== undefined) {
      this.listed = true
      this.list ??= this.depth
    }
  }

  text(text: string): void {
    const inside = this.open.at(-1)
    if (inside === undefined) return
    this.grow(text.length)
    inside.text += text
  }

  end(): void {
    this.depth--
    const element = this.open.pop()
    if (element === undefined) {
      if (this.list !== undefined && this.depth < this.list) this.list = undefined
    } else if (this.open.length === 0) this.finish(element)
    else this.open.at(-1)?.children.push(element)
  }

  private beginElement(tag: SaxesTagNS, name: string): void {
    if (this.open.length === 0) this.context = {}
    Object.assign(this.context, declared(tag))
    const attributes = attributesOf(tag)
    this.grow(Object.values(attributes).reduce((sum, value) => sum + elementSize + value.length, elementSize + name.length))
    this.open.push({ name, attributes, children: [], text: '' })
  }

  private grow(by: number): void {
    this.length += by
    if (this.length > longest) throw malformed(`An event is longer than ${longest} characters.`)
  }

  private finish(element: XmlElement): void {
    this.ready.push(eventOfXml(element, this.context))
    this.length = 0
  }
}

const documentOf = ({ root, listed }: XmlEvents): Json => {
  if (root === undefined || !/^EPCIS(Query)?Document$/.test(root.local)) throw malformed('It is no EPCISDocument.')
  if (!listed) throw malformed('It has no EventList.')
  const { schemaVersion, creationDate } = attributesOf(root)
  return {
    '@context': [standard, declared(root)], type: 'EPCISDocument', epcisBody: { eventList: [] },
    ...(schemaVersion !== undefined && { schemaVersion }), ...(creationDate !== undefined && { creationDate }),
  }
}

/** EPCIS 2.0 in XML, as it arrives. Entities are those of XML itself; a document type is refused, since nothing needs one and much is attacked by it. */
export const xmlReader = (): DocumentReader => {
  const parser = new SaxesParser({ xmlns: true })
  const events = new XmlEvents()
  parser.on('error', ({ message }) => { throw malformed(message) })
  parser.on('doctype', () => { throw malformed('A document type is not taken: leave <!DOCTYPE> out.') })
  parser.on('opentag', (tag) => events.begin(tag))
  parser.on('text', (text) => events.text(text))
  parser.on('cdata', (text) => events.text(text))
  parser.on('closetag', () => events.end())
  return {
    notation: 'XML',
    push: (chunk) => {
      parser.write(chunk)
      return events.ready.splice(0)
    },
    end: () => {
      parser.close()
      return documentOf(events)
    },
  }
}
