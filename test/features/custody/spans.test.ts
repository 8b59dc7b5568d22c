import { expect, test } from 'vitest'
import type { Involvement } from '../../../server/features/custody/custody-event.type.ts'
import { spansOf } from '../../../server/features/custody/spans.rules.ts'

const step = (at: number, action: 'ADD' | 'DELETE', quantity?: number): Involvement => ({
  role: 'CHILD', parent: 'tray', ...(quantity !== undefined && { quantity, unit: 'EA' }),
  event: { id: `e${at}`, type: 'AGGREGATION', action, bizStep: action === 'ADD' ? 'packing' : 'unpacking', eventTime: `2026-01-0${at}`, hash: `h${at}`, reportedBy: 'o' },
})
const inside = (...steps: Involvement[]): string[] => spansOf(steps, [], 'AGGREGATION', false).map(({ since, until, quantity }) => `${since.slice(-1)}-${until?.slice(-1) ?? ''} ${quantity ?? 'all'}`)

test('a claim is in and out in one moment, and takes nothing out of where it is', () => {
  const spans = spansOf([step(1, 'ADD'), { ...step(2, 'ADD'), parent: 'other' }, step(3, 'DELETE')], [], 'AGGREGATION', true, new Set(['e2', 'e3']))
  expect(spans.map(({ parent, since, until }) => `${parent} ${since.slice(-1)}-${until?.slice(-1) ?? ''}`)).toEqual(['tray 1-', 'other 2-2'])
})

test('some of a lot comes out of its tray: the rest stays packed, what went in first comes out first', () => {
  expect(inside(step(1, 'ADD', 5), step(2, 'DELETE', 2))).toEqual(['1-2 5', '2- 3'])
  expect(inside(step(1, 'ADD', 5), step(2, 'ADD', 1), step(3, 'DELETE', 5))).toEqual(['1-3 5', '2- 1'])
  expect(inside(step(1, 'ADD', 5), step(2, 'DELETE', 7))).toEqual(['1-2 5'])
  expect(inside(step(1, 'ADD', 5), step(2, 'ADD', 4), step(3, 'DELETE'))).toEqual(['1-3 5', '2-3 4'])
})
