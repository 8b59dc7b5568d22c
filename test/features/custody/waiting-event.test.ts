import { describe, expect, test } from 'vitest'
import type { EventThing } from '../../../server/features/custody/event-content.rules.ts'
import { joined, type WaitingContent } from '../../../server/features/custody/waiting/waiting-event.rules.ts'

const content = (type: WaitingContent['event']['type'], things: readonly EventThing[], more: Partial<WaitingContent> = {}): WaitingContent => ({
  event: { type, eventId: 'e', eventTime: '2026-01-01T00:00:00.000Z', timeZoneOffset: '+08:00', reportedBy: 'org_a', things }, needs: [], told: things.length > 0, ...more,
})
const late = (id: string, role: EventThing['role'] = 'EPC', quantity?: number): EventThing => ({ id, role, ...(quantity !== undefined && { quantity, unit: 'EA' }) })
const names = ({ event }: ReturnType<typeof joined>) => event?.things.map(({ id, role, quantity }) => [id, role, quantity])

describe('what waited until a thing is known', () => {
  test('nothing of it was filed: it is the event as it came', () =>
    expect(joined(content('OBJECT', []), [late('ser_1')]).event).toMatchObject({ eventId: 'e', things: [late('ser_1')] }))

  test('the others were filed: an event of the late one alone, each time another', () => {
    const first = joined(content('OBJECT', [late('ser_1')]), [late('ser_2')])
    expect(first.event).toMatchObject({ eventId: 'e|ser_2', things: [late('ser_2')] })
    expect(joined(first.content, [late('ser_3')]).event).toMatchObject({ eventId: 'e|ser_3', things: [late('ser_3')] })
  })

  test('packed: the late child goes into the same carton', () =>
    expect(names(joined(content('AGGREGATION', [late('lgu_1', 'PARENT'), late('ser_1', 'CHILD')], { needs: ['CHILD'] }), [late('ser_2', 'CHILD')])))
      .toEqual([['lgu_1', 'PARENT', undefined], ['ser_2', 'CHILD', undefined]]))

  test('packed into what is not known: waits for the carton, and then goes in with all that became known', () => {
    const needs = ['PARENT', 'CHILD'] as const
    const first = joined(content('AGGREGATION', [late('bat_1', 'CHILD', 5)], { needs, told: false }), [late('ser_2', 'CHILD')])
    expect(first.event).toBeUndefined()
    expect(names(joined(first.content, [late('lgu_1', 'PARENT')]))).toEqual([['bat_1', 'CHILD', 5], ['ser_2', 'CHILD', undefined], ['lgu_1', 'PARENT', undefined]])
  })

  test('made of a lot that is registered later: consumed by the output, whose quantity counts once', () =>
    expect(names(joined(content('TRANSFORMATION', [late('bat_out', 'OUTPUT', 50), late('ser_in', 'INPUT')]), [late('bat_in', 'INPUT', 7)])))
      .toEqual([['bat_out', 'OUTPUT', undefined], ['bat_in', 'INPUT', 7]]))

  test('a late output was made of the same lots; a serial is not used up twice', () =>
    expect(names(joined(content('TRANSFORMATION', [late('bat_in', 'INPUT', 7), late('ser_in', 'INPUT')]), [late('bat_out', 'OUTPUT', 50)])))
      .toEqual([['bat_in', 'INPUT', undefined], ['bat_out', 'OUTPUT', 50]]))
})
