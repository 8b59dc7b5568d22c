import { isDigits } from './characters.ts'

/** How the parts of a date stand in a text; each letter stands for one digit, J for the day of the year. */
export type DateFormat = 'YYMMDD' | 'YYMMDDHH' | 'YYMMDDHHMI' | 'MMYY' | 'MMDDYY' | 'YYJJJ' | 'YYJJJHH' | 'YYYYMMDD'

/** A day `YYYY-MM-DD` and, where the format carries one, a time `YYYY-MM-DDTHH:MM`. */
export interface ReadDate { day: string; time?: string }

/** GS1 General Specifications 7.12: two digits mean a year from 49 years back to 50 years ahead of today. */
export function fullYear(twoDigits: number, today: Date): number {
  const now = today.getUTCFullYear()
  const difference = twoDigits - (now % 100)
  const century = now - (now % 100)
  if (difference >= 51) return century - 100 + twoDigits
  if (difference <= -50) return century + 100 + twoDigits
  return century + twoDigits
}

/** Days of a month; months count from 1. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day as `YYYY-MM-DD`, or undefined where the calendar has none. Day 0 is the month's last. */
export function calendarDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12) return undefined
  const last = daysInMonth(year, month)
  if (day > last) return undefined
  return `${padded(year, 4)}-${padded(month)}-${padded(day || last)}`
}

/** The n-th day of a year (1 is January 1st), or undefined where the year has none. */
export function dayOfYear(year: number, ordinal: number): string | undefined {
  const date = new Date(Date.UTC(year, 0, ordinal))
  return ordinal >= 1 && date.getUTCFullYear() === year ? date.toISOString().slice(0, 10) : undefined
}

/** Reads a date of the given format; undefined where length, digits or calendar are against it. A month alone means its last day. */
export function readDate(text: string, format: DateFormat, today: Date): ReadDate | undefined {
  if (text.length !== format.length || !isDigits(text)) return undefined
  const part = (letters: string): number | undefined => {
    const at = format.indexOf(letters)
    return at < 0 ? undefined : Number(text.slice(at, at + letters.length))
  }
  const year = part('YYYY') ?? fullYear(part('YY') ?? 0, today)
  const ordinal = part('JJJ')
  const day = ordinal === undefined ? calendarDay(year, part('MM') ?? 0, part('DD') ?? 0) : dayOfYear(year, ordinal)
  return day === undefined ? undefined : withTime(day, part('HH'), part('MI'))
}

function withTime(day: string, hour: number | undefined, minute = 0): ReadDate | undefined {
  if (hour === undefined) return { day }
  if (hour > 23 || minute > 59) return undefined
  return { day, time: `${day}T${padded(hour)}:${padded(minute)}` }
}

function padded(number: number, width = 2): string {
  return String(number).padStart(width, '0')
}
