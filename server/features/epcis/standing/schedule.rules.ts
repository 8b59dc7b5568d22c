import { isObject } from '../epcis-event.type.ts'
import { Problem } from '../problem.ts'

const units = { second: [0, 59], minute: [0, 59], hour: [0, 23], dayOfMonth: [1, 31], month: [1, 12], dayOfWeek: [1, 7] } as const satisfies Record<string, readonly [number, number]>

type Unit = keyof typeof units

/** When a query is run (EPCIS 2.0, 8.2.5.3): numbers, lists and ranges, as `"0,15,[30-45]"`; in UTC, and Monday is 1. */
export type Schedule = Partial<Readonly<Record<Unit, string>>>

export const wrongSubscription = (detail: string): Problem => new Problem('ValidationException', 'The subscription was not kept', detail)

const isUnit = (name: string): name is Unit => Object.hasOwn(units, name)

/** The numbers of one unit. @throws Problem where it has none */
const numbersIn = (unit: Unit, text: string): ReadonlySet<number> => {
  const [least, most] = units[unit]
  const numbers = new Set<number>()
  for (const piece of text.split(',')) {
    const [, one, from = one, until = one] = /^(?:(\d{1,2})|\[(\d{1,2})-(\d{1,2})\])$/.exec(piece.trim()) ?? []
    const [first, last] = [Number(from), Number(until)]
    if (!(first >= least && last <= most && first <= last)) throw wrongSubscription(`schedule.${unit} is a number from ${least} to ${most}, a range as [${least}-${most}], or a list of these with commas.`)
    for (let number = first; number <= last; number += 1) numbers.add(number)
  }
  return numbers
}

type Numbers = Readonly<Record<Unit, ReadonlySet<number>>>

const all = (unit: Unit): string => (unit === 'second' ? '0' : `[${units[unit].join('-')}]`)

const numbersOf = (schedule: Schedule): Numbers =>
  Object.fromEntries(Object.keys(units).filter(isUnit).map((unit) => [unit, numbersIn(unit, schedule[unit] ?? all(unit))])) as Record<Unit, ReadonlySet<number>>

const dayMs = 86_400_000
/** Leap days come again within so many. */
const furthest = 366 * 9

const fits = ({ dayOfMonth, month, dayOfWeek }: Numbers, day: Date): boolean =>
  dayOfMonth.has(day.getUTCDate()) && month.has(day.getUTCMonth() + 1) && dayOfWeek.has(day.getUTCDay() || 7)

const sorted = (numbers: ReadonlySet<number>): number[] => [...numbers].sort((one, other) => one - other)

/** The first moment of a day, in seconds from its beginning and from one of them on. */
const secondIn = ({ hour, minute, second }: Numbers, from: number): number | undefined => {
  for (const hours of sorted(hour)) for (const minutes of sorted(minute)) {
    const begin = hours * 3600 + minutes * 60
    if (begin + 59 < from) continue
    const found = sorted(second).find((seconds) => begin + seconds >= from)
    if (found !== undefined) return begin + found
  }
  return undefined
}

/** The first time of a schedule after another; null where there is none, as on 30 February. */
export const nextTime = (schedule: Schedule, after: Date): Date | null => {
  const numbers = numbersOf(schedule)
  const from = Math.floor(after.getTime() / 1_000) * 1_000 + 1_000
  const today = Math.floor(from / dayMs) * dayMs
  for (let day = today; day < today + furthest * dayMs; day += dayMs) {
    const second = fits(numbers, new Date(day)) ? secondIn(numbers, Math.max(0, (from - day) / 1_000)) : undefined
    if (second !== undefined) return new Date(day + second * 1_000)
  }
  return null
}

/** A subscription's schedule. @throws Problem where it is none, or its time never comes */
export const scheduleIn = (value: unknown): Schedule => {
  const text = 'schedule is an object of second, minute, hour, dayOfMonth, month, dayOfWeek, each a text as "0" or "[9-17]".'
  if (!isObject(value) || Object.keys(value).length === 0 || !Object.entries(value).every(([name, one]) => isUnit(name) && (typeof one === 'string' || typeof one === 'number'))) throw wrongSubscription(text)
  const schedule = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)])) as Schedule
  if (nextTime(schedule, new Date()) === null) throw wrongSubscription('No time fits this schedule.')
  return schedule
}
