import { UnusableRecord, type CatalogIdentifier } from './catalog-record.ts'

/** An identifier as the register gives it: `quantity` counts what the next lower level is inside, not devices. */
export interface PackageLevel extends Omit<CatalogIdentifier, 'units'> {
  quantity?: number
}

const bare = ({ quantity: _, ...identifier }: PackageLevel): CatalogIdentifier => identifier

/** One level for each code. A direct mark that repeats the primary code adds nothing; a package that does is a mistake. */
const byCode = (levels: readonly PackageLevel[]): Map<string, PackageLevel> => {
  const known = new Map<string, PackageLevel>()
  for (const level of levels) {
    if (!known.has(level.code)) known.set(level.code, level)
    else if (level.type === 'PACKAGE') throw new UnusableRecord(`package ${level.code} is listed twice`)
  }
  return known
}

/**
 * Multiplies the counts of each package down its chain to devices.
 * @param devices how many devices the primary package holds
 * @returns the identifiers with `units`; without, where a chain leads to a level that the record does not have
 * @throws UnusableRecord where a package contains itself or is listed twice
 */
export const withUnits = (levels: readonly PackageLevel[], devices: number): CatalogIdentifier[] => {
  const known = byCode(levels)
  const counted = new Map<string, number | undefined>()
  const open = new Set<string>()

  const inside = ({ code, contains, quantity }: PackageLevel): number | undefined => {
    if (open.has(code)) throw new UnusableRecord(`package ${code} contains itself`)
    open.add(code)
    const lower = unitsOf(known.get(contains ?? ''))
    return lower && quantity && lower * quantity
  }
  const unitsOf = (level: PackageLevel | undefined): number | undefined => {
    if (!level) return undefined
    if (level.type === 'UNIT_OF_USE' || level.type === 'DIRECT_MARK') return 1
    if (level.type !== 'PACKAGE') return devices
    if (!counted.has(level.code)) counted.set(level.code, inside(level))
    return counted.get(level.code)
  }

  return [...known.values()].map((level) => ({ ...bare(level), units: unitsOf(level) }))
}
