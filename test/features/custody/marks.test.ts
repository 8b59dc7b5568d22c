import { describe, expect, test } from 'vitest'
import type { Captured, Facts } from '../../../server/features/custody/capture/capture-events.ts'
import { foundBySerial } from '../../../server/features/custody/capture/found.rules.ts'
import type { Step } from '../../../server/features/custody/custody-event.type.ts'
import { marksOf } from '../../../server/features/custody/report/marks.rules.ts'
import { dayAt } from '../../../server/kernel/day-at.ts'
import { at, atClinic, context, fold, places, stepAt } from './fold-kit.ts'

const clinic = { site: 'clinic-ward', reportedBy: 'clinic' }

/** What a report of the last of these steps is marked by, of a thing of which this is known. */
const marked = (steps: readonly Step[], known: object = {}): string[] => {
  const [newest, earlier] = [steps.at(-1), steps.slice(0, -1)]
  if (newest === undefined) throw new Error('No step')
  const [before, after] = [fold(...earlier), fold(...steps)]
  const thing = { id: 's', maker: 'maker', serialNumber: '1', head: before.head ?? null, holds: before.holds.map(({ hold }) => hold), state: before, recalledSince: null, heldSince: null, expiresOn: null, ...known }
  const captured = {
    events: [{ event: newest.event }], serials: new Map([['s', { before, after }]]), batches: new Map(), facts: new Map([['s', { thing, lot: undefined } as unknown as Facts]]),
    found: () => foundBySerial({ start: undefined, steps, context, isNew: (id) => id === newest.event.id }),
  } as unknown as Captured
  return marksOf(captured, places).map(({ code }) => code)
}

const used = (hour: number) => stepAt(hour, 'implanting', clinic)
const shippedOn = stepAt(6, 'shipping', { ...clinic, from: 'clinic', to: 'rival' })

describe('what stood when it happened', () => {
  test.each([
    ['nothing against it', {}, []],
    ['recalled before', { recalledSince: at(5) }, ['MOVED_THOUGH_BLOCKED']],
    ['recalled at that moment', { recalledSince: at(6) }, ['MOVED_THOUGH_BLOCKED']],
    ['recalled after', { recalledSince: at(7) }, ['USED_BEFORE_RECALL']],
    ['held by quality after', { heldSince: at(7) }, ['USED_BEFORE_RECALL']],
    ['held by quality before', { heldSince: at(5) }, ['MOVED_THOUGH_BLOCKED']],
    ['expired the day before', { expiresOn: '2026-04-30' }, ['MOVED_THOUGH_BLOCKED']],
    ['on its last day', { expiresOn: '2026-05-01' }, []],
  ])('%s', (_words, known, marks) => expect(marked([...atClinic, used(6)], known)).toEqual(marks))

  test('only a use is asked what came after it', () => expect(marked([...atClinic, shippedOn], { recalledSince: at(7) })).toEqual([]))
  test('a return may always go', () => expect(marked([...atClinic, { ...shippedOn, event: { ...shippedOn.event, disposition: 'returned' } }], { recalledSince: at(5) })).toEqual([]))
})

describe('holds by events', () => {
  const held = stepAt(5, 'holding', clinic)
  const freed = stepAt(8, 'inspecting', { ...clinic, disposition: 'conformant' })
  test('told late, of while it was held: marked though it is free since', () => expect(marked([...atClinic, held, freed, shippedOn])).toEqual(['MOVED_THOUGH_BLOCKED']))
  test('told late, of after it was freed', () => expect(marked([...atClinic, held, freed, stepAt(9, 'shipping', { ...clinic, from: 'clinic', to: 'rival' })])).toEqual([]))
  test('told late, of before it was held', () => expect(marked([...atClinic, stepAt(7, 'holding', clinic), used(6)])).toEqual(['USED_BEFORE_RECALL']))
})

describe('in a carton that alone is named', () => {
  const packed = stepAt(5, 'packing', { ...clinic, type: 'AGGREGATION', action: 'ADD', role: 'CHILD', parent: 'u' })
  const left = { ...shippedOn, via: 'u' }
  test('it moved with it', () => expect(marked([...atClinic, packed, left], { recalledSince: at(5) })).toEqual(['MOVED_THOUGH_BLOCKED']))
  test('what is not in there did not', () => expect(marked([...atClinic, left], { recalledSince: at(5) })).toEqual([]))
})

test.each([['2026-11-22T16:30:00Z', 'CN', '2026-11-23'], ['2026-11-22T16:30:00Z', undefined, '2026-11-22'], ['2026-11-22T23:30:00Z', 'DE', '2026-11-23'], ['2026-11-23T15:59:00Z', 'CN', '2026-11-23']])('%s in %s is the %s', (moment, country, day) =>
  expect(dayAt(moment, country)).toBe(day))
