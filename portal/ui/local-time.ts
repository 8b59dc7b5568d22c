/** A moment as people at the place saw it, and in UTC. */
export interface TwoTimes { day: string, clock: string, utcDay: string, utcClock: string }

/**
 * Splits a moment into local and UTC parts.
 * @param moment ISO 8601 with an offset
 * @param offset the place's own offset, `+08:00`, as EPCIS 2.0 records it (eventTimeZoneOffset); the reader's where there is none
 */
export function twoTimes(moment: string, offset?: string | null): TwoTimes {
  const utc = new Date(moment)
  const minutes = offset ? offsetMinutes(offset) : -utc.getTimezoneOffset()
  const local = new Date(utc.getTime() + minutes * 60_000).toISOString()
  const plain = utc.toISOString()
  return { day: local.slice(0, 10), clock: local.slice(11, 16), utcDay: plain.slice(0, 10), utcClock: plain.slice(11, 16) }
}

/** Whole days from today to a `YYYY-MM-DD`; negative once it has passed. */
export function daysUntil(day: string, today = new Date()): number {
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())
  return Math.round((Date.parse(`${day}T00:00:00Z`) - start) / 86_400_000)
}

/** `YYYY-MM-DD`, so many days from today. */
export function dayFromToday(days: number, today = new Date()): string {
  return new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + days)).toISOString().slice(0, 10)
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0
  const sign = offset.startsWith('-') ? -1 : 1
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)))
}
