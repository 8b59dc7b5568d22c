import { caseClockTable } from './case-clock-table.ts'
import { type Actor, type CaseClockRow, type CaseTrigger, type ClockRow, type Jurisdiction, zoneOf } from './clock-row.ts'
import { dayAt, isDay, type OwnVersion, rowsInForce } from './clock-versions.rules.ts'
import { endOfDay, plusDays, plusWorkingDays } from './days.rules.ts'
import { calendars } from './holidays.ts'

export const seriousOutcomes: ReadonlySet<string> = new Set(['LIFE_THREATENING', 'HOSPITALISATION', 'DISABILITY', 'CONGENITAL_ANOMALY', 'INTERVENTION_REQUIRED', 'OTHER_SERIOUS'])

/** Of a case, what the clocks ask. */
export interface ClockFacts {
  readonly outcomes: readonly string[]
  readonly couldHaveCausedHarm: boolean
  readonly groupEvent: boolean
  /** ISO 3166-1 alpha-2; null where it is not known. */
  readonly occurredIn: string | null
  /** Markets in which the product is registered: country codes, and EU. */
  readonly marketedIn: readonly string[]
  /** Found by the maker's assessment. */
  readonly publicThreat: boolean
  readonly remedialAction: boolean
  readonly unexpected: boolean
}

/** Since when an actor knows: a day where only that was told, or a moment. */
export interface Awareness {
  readonly actor: Actor
  readonly since: string
}

export interface DueClock {
  readonly row: ClockRow
  readonly startsOn: string
  readonly dueOn: string
  /** False where the deadline reaches beyond the years whose holidays are known: then it may be later. */
  readonly calendarKnown: boolean
}

const isDeath = ({ outcomes }: ClockFacts): boolean => outcomes.includes('DEATH')
const isSerious = ({ outcomes }: ClockFacts): boolean => outcomes.some((outcome) => seriousOutcomes.has(outcome))
const isPotential = (facts: ClockFacts): boolean => facts.couldHaveCausedHarm && !isDeath(facts) && !isSerious(facts)
const isReportable = (facts: ClockFacts): boolean => isDeath(facts) || isSerious(facts) || isPotential(facts)

const isSo: Record<CaseTrigger, (facts: ClockFacts) => boolean> = {
  DEATH: isDeath,
  DEATH_OR_UNEXPECTED: (facts) => isDeath(facts) || (isSerious(facts) && facts.unexpected),
  SERIOUS: (facts) => isSerious(facts) && !isDeath(facts),
  POTENTIAL: isPotential,
  REMEDIAL_ACTION: (facts) => facts.remedialAction && isReportable(facts),
  PUBLIC_THREAT: (facts) => facts.publicThreat,
  GROUP: ({ groupEvent }) => groupEvent,
  ABROAD: isReportable,
}

const europe: ReadonlySet<string> = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO TR'.split(' '))

export const isInEurope = (country: string): boolean => europe.has(country)

/** Where the rules of a jurisdiction apply: by place of the event; FDA's also to events abroad with what is marketed in the US (803.12). */
const applies = ({ jurisdiction, triggers }: CaseClockRow, { occurredIn, marketedIn }: ClockFacts): boolean => {
  const abroad = triggers.includes('ABROAD')
  const places: Record<Jurisdiction, boolean> = {
    US: occurredIn === 'US' || marketedIn.includes('US'),
    EU: occurredIn !== null && isInEurope(occurredIn),
    CN: abroad ? occurredIn !== 'CN' && occurredIn !== null && marketedIn.includes('CN') : occurredIn === 'CN',
  }
  return places[jurisdiction]
}

const isCalendarKnown = ({ limit }: ClockRow, last: string): boolean => !('workingDays' in limit) || Number(last.slice(0, 4)) <= calendars[limit.calendar].years[1]

/**
 * When a row's time is over: the day from which it counts does not count itself; a day ends where the authority is. Hours
 * count from the moment, or from the day's beginning there.
 * @param since a day, or a moment in UTC
 */
export const dueOf = (row: ClockRow, since: string): DueClock => {
  const { limit, jurisdiction } = row
  const zone = zoneOf[jurisdiction]
  const startsOn = dayAt(since, jurisdiction)
  if ('hours' in limit) {
    const start = isDay(since) ? Date.parse(endOfDay(plusDays(since, -1), zone)) + 1 : Date.parse(since)
    return { row, startsOn, dueOn: new Date(start + limit.hours * 3_600_000).toISOString(), calendarKnown: true }
  }
  const last = 'days' in limit ? plusDays(startsOn, limit.days) : plusWorkingDays(startsOn, limit.workingDays, limit.calendar)
  return { row, startsOn, dueOn: endOfDay(last, zone), calendarKnown: isCalendarKnown(row, last) }
}

export const soonestFirst = (clocks: readonly DueClock[]): DueClock[] => [...clocks].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))

/**
 * The deadlines of one actor for one case, soonest first: from the table's rows, or its own versions of them, as they
 * stand on the day it became aware. Only a help: a person decides what is reported, and each row names its source.
 */
export const clocksFor = (facts: ClockFacts, { actor, since }: Awareness, own: readonly OwnVersion[] = [], table: readonly CaseClockRow[] = caseClockTable): DueClock[] =>
  soonestFirst(rowsInForce(table, own, since)
    .filter((row) => row.actors.includes(actor) && applies(row, facts) && row.triggers.some((trigger) => isSo[trigger](facts)))
    .map((row) => dueOf(row, since)))

export type ClockState = 'MET' | 'LATE' | 'OVERDUE' | 'DUE_SOON' | 'RUNNING'

/** How a clock stands: due soon in its last third, at most three days before its end. */
export const clockState = ({ startsOn, dueOn }: { startsOn: string; dueOn: string }, metOn: string | null, now: string): ClockState => {
  if (metOn !== null) return metOn <= dueOn ? 'MET' : 'LATE'
  if (now > dueOn) return 'OVERDUE'
  const left = Date.parse(dueOn) - Date.parse(now)
  return left < Math.min((Date.parse(dueOn) - Date.parse(startsOn)) / 3, 3 * 86_400_000) ? 'DUE_SOON' : 'RUNNING'
}
