/** The day on which every story is written; a demo loaded on another day is moved as a whole. */
export const demoDay = '2026-11-22'

/** The IANA zone whose wall clock the people of a country read. */
const zones: Readonly<Record<string, string>> = {
  CN: 'Asia/Shanghai',
  DE: 'Europe/Berlin',
  SG: 'Asia/Singapore',
  US: 'America/Los_Angeles',
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** A zone's distance from UTC at a moment, as EPCIS writes it: +08:00. */
const offsetAt = (zone: string, moment: number): string => {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(moment)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  return name === 'GMT' ? '+00:00' : name.slice(3)
}

export interface Moment {
  readonly eventTime: string
  readonly timeZoneOffset: string
}

/** Turns the days of the stories into days around the day on which the demo is loaded. */
export class Calendar {
  private readonly shift: number

  /** @param today the day, YYYY-MM-DD, that takes the place of {@link demoDay} */
  constructor(today: string) {
    this.shift = midnight(today) - midnight(demoDay)
    if (Number.isNaN(this.shift)) throw new RangeError(`${today} is no day: YYYY-MM-DD is expected`)
  }

  day(written: string): string {
    return new Date(midnight(written) + this.shift).toISOString().slice(0, 10)
  }

  /** @param written wall-clock time, `2026-05-10 15:02`, in the country's zone */
  moment(written: string, country: string): Moment {
    const [day = '', time = ''] = written.split(' ')
    const local = `${this.day(day)}T${time}:00.000`
    const timeZoneOffset = offsetAt(zones[country] ?? 'UTC', Date.parse(`${local}Z`))
    return { eventTime: new Date(`${local}${timeZoneOffset}`).toISOString(), timeZoneOffset }
  }
}
