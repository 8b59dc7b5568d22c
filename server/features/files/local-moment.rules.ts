import { zoneFormats } from '../../kernel/zone-formats.ts'

const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

const formatOf = zoneFormats('en-US', { hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })

/** Whether there is such a time zone (IANA, as `Asia/Shanghai`). */
export const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(formatOf(name))
  } catch {
    return false
  }
}

/** What the clocks of a zone show at an instant, as if it were UTC. */
const shownAt = (instant: number, timeZone: string): number => {
  const parts = Object.fromEntries(formatOf(timeZone).formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'], parts['hour'], parts['minute'], parts['second'])
}

/** The instant at which a zone's clocks show this; of an hour that a clock change repeats, the first. */
const instantShowing = (shown: number, timeZone: string): number => {
  const guess = shown - (shownAt(shown, timeZone) - shown)
  return shown - (shownAt(guess, timeZone) - guess)
}

interface Written {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number | undefined
  readonly minute: number
  readonly second: number
  readonly zone: string | undefined
}

const read = (text: string): Written | undefined => {
  const [, year, month, day, hour, minute = '0', second = '0', zone] = written.exec(text.normalize('NFKC').trim()) ?? []
  if (year === undefined) return undefined
  const all = { year: Number(year), month: Number(month), day: Number(day), hour: hour === undefined ? undefined : Number(hour), minute: Number(minute), second: Number(second), zone }
  const date = new Date(Date.UTC(all.year, all.month - 1, all.day))
  const exists = date.getUTCMonth() === all.month - 1 && date.getUTCDate() === all.day && (all.hour ?? 0) < 24 && all.minute < 60 && all.second < 60
  return exists ? all : undefined
}

/** A day as `YYYY-MM-DD`, written with hyphens, slashes, dots or 年月日; a time behind it is left out. Undefined where it is none. */
export const isDay = (text: string): string | undefined => {
  const all = read(text)
  return all && new Date(Date.UTC(all.year, all.month - 1, all.day)).toISOString().slice(0, 10)
}

/**
 * An instant: ISO 8601, or a local time as spreadsheets write it. A day alone is its beginning there, or now where it is
 * today, since what was reported before it on the same day came before it. Undefined where it is none.
 * @param timeZone of a text that names none
 */
export const instantOf = (text: string, timeZone: string, now: Date): Date | undefined => {
  const all = read(text)
  if (all === undefined) return undefined
  const shown = Date.UTC(all.year, all.month - 1, all.day, all.hour ?? 0, all.minute, all.second)
  if (all.zone !== undefined) return new Date(`${new Date(shown).toISOString().slice(0, 19)}${/^z$/i.test(all.zone) ? 'Z' : all.zone.replace(/^(...)(\d\d)$/, '$1:$2')}`)
  const isToday = new Date(shownAt(now.getTime(), timeZone)).toISOString().slice(0, 10) === new Date(shown).toISOString().slice(0, 10)
  return all.hour === undefined && isToday ? now : new Date(instantShowing(shown, timeZone))
}
