import { describe, expect, it } from 'vitest'
import { caseClockTable } from '../../../server/features/clocks/case-clock-table.ts'
import { clockTable } from '../../../server/features/clocks/clock-table.ts'
import { type ClockFacts, clocksFor, clockState } from '../../../server/features/clocks/clock.rules.ts'
import type { Jurisdiction } from '../../../server/features/clocks/clock-row.ts'
import { rulesShown } from '../../../server/features/clocks/clock-rules.rules.ts'
import type { OwnVersion } from '../../../server/features/clocks/clock-versions.rules.ts'
import { dayIn, endOfDay, isWorkingDay, plusWorkingDays } from '../../../server/features/clocks/days.rules.ts'
import { clocksForRecall } from '../../../server/features/clocks/recall-clock.rules.ts'
import { alertOf } from '../../../server/features/delivery/deadline.rules.ts'

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
    const [old] = caseClockTable.filter(({ id }) => id === 'EU_15_DAYS')
    const table = [{ ...old!, validTo: '2027-06-30' }, { ...old!, id: 'EU_30_DAYS', limit: { days: 30 }, validFrom: '2027-07-01' }]
    const facts = { ...nothing, outcomes: ['DISABILITY'], occurredIn: 'DE' }
    expect(clocksFor(facts, { actor: 'MANUFACTURER', since: '2027-06-30' }, [], table).map(({ row }) => row.id)).toEqual(['EU_15_DAYS'])
    expect(clocksFor(facts, { actor: 'MANUFACTURER', since: '2027-07-01' }, [], table).map(({ row }) => row.id)).toEqual(['EU_30_DAYS'])
  })

  it('tells how a clock stands', () => {
    const clock = { startsOn: '2026-11-01', dueOn: '2026-11-30T15:59:59.999Z' }
    expect([clockState(clock, null, '2026-11-10T00:00:00.000Z'), clockState(clock, null, '2026-11-29T00:00:00.000Z'), clockState(clock, null, '2026-12-01T00:00:00.000Z')]).toEqual(['RUNNING', 'DUE_SOON', 'OVERDUE'])
    expect([clockState(clock, '2026-11-30T15:00:00.000Z', '2027'), clockState(clock, '2026-12-02T00:00:00.000Z', '2027')]).toEqual(['MET', 'LATE'])
  })
})

describe('a recall, from its decision or completion on', () => {
  const before = (jurisdiction: Jurisdiction, level: 'I' | 'II' | 'III', decided: string | null, completed: string | null = null) =>
    clocksForRecall({ jurisdiction, level, decided, completed }).map(({ row, dueOn }) => `${row.id} ${dueOn}`)

  it('China: 1, 3 and 7 days by level, weekends and holidays included; the plan in 5 working days', () => {
    // 01:00 on Monday the 23rd in Shanghai: the day of the decision is the 23rd.
    expect(before('CN', 'I', '2026-11-22T17:00:00.000Z')).toEqual(['CN_RECALL_EVENT_FORM 2026-11-23T15:59:59.999Z', 'CN_RECALL_NOTIFY_I 2026-11-24T15:59:59.999Z', 'CN_RECALL_PLAN 2026-11-30T15:59:59.999Z'])
    // From the eve of National Day: 8, 9, 10 (Saturday, worked), 12, 13.
    expect(before('CN', 'III', '2026-09-30')).toEqual(['CN_RECALL_EVENT_FORM 2026-09-30T15:59:59.999Z', 'CN_RECALL_NOTIFY_III 2026-10-07T15:59:59.999Z', 'CN_RECALL_PLAN 2026-10-13T15:59:59.999Z'])
    expect(before('CN', 'II', '2026-11-20')[1]).toBe('CN_RECALL_NOTIFY_II 2026-11-23T15:59:59.999Z')
    // Ten working days after Friday the 20th.
    expect(before('CN', 'II', '2026-11-02', '2026-11-20').at(-1)).toBe('CN_RECALL_SUMMARY 2026-12-04T15:59:59.999Z')
  })

  it('FDA: 10 working days, over Thanksgiving; a class III is no report', () => {
    expect(before('US', 'I', '2026-11-20')).toEqual(['FDA_806 2026-12-08T04:59:59.999Z'])
    // 22:30 on the 19th in New York is the 20th in London and Shanghai.
    expect(before('US', 'II', '2026-11-20T03:30:00.000Z')).toEqual(['FDA_806 2026-12-05T04:59:59.999Z'])
    expect(before('US', 'III', '2026-11-20')).toEqual([])
  })

  it('EU: before it begins, and notices without delay', () => {
    expect(before('EU', 'II', '2026-11-22T23:30:00.000Z')).toEqual(['EU_FSCA 2026-11-23T22:59:59.999Z', 'EU_FSN 2026-11-23T22:59:59.999Z'])
  })

  it('has none before it is decided, and says where holidays are not known yet', () => {
    expect(before('CN', 'I', null)).toEqual([])
    const clocks = clocksForRecall({ jurisdiction: 'CN', level: 'I', decided: '2026-12-29', completed: null })
    expect(clocks.map(({ calendarKnown }) => calendarKnown)).toEqual([true, true, false])
  })
})

