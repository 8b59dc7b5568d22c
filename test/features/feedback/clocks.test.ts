import { describe, expect, it } from 'vitest'
import { clockTable } from '../../../server/features/feedback/clock-table.ts'
import { type ClockFacts, clocksFor, clockState } from '../../../server/features/feedback/clock.rules.ts'
import { dayIn, endOfDay, isWorkingDay, plusWorkingDays } from '../../../server/features/feedback/days.rules.ts'

const nothing: ClockFacts = { outcomes: ['NO_HARM'], couldHaveCausedHarm: false, groupEvent: false, occurredIn: 'CN', marketedIn: ['CN'], publicThreat: false, remedialAction: false, unexpected: false }
const due = (facts: Partial<ClockFacts>, actor: Parameters<typeof clocksFor>[1]['actor'], since: string) =>
  clocksFor({ ...nothing, ...facts }, { actor, since }).map(({ row, dueOn }) => `${row.id} ${dueOn}`)

describe('working days', () => {
  it('leave out weekends and federal holidays (803.3)', () => {
    // Friday before Thanksgiving 2026: Mon, Tue, Wed, (Thu off), Fri, Mon.
    expect(plusWorkingDays('2026-11-20', 5, 'US')).toBe('2026-11-30')
    // Independence Day 2026 is a Saturday, observed on Friday.
    expect(isWorkingDay('2026-07-03', 'US')).toBe(false)
    expect(plusWorkingDays('2026-12-23', 10, 'US')).toBe('2027-01-08')
  })

  it('follow China’s holidays and the weekend days worked for them', () => {
    expect(isWorkingDay('2026-02-14', 'CN')).toBe(true)
    expect(isWorkingDay('2026-02-16', 'CN')).toBe(false)
    // From the eve of National Day: 8, 9, 10 (Saturday, worked), 12, 13.
    expect(plusWorkingDays('2026-09-30', 5, 'CN')).toBe('2026-10-13')
  })
})

describe('days end where the authority is', () => {
  it.each([
    ['2026-11-30', 'Asia/Shanghai', '2026-11-30T15:59:59.999Z'],
    ['2026-07-15', 'America/New_York', '2026-07-16T03:59:59.999Z'],
    ['2026-12-15', 'America/New_York', '2026-12-16T04:59:59.999Z'],
    // Clocks go back on 25 October 2026 in Brussels, and on 1 November in New York.
    ['2026-10-25', 'Europe/Brussels', '2026-10-25T22:59:59.999Z'],
    ['2026-11-01', 'America/New_York', '2026-11-02T04:59:59.999Z'],
    ['2026-03-29', 'Europe/Brussels', '2026-03-29T21:59:59.999Z'],
  ])('%s in %s', (day, zone, end) => {
    expect(endOfDay(day, zone)).toBe(end)
  })

  it('begin there too', () => {
    expect(dayIn('2026-11-22T17:30:00.000Z', 'Asia/Shanghai')).toBe('2026-11-23')
    expect(dayIn('2026-11-22T03:30:00.000Z', 'America/New_York')).toBe('2026-11-21')
  })
})

describe('China, SAMR/NHC order 1', () => {
  it('gives hospital, distributor and registrant 7 days for a death, 20 for the rest, each from its own knowledge', () => {
    expect(due({ outcomes: ['DEATH'] }, 'USER_FACILITY', '2026-11-20')).toEqual(['CN_DEATH_7_DAYS 2026-11-27T15:59:59.999Z'])
    expect(due({ outcomes: ['HOSPITALISATION'] }, 'DISTRIBUTOR', '2026-11-20')).toEqual(['CN_SERIOUS_20_DAYS 2026-12-10T15:59:59.999Z'])
    // 01:00 on the 23rd in Shanghai: the registrant's day zero is the 23rd.
    expect(due({ couldHaveCausedHarm: true }, 'MANUFACTURER', '2026-11-22T17:00:00.000Z')).toEqual(['CN_SERIOUS_20_DAYS 2026-12-13T15:59:59.999Z'])
  })

  it('counts a group event by the hour', () => {
    expect(due({ groupEvent: true }, 'USER_FACILITY', '2026-11-22T02:00:00.000Z')).toEqual(['CN_GROUP_12_HOURS 2026-11-22T14:00:00.000Z', 'CN_GROUP_24_HOURS 2026-11-23T02:00:00.000Z'])
    expect(due({ groupEvent: true }, 'USER_FACILITY', '2026-11-22')[0]).toBe('CN_GROUP_12_HOURS 2026-11-22T04:00:00.000Z')
    expect(due({ groupEvent: true }, 'MANUFACTURER', '2026-11-22T02:00:00.000Z')).toHaveLength(3)
  })

  it('gives 30 days for what happened abroad', () => {
    expect(due({ outcomes: ['DEATH'], occurredIn: 'SG' }, 'MANUFACTURER', '2026-11-22')).toEqual(['CN_ABROAD_30_DAYS 2026-12-22T15:59:59.999Z'])
  })

  it('asks nothing where nobody was and could have been harmed', () => {
    expect(due({}, 'USER_FACILITY', '2026-11-22')).toEqual([])
  })
})

