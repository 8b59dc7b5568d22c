import { type ClockRow, type Jurisdiction, type Limit, type RuleWords, zoneOf } from './clock-row.ts'
import { dayIn } from './days.rules.ts'
import type { CalendarCountry } from './holidays.ts'

export const limitUnits = ['HOURS', 'DAYS', 'WORKING_DAYS'] as const
export type LimitUnit = (typeof limitUnits)[number]

/** An organization's own version of a rule: never changed, and in force on the days that it names. */
export interface OwnVersion extends RuleWords {
  readonly id: string
  readonly rule: string
  /** From 1 on; of two that name a day the later counts. */
  readonly version: number
  readonly limit: number
  readonly unit: LimitUnit
  readonly reason: string
  readonly at: string
}

/** Whose holidays count; the Union has no calendar of its own. */
export const calendarOf: Readonly<Partial<Record<Jurisdiction, CalendarCountry>>> = { US: 'US', CN: 'CN' }

export const amountOf = (limit: Limit): { readonly limit: number; readonly unit: LimitUnit } =>
  'hours' in limit ? { limit: limit.hours, unit: 'HOURS' } : 'days' in limit ? { limit: limit.days, unit: 'DAYS' } : { limit: limit.workingDays, unit: 'WORKING_DAYS' }

const limitOf = (version: OwnVersion, jurisdiction: Jurisdiction): Limit => {
  if (version.unit === 'HOURS') return { hours: version.limit }
  const calendar = calendarOf[jurisdiction]
  return version.unit === 'WORKING_DAYS' && calendar ? { workingDays: version.limit, calendar } : { days: version.limit }
}

/** Whether a row or version is valid on a day. */
export const covers = ({ validFrom, validTo }: Pick<RuleWords, 'validFrom' | 'validTo'>, day: string): boolean => validFrom <= day && (validTo === null || day <= validTo)

/** The own version of a rule that is in force on a day; the latest of several. */
export const versionOn = (own: readonly OwnVersion[], rule: string, day: string): OwnVersion | undefined =>
  own.filter((version) => version.rule === rule && covers(version, day)).reduce<OwnVersion | undefined>((last, version) => (last && last.version > version.version ? last : version), undefined)

/** A rule with what an own version says instead; to whom it applies, and when, stays the regulation's. */
const revised = <Row extends ClockRow>(row: Row, version: OwnVersion): Row => {
  const { title, titleZh, recipient, source, verified, validFrom, validTo, version: number } = version
  return { ...row, limit: limitOf(version, row.jurisdiction), title, titleZh, recipient, source, verified, validFrom, validTo, version: number }
}

/** A day alone, and no moment. */
export const isDay = (since: string): boolean => since.length === 10

/** The day that it is where a rule's authority is. */
export const dayAt = (since: string, jurisdiction: Jurisdiction): string => (isDay(since) ? since : dayIn(since, zoneOf[jurisdiction]))

/** The rows as they stand for what starts at a day or moment, so that what has started keeps its version. */
export const rowsInForce = <Row extends ClockRow>(table: readonly Row[], own: readonly OwnVersion[], since: string): Row[] =>
  table.flatMap((row) => {
    const day = dayAt(since, row.jurisdiction)
    const version = versionOn(own, row.id, day)
    if (version) return [revised(row, version)]
    return covers(row, day) ? [row] : []
  })
