import { isObject, type LdContext } from './epcis-event.type.ts'

/** What EPCIS's own context gives a meaning to. */
const own: Readonly<Record<string, string>> = {
  gs1: 'https://gs1.org/voc/', cbv: 'https://ref.gs1.org/cbv/', cbvmda: 'urn:epcglobal:cbv:mda:', epcis: 'https://ref.gs1.org/epcis/', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
}

export type Namespaces = Readonly<Record<string, string>>

/** Prefixes and their namespaces, of contexts from the document's down to the event's: the inner one counts. */
export const namespacesOf = (...contexts: readonly (LdContext | undefined)[]): Namespaces => {
  const found: Record<string, string> = { ...own }
  for (const entry of contexts.flat()) {
    if (!isObject(entry)) continue
    for (const [prefix, meaning] of Object.entries(entry)) if (typeof meaning === 'string') found[prefix] = meaning
  }
  return found
}

const cut = (name: string): [prefix: string, local: string] => {
  const at = name.indexOf(':')
  return [name.slice(0, Math.max(0, at)), name.slice(at + 1)]
}

/** The name of an extension as `{namespace}name`; a name without a known prefix as it is. */
export const qualifiedName = (name: string, namespaces: Namespaces): string => {
  const [prefix, local] = cut(name)
  const space = Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined
  return space === undefined ? name : `{${space}}${local}`
}

/** A value that begins with a known prefix as the URI that it means. */
export const expandedValue = (value: string, namespaces: Namespaces): string => {
  const [prefix, local] = cut(value)
  const space = Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined
  return space === undefined ? value : space + local
}