describe('own versions of a rule', () => {
  const version = (more: Partial<OwnVersion>): OwnVersion =>
    ({ id: 'clk', rule: 'EU_15_DAYS', version: 1, limit: 30, unit: 'DAYS', title: 'T', titleZh: 'T', recipient: 'R', source: 'S', verified: true, validFrom: '2027-01-01', validTo: null, reason: 'why', at: '2026-11-22', ...more })
  const facts = { ...nothing, outcomes: ['DISABILITY'], occurredIn: 'DE', marketedIn: ['EU'] }
  const days = (own: OwnVersion[], since: string) => clocksFor(facts, { actor: 'MANUFACTURER', since }, own).map(({ row, dueOn }) => `${row.version ?? 0} ${dueOn.slice(0, 10)}`)

  it('count from their first day to their last, where the authority is; what started before keeps its version', () => {
    const own = [version({}), version({ version: 2, limit: 5, validFrom: '2027-03-01', validTo: '2027-03-31' })]
    expect(days(own, '2026-12-31')).toEqual(['0 2027-01-15'])
    // 23:30 UTC on New Year's Eve is the new year in Brussels.
    expect(days(own, '2026-12-31T23:30:00.000Z')).toEqual(['1 2027-01-31'])
    expect(days(own, '2027-03-15')).toEqual(['2 2027-03-20'])
    expect(days(own, '2027-04-01')).toEqual(['1 2027-05-01'])
  })

  it('are shown with the hub’s own row, and one of them is in force', () => {
    const shown = (now: string) => rulesShown([version({})], now).find(({ rule }) => rule === 'EU_15_DAYS')!.versions.map((it) => [it.version, it.limit, it.inForce])
    expect(shown('2026-12-01T00:00:00.000Z')).toEqual([[1, 30, false], [0, 15, true]])
    expect(shown('2027-02-01T00:00:00.000Z')).toEqual([[1, 30, true], [0, 15, false]])
  })
})

describe('alerts of a deadline', () => {
  const clock = { startsOn: '2026-11-20', dueOn: '2026-11-30T15:59:59.999Z', metOn: null }
  const at = (now: string) => alertOf({ ...clock, state: clockState(clock, null, now) }, new Date(now))

  it('come in its last third and three days, in its last day, and when it is over', () => {
    expect([at('2026-11-25T00:00:00.000Z'), at('2026-11-28T00:00:00.000Z'), at('2026-11-30T00:00:00.000Z'), at('2026-12-01T00:00:00.000Z')]).toEqual([null, 'soon', 'urgent', 'overdue'])
    expect(alertOf({ ...clock, metOn: '2026-11-29T00:00:00.000Z', state: 'MET' }, new Date('2027-01-01'))).toBeNull()
  })
})
