import { SaxesParser } from 'saxes'
import { UnusableRecord } from './catalog-record.ts'
import type { Fields } from './record-fields.ts'
import { must } from '../../../kernel/must.ts'

type Value = string | Members | Value[]
interface Members {
  [name: string]: Value
}
interface Element {
  name: string
  text: string
  members: Members
}

/** A device has some sixty elements in five levels. */
const deepest = 16

// Registers write `A & B` as it is. Only what XML itself knows is a reference; whatever else looks like one stays text.
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/g
// Signs that XML does not have, and that the registers' files have all the same.
const disallowed = /[^\P{Cc}\t\r\n]|[\uFFFE\uFFFF]/gu

const add = (members: Members, name: string, value: Value): void => {
  const before = members[name]
  members[name] = before === undefined ? value : [before, value].flat()
}

const valueOf = ({ text, members }: Element): Value => (Object.keys(members).length > 0 ? members : text)

// AccessGUDID's older XML has storage limits as attributes; xmlns and xsi:nil say nothing of the device.
const saying = (attributes: Record<string, string>): Members =>
  Object.assign(Object.create(null), Object.fromEntries(Object.entries(attributes).filter(([name]) => !/^xmlns|:/.test(name))))

/**
 * One element as nested fields: text where it has only text, an array where a name repeats.
 * @throws UnusableRecord where the XML is not well-formed
 */
export const xmlFields = (xml: string): Fields => {
  const parser = new SaxesParser()
  const open: Element[] = []
  let root: Value = ''
  parser.on('error', ({ message }) => {
    throw new UnusableRecord(`it is not well-formed XML (${message})`)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest) throw new UnusableRecord(`it has more than ${deepest} levels`)
    open.push({ name, text: '', members: saying(attributes) })
  })
  const say = (text: string): void => {
    const inside = open.at(-1)
    if (inside) inside.text += text
  }
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => {
    const element = must(open.pop(), 'the element that closes')
    const above = open.at(-1)
    if (above) add(above.members, element.name, valueOf(element))
    else root = valueOf(element)
  })
  parser.write(xml.replace(disallowed, '').replace(strayAmpersand, '&amp;')).close()
  return typeof root === 'object' && !Array.isArray(root) ? root : {}
}
