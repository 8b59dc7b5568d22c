import { isInEurope } from '../clocks/clock.rules.ts'
import { type Jurisdiction, jurisdictions } from '../clocks/clock-row.ts'
import type { OwnVersion } from '../clocks/clock-versions.rules.ts'
import { clocksForRecall, type RecallLevel } from '../clocks/recall-clock.rules.ts'
import { type Filed, shownClock } from '../clocks/shown-clock.ts'
import type { RecallAuthority } from './authority.type.ts'

interface Recorded {
  readonly jurisdiction: Jurisdiction
  readonly level: RecallLevel | null
  readonly authority: string | null
  readonly reference: string | null
  readonly decidedOn: string | null
}

export interface RecallFactsByAuthority {
  readonly id: string
  readonly maker: string
  readonly reference: string
  readonly title: string
  readonly titleZh: string | null
  readonly classification: RecallLevel
  readonly approvedAt: string | null
  readonly closedAt: string | null
  /** Where its products are registered: country codes, and EU. */
  readonly markets: readonly string[]
  /** Of who has a notice. */
  readonly countries: readonly (string | null)[]
  readonly recorded: readonly Recorded[]
  readonly filed: readonly Filed[]
}

/** Where its products are on the market or its devices are, and where somebody has recorded it. */
const standsBefore = ({ markets, countries, recorded }: RecallFactsByAuthority, jurisdiction: Jurisdiction): boolean =>
  markets.includes(jurisdiction) || recorded.some((it) => it.jurisdiction === jurisdiction) ||
  countries.some((country) => country !== null && (jurisdiction === 'EU' ? isInEurope(country) : country === jurisdiction))

const levelOf = (jurisdiction: Jurisdiction, level: RecallLevel): RecallLevel | null => (jurisdiction === 'EU' ? null : level)

/**
 * A recall before each authority, with the maker's deadlines. Where nobody has recorded a level the firm's own class
 * stands for it, and says so: an authority's class is never derived.
 */
export const authoritiesOf = (recall: RecallFactsByAuthority, own: readonly OwnVersion[], now: string): RecallAuthority[] =>
  jurisdictions.filter((jurisdiction) => standsBefore(recall, jurisdiction)).map((jurisdiction) => {
    const recorded = recall.recorded.find((it) => it.jurisdiction === jurisdiction)
    const level = recorded?.level ?? recall.classification
    const decided = recall.approvedAt && (recorded?.decidedOn ?? recall.approvedAt)
    const clocks = clocksForRecall({ jurisdiction, level, decided, completed: recall.closedAt }, own).map((due) => shownClock(due, recall.filed, now))
    return {
      jurisdiction, level: levelOf(jurisdiction, level), levelRecorded: Boolean(recorded?.level), authority: recorded?.authority ?? null, reference: recorded?.reference ?? null, decidedOn: recorded?.decidedOn ?? null, clocks,
    } as RecallAuthority
  })
