import { describe, expect, it } from 'vitest'
import { nextTime, type Schedule, scheduleIn } from '../../../server/features/epcis/standing/schedule.rules.ts'
import { merged } from '../../../server/features/epcis/query/merge.rules.ts'

const next = (schedule: Schedule, after: string): string | undefined => nextTime(schedule, new Date(after))?.toISOString()

describe('the next time of a schedule', () => {
  it.each<[Schedule, string, string]>([
    [{ hour: '1', minute: '5' }, '2026-11-22T01:04:59.900Z', '2026-11-22T01:05:00.000Z'],
    [{ hour: '1', minute: '5' }, '2026-11-22T01:05:00.000Z', '2026-11-23T01:05:00.000Z'],
    [{ second: '0,30' }, '2026-11-22T23:59:31.000Z', '2026-11-23T00:00:00.000Z'],
    [{ minute: '0,[15-17]', second: '10' }, '2026-11-22T08:15:10.000Z', '2026-11-22T08:16:10.000Z'],
    [{ dayOfWeek: '1', hour: '[9-17]', minute: '0' }, '2026-11-22T12:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    [{ dayOfMonth: '29', month: '2', hour: '0', minute: '0' }, '2026-11-22T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
    [{ dayOfWeek: '7', hour: '0', minute: '0' }, '2026-11-22T00:00:00.000Z', '2026-11-29T00:00:00.000Z'],
  ])('%j after %s is %s', (schedule, after, expected) => expect(next(schedule, after)).toBe(expected))

  it.each([[{}], [{ hour: '24' }], [{ minute: '[9-3]' }], [{ second: '5-9' }], [{ hours: '1' }], [{ dayOfMonth: '30', month: '2' }], ['daily']])('%j is none', (value) => expect(() => scheduleIn(value)).toThrow())
})

describe('a page of several lists', () => {
  const list = (places: string, end?: string, length = 1) => ({ rows: [...places].map((place) => ({ place, content: 'x'.repeat(length) })), end })
  const placesOf = (lists: ReturnType<typeof list>[], direction: 'ASC' | 'DESC', room: { limit: number; text: number }) => {
    const { rows, next: begin } = merged(lists, direction, room)
    return [rows.map(({ place }) => place).join(''), begin]
  }

  it('is in one order, and says where the next begins', () => {
    expect(placesOf([list('ac'), list('bd')], 'ASC', { limit: 3, text: 100 })).toEqual(['abc', 'c'])
    expect(placesOf([list('ca'), list('b')], 'DESC', { limit: 3, text: 100 })).toEqual(['cba', undefined])
  })

  it('ends where its text is too long, and never empty', () => {
    expect(placesOf([list('ab', undefined, 60)], 'ASC', { limit: 9, text: 100 })).toEqual(['a', 'a'])
    expect(placesOf([list('a', undefined, 600)], 'ASC', { limit: 9, text: 100 })).toEqual(['a', undefined])
  })

  it('tells nothing beyond where one of the lists was looked at: what follows there is not known', () => {
    expect(placesOf([list('ac', 'c'), list('bd')], 'ASC', { limit: 9, text: 100 })).toEqual(['abc', 'c'])
    expect(placesOf([list('', 'c'), list('db', 'a')], 'DESC', { limit: 9, text: 100 })).toEqual(['d', 'c'])
    expect(placesOf([list('', 'c'), list('d')], 'ASC', { limit: 9, text: 100 })).toEqual(['', 'c'])
  })
})
