import type { ClockRule, ClockRuleVersion } from './clock.type.ts'
import type { ClockRow } from './clock-row.ts'
import { clockTable } from './clock-table.ts'
import { amountOf, covers, dayAt, type OwnVersion, versionOn } from './clock-versions.rules.ts'

const defaultVersion = ({ limit, title, titleZh, recipient, source, verified, validFrom, validTo }: ClockRow): Omit<ClockRuleVersion, 'inForce'> =>
  ({ id: null, version: 0, ...amountOf(limit), title, titleZh, recipient, source, verified, validFrom, validTo, reason: null, at: null })

const versionsOf = (row: ClockRow, own: readonly OwnVersion[], now: string): ClockRuleVersion[] => {
  const today = dayAt(now, row.jurisdiction)
  const counts = versionOn(own, row.id, today)?.version ?? 0
  const base = defaultVersion(row)
  return [...own.filter(({ rule }) => rule === row.id).reverse(), base].map((version) => ({ ...version, inForce: version.version === counts && (counts > 0 || covers(row, today)) }))
}

/** Every rule with all its versions, the newest first, and which of them counts today. */
export const rulesShown = (own: readonly OwnVersion[], now: string): ClockRule[] =>
  clockTable.map((row) => ({ rule: row.id, about: row.about, jurisdiction: row.jurisdiction, actors: [...row.actors], triggers: [...row.triggers], versions: versionsOf(row, own, now) }))
