import { canonicalId, elementsOf } from './epc-id.rules.ts'

const encoded = (value: string): string => encodeURIComponent(value).replace(/%(3A|3B|3D|2B|2C)/g, (code) => decodeURIComponent(code))

/** The company prefix with which digits begin, the longest that is known. */
const cut = (digits: string, prefixes: ReadonlySet<string>): [company: string, rest: string] | undefined => {
  for (let length = 12; length >= 4; length--) {
    if (digits.length >= length && prefixes.has(digits.slice(0, length))) return [digits.slice(0, length), digits.slice(length)]
  }
  return undefined
}

type Shape = (value: string, qualifier: string | undefined, prefixes: ReadonlySet<string>) => string | undefined

/** A key of 13 digits with its check digit, and what follows: company, reference, serial. */
const withSerial = (scheme: string, from = 0): Shape => (value, _qualifier, prefixes) => {
  const found = cut(value.slice(from, from + 12), prefixes)
  return found && `urn:epc:id:${scheme}:${found.join('.')}.${encoded(value.slice(from + 13))}`
}

/** An indicator, 12 digits and a check digit, as in GTIN and SSCC: the indicator begins the reference. */
const indicated = (digits: string, prefixes: ReadonlySet<string>): string | undefined => {
  const found = cut(digits.slice(1, -1), prefixes)
  return found && `${found[0]}.${digits.charAt(0)}${found[1]}`
}

const trade: Shape = (value, qualifier, prefixes) => {
  const item = indicated(value, prefixes)
  if (item === undefined) return undefined
  const [key, number] = qualifier?.split('|') ?? []
  if (key === '21') return `urn:epc:id:sgtin:${item}.${encoded(number ?? '')}`
  if (key === '10') return `urn:epc:class:lgtin:${item}.${encoded(number ?? '')}`
  return key === undefined ? `urn:epc:idpat:sgtin:${item}.*` : undefined
}

const location: Shape = (value, qualifier, prefixes) => {
  const found = cut(value.slice(0, 12), prefixes)
  return found && `urn:epc:id:sgln:${found.join('.')}.${encoded(qualifier?.split('|')[1] ?? '0')}`
}

const shapes: Readonly<Record<string, Shape>> = {
  '00': (value, _qualifier, prefixes) => { const unit = indicated(value, prefixes); return unit && `urn:epc:id:sscc:${unit}` },
  '01': trade,
  414: location,
  417: (value, _qualifier, prefixes) => { const found = cut(value.slice(0, 12), prefixes); return found && `urn:epc:id:pgln:${found.join('.')}` },
  8003: withSerial('grai', 1),
  253: withSerial('gdti'),
  8004: (value, _qualifier, prefixes) => { const found = cut(value, prefixes); return found && `urn:epc:id:giai:${found[0]}.${encoded(found[1])}` },
}

/** A Digital Link as EPC URN (TDS 1.13), where the company prefix is one of those known; any other text as it is. */
export const epcUrn = (id: string, prefixes: ReadonlySet<string>): string => {
  if (id.startsWith('urn:')) return id
  const [key, qualifier] = elementsOf(canonicalId(id))
  return (key && shapes[key.key]?.(key.value, qualifier && `${qualifier.key}|${qualifier.value}`, prefixes)) ?? id
}
