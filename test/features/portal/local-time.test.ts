import { describe, expect, it } from 'vitest'
import { dayFromToday, daysUntil, twoTimes } from '../../../portal/ui/local-time.ts'

describe('twoTimes', () => {
  it('gives the place’s own clock beside UTC, across midnight and the year', () => {
    expect(twoTimes('2025-12-31T23:00:00.000Z', '+08:00')).toEqual({ day: '2026-01-01', clock: '07:00', utcDay: '2025-12-31', utcClock: '23:00' })
    expect(twoTimes('2026-01-01T02:15:00.000Z', '-05:30')).toMatchObject({ day: '2025-12-31', clock: '20:45' })
    expect(twoTimes('2026-01-01T02:15:00+02:00', 'Z')).toMatchObject({ day: '2026-01-01', clock: '00:15' })
  })
})

describe('days', () => {
  const today = new Date(2026, 10, 22, 23, 30)
  it('are counted by the calendar, not by hours', () => {
    expect([daysUntil('2026-11-22', today), daysUntil('2026-11-23', today), daysUntil('2026-10-31', today)]).toEqual([0, 1, -22])
  })
  it('are added by the calendar', () => { expect(dayFromToday(90, today)).toBe('2027-02-20') })
})
