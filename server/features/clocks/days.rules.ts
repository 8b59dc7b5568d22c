import { zoneFormats } from '../../kernel/zone-formats.ts'
import { calendars, type CalendarCountry } from './holidays.ts'

const day = 86_400_000

/** `YYYY-MM-DD` so many days later. */
export const plusDays = (from: string, days: number): string => new Date(Date.parse(from) + days * day).toISOString().slice(0, 10)

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay())

export const isWorkingDay = (date: string, country: CalendarCountry): boolean => {
  const { off, worked } = calendars[country]
  return worked.has(date) || (!isWeekend(date) && !off.has(date))
}

/** The n-th working day after a day, which itself does not count. */
export const plusWorkingDays = (from: string, days: number, country: CalendarCountry): string => {
  let date = from
  for (let left = days; left > 0;) {
    date = plusDays(date, 1)
    if (isWorkingDay(date, country)) left -= 1
  }
  return date
}

const formatOf = zoneFormats('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Milliseconds by which a zone's clocks are ahead of UTC at a moment. */
const aheadAt = (moment: number, zone: string): number => Date.parse(`${formatOf(zone).format(moment).replace(' ', 'T')}Z`) - Math.floor(moment / 1_000) * 1_000

/** The day that it is in a time zone at a moment. */
export const dayIn = (moment: string, zone: string): string => formatOf(zone).format(new Date(moment)).slice(0, 10)

/** The last millisecond of a day in a time zone, in UTC: a clock change within the day counts. */
export const endOfDay = (date: string, zone: string): string => {
  const wall = Date.parse(`${date}T23:59:59.999Z`)
  return new Date(wall - aheadAt(wall - aheadAt(wall, zone), zone)).toISOString()
}
