import { aiOf } from '../identify/gs1-ai.ts'
import { readEpcUrn } from '../identify/epc-urn.ts'
import { readDigitalLink } from '../identify/gs1-digital-link.ts'
import { labelInput } from '../identify/input.ts'
import type { LabelElement } from '../identify/label.ts'

const today = new Date(0)

const shaped = /^(urn:epc:|https?:\/\/)/i

/** The elements that an EPC URN or the path of a GS1 Digital Link names; none for any other text. */
export const elementsOf = (uri: string): readonly LabelElement[] => {
  if (!shaped.test(uri)) return []
  const input = labelInput(uri.split(/[?#]/, 1)[0] ?? '')
  const draft = readEpcUrn(input, today) ?? readDigitalLink(input, today)
  const elements = draft?.label(uri).elements ?? []
  return aiOf(elements[0]?.key ?? '')?.linkKey ? elements : []
}

// What the Digital Link standard (table 7-1) wants escaped and encodeURIComponent leaves, and the other way round.
const escaped = (value: string): string =>
  encodeURIComponent(value).replace(/[!()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%3B', ';').replaceAll('%3D', '=')

/** A serial number says more than the lot, and the consumer product variant says nothing (CBV 2.0, 8.9.2). */
const finest = (elements: readonly LabelElement[]): readonly LabelElement[] => {
  const serial = elements.some(({ key }) => key === '21')
  return elements.filter(({ key }) => key !== '22' && !(serial && key === '10'))
}

/**
 * The one form in which the hub compares identifiers: a canonical GS1 Digital Link URI (`https://id.gs1.org/01/…/21/…`) for
 * an EPC URN of any kind (id, class, pattern) and for a Digital Link on any domain; every other text as it is.
 */
export const canonicalId = (uri: string): string => {
  const elements = finest(elementsOf(uri))
  return elements.length === 0 ? uri : `https://id.gs1.org/${elements.map(({ key, value }) => `${key}/${escaped(value)}`).join('/')}`
}

/** The GLN of a place or party that an identifier names; undefined where it names none. */
export const glnOf = (uri: string): string | undefined => elementsOf(uri).find(({ key }) => key === '414' || key === '417')?.value

/** The company prefix of an EPC URN, whose length nothing else tells; undefined for any other text. */
export const companyPrefixOf = (uri: string): string | undefined => /^urn:epc:(?:id|class|idpat):[a-z]+:(\d{4,12})\./.exec(uri)?.[1]
