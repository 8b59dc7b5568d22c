import { UnusableRecord, type IdentifierScheme, type IdentifierType } from './catalog-record.ts'

/** The scheme of GUDID's issuing agency; NDC/NHRIC codes have no rules that the hub checks. */
export const schemeOfAgency = (agency: string | undefined): IdentifierScheme => {
  const known: Record<string, IdentifierScheme> = { GS1: 'GS1', HIBCC: 'HIBC', ICCBBA: 'ICCBBA', 'NDC/NHRIC': 'PLAIN' }
  const scheme = known[agency ?? '']
  if (!scheme) throw new UnusableRecord(`issuing agency ${agency ?? '(none)'} is unknown`)
  return scheme
}

export const typeOfIdentifier = (type: string | undefined): IdentifierType => {
  const known: Record<string, IdentifierType> = {
    Primary: 'PRIMARY', Package: 'PACKAGE', Secondary: 'SECONDARY', Previous: 'PREVIOUS',
    'Direct Marking': 'DIRECT_MARK', 'Unit of Use': 'UNIT_OF_USE',
  }
  const found = known[type ?? '']
  if (!found) throw new UnusableRecord(`identifier type ${type ?? '(none)'} is unknown`)
  return found
}

/** FDA's device class 1–3 as I–III, the strictest of a device's product codes; U, N and f are no class. */
export const riskClass = (classes: readonly (string | undefined)[]): string | undefined =>
  ['III', 'II', 'I'].find((_, index) => classes.includes(String(3 - index)))

/** GUDID has no device name: the description names the size and kind, the brand what people call it. */
export const deviceName = (brand = '', model = '', description = ''): string => {
  if (!description || description.length > 160) return `${brand} ${model}`.trim()
  const named = description.toLowerCase().startsWith(brand.toLowerCase())
  return named ? description : `${brand} ${description}`
}

/** What the label says of magnetic resonance (ASTM F2503); undefined where it says nothing. */
export const mriSafety = (status: string | undefined): string | undefined =>
  status?.startsWith('MR ') ? status : undefined

const symbols: Record<string, string> = {
  'Degrees Celsius': '°C', 'Degrees Fahrenheit': '°F', 'Degrees Kelvin': 'K', 'Kilo Pascal': 'kPa', 'Percent (%) Relative Humidity': '% RH',
}

export interface StorageLimits {
  condition?: string
  low?: string
  high?: string
  unit?: string
  special?: string
}

/** One storage or handling condition as a line of text: `Storage Environment Temperature: 15 to 30 °C`. */
export const storageLine = ({ condition, low, high, unit, special }: StorageLimits): string | undefined => {
  if (special) return special
  const range = low && high && low !== high ? `${low} to ${high}` : low && high ? low : low ? `at least ${low}` : high && `at most ${high}`
  return range && `${condition ?? 'Storage'}: ${range} ${symbols[unit ?? ''] ?? unit ?? ''}`.trim()
}

/** A premarket submission as FDA writes it: K094035, P950002/S001. */
export const submissionNumber = (number: string, supplement = '000'): string =>
  /^0*$/.test(supplement) ? number : `${number}/S${supplement}`

/** A register's version as text that compares as the versions follow each other. */
export const versionText = (day = '0000-00-00', number = 0): string => `${day}|${String(number).padStart(6, '0')}`