describe('EU MDR, Art. 87', () => {
  const german = { occurredIn: 'DE', marketedIn: ['EU'] }
  it('2, 10 and 15 days, for the manufacturer', () => {
    expect(due({ ...german, outcomes: ['DEATH'], publicThreat: true }, 'MANUFACTURER', '2026-11-22')).toEqual(['EU_2_DAYS 2026-11-24T22:59:59.999Z', 'EU_10_DAYS 2026-12-02T22:59:59.999Z'])
    expect(due({ ...german, outcomes: ['INTERVENTION_REQUIRED'] }, 'MANUFACTURER', '2026-11-22')).toEqual(['EU_15_DAYS 2026-12-07T22:59:59.999Z'])
    expect(due({ ...german, outcomes: ['DISABILITY'], unexpected: true }, 'MANUFACTURER', '2026-11-22')[0]).toBe('EU_10_DAYS 2026-12-02T22:59:59.999Z')
    expect(due({ ...german, outcomes: ['DEATH'] }, 'USER_FACILITY', '2026-11-22')).toEqual([])
  })
})

describe('FDA, 21 CFR 803', () => {
  const american = { occurredIn: 'US', marketedIn: ['US'] }
  it('30 calendar days, 5 and 10 work days', () => {
    expect(due({ ...american, outcomes: ['DEATH'] }, 'MANUFACTURER', '2026-11-20')).toEqual(['FDA_30_DAYS 2026-12-21T04:59:59.999Z'])
    expect(due({ ...american, outcomes: ['OTHER_SERIOUS'], remedialAction: true }, 'MANUFACTURER', '2026-11-20')[0]).toBe('FDA_5_WORK_DAYS 2026-12-01T04:59:59.999Z')
    expect(due({ ...american, outcomes: ['DEATH'] }, 'USER_FACILITY', '2026-12-23')).toEqual(['FDA_FACILITY_DEATH 2027-01-09T04:59:59.999Z'])
    expect(due({ ...american, couldHaveCausedHarm: true }, 'IMPORTER', '2026-11-20')).toEqual(['FDA_IMPORTER_30_DAYS 2026-12-21T04:59:59.999Z'])
  })

  it('also for events abroad with what is marketed in the US', () => {
    expect(due({ outcomes: ['DEATH'], occurredIn: 'CN', marketedIn: ['CN', 'US'] }, 'MANUFACTURER', '2026-11-20')).toEqual(['CN_DEATH_7_DAYS 2026-11-27T15:59:59.999Z', 'FDA_30_DAYS 2026-12-21T04:59:59.999Z'])
  })
})

describe('the table', () => {
  it('names its source, and each row once', () => {
    expect(new Set(clockTable.map(({ id }) => id)).size).toBe(clockTable.length)
    for (const { source, validFrom } of clockTable) expect([source.length > 5, /^\d{4}-\d\d-\d\d$/.test(validFrom)]).toEqual([true, true])
  })

  it('is taken as it stood when somebody became aware', () => {
    const [old] = clockTable.filter(({ id }) => id === 'EU_15_DAYS')
    const table = [{ ...old!, validTo: '2027-06-30' }, { ...old!, id: 'EU_30_DAYS', limit: { days: 30 }, validFrom: '2027-07-01' }]
    const facts = { ...nothing, outcomes: ['DISABILITY'], occurredIn: 'DE' }
    expect(clocksFor(facts, { actor: 'MANUFACTURER', since: '2027-06-30' }, table).map(({ row }) => row.id)).toEqual(['EU_15_DAYS'])
    expect(clocksFor(facts, { actor: 'MANUFACTURER', since: '2027-07-01' }, table).map(({ row }) => row.id)).toEqual(['EU_30_DAYS'])
  })

  it('tells how a clock stands', () => {
    const clock = { startsOn: '2026-11-01', dueOn: '2026-11-30T15:59:59.999Z' }
    expect([clockState(clock, null, '2026-11-10T00:00:00.000Z'), clockState(clock, null, '2026-11-29T00:00:00.000Z'), clockState(clock, null, '2026-12-01T00:00:00.000Z')]).toEqual(['RUNNING', 'DUE_SOON', 'OVERDUE'])
    expect([clockState(clock, '2026-11-30T15:00:00.000Z', '2027'), clockState(clock, '2026-12-02T00:00:00.000Z', '2027')]).toEqual(['MET', 'LATE'])
  })
})
