import { type IdentifierScheme, UnusableRecord } from './catalog-record.ts'
import { deviceIdentifierCode } from './device-identifier-code.ts'
import type { PackageLevel } from './package-units.ts'
import { count, type Fields, group, list, text } from './record-fields.ts'

/** The scheme of the agency that issued the identifier; AHM's is recognised and not parsed. */
export const schemeOf = (device: Fields): IdentifierScheme => {
  const agency = text(device, 'cpbsbmtxmc') ?? ''
  if (/GS1/i.test(agency)) return 'GS1'
  if (/\bMA\b|ZIIOT|中关村/i.test(agency)) return 'MA'
  if (/AHM|阿里健康/i.test(agency)) return 'PLAIN'
  throw new UnusableRecord(`issuing agency (cpbsbmtxmc) ${agency || '(none)'} is unknown`)
}

/** The smallest sales unit first, then its unit of use, its direct mark and its packages. */
export const levelsOf = (device: Fields, scheme: IdentifierScheme): PackageLevel[] => {
  const at = (fields: Fields, name: string): string | undefined => {
    const code = text(fields, name)
    return code && deviceIdentifierCode(code, scheme)
  }
  const level = (type: PackageLevel['type'], code: string | undefined, rest: Partial<PackageLevel> = {}): PackageLevel[] =>
    code ? [{ code, scheme, type, ...rest }] : []
  const packages = list(group(device, 'packingList'), 'packing').flatMap((packing) =>
    level('PACKAGE', at(packing, 'bzcpbs'), {
      level: text(packing, 'cpbzjb'),
      contains: at(packing, 'bznhxyjbzcpbs'),
      quantity: count(packing, 'bznhxyjcpbssl'),
    }))
  return [
    ...level('PRIMARY', at(device, 'zxxsdycpbs')),
    ...level('UNIT_OF_USE', at(device, 'sydycpbs')),
    ...level('DIRECT_MARK', at(device, 'btcpbs')),
    ...packages,
  ]
}
