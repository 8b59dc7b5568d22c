import { describe, expect, test } from 'vitest'
import { foldBatch } from '../../../server/features/custody/batch-state.rules.ts'
import type { Involvement } from '../../../server/features/custody/custody-event.type.ts'
import { serialState } from '../../../server/features/custody/timeline.rules.ts'
import { atClinic, context, fold, made, places, short, stepAt } from './fold-kit.ts'

const clinic = { site: 'clinic-ward', reportedBy: 'clinic' }
const lot = [stepAt(1, 'commissioning', { action: 'ADD', site: 'clinic-ward', quantity: 10 })]
const stock = (...more: Parameters<typeof foldBatch>[0]) => foldBatch([...lot, ...more], context)

describe('collecting', () => {
  test('to who is named: in its hands, and nobody uses it', () => {
    expect(short(fold(...atClinic, stepAt(5, 'collecting', { ...clinic, to: 'waste' })))).toEqual({ status: 'RETURNED', holder: 'waste', site: 'waste-main', holds: ['QUARANTINED'] })
    expect(stock(stepAt(5, 'collecting', { ...clinic, to: 'waste', quantity: 4 })).cells).toMatchObject([{ organization: 'clinic', quantity: 6 }, { organization: 'waste', quantity: 4, blocked: { QUARANTINED: 4 } }])
  })
  test('by nobody who is named it stays, and is held', () => {
    expect(short(fold(...atClinic, stepAt(5, 'collecting', clinic)))).toEqual({ status: 'RETURNED', holder: 'clinic', site: 'clinic-ward', holds: ['QUARANTINED'] })
  })
  test('disposed of, it has ended', () => {
    expect(short(fold(...atClinic, stepAt(5, 'collecting', { ...clinic, to: 'waste', disposition: 'disposed' })))).toEqual({ status: 'DESTROYED' })
    expect(stock(stepAt(5, 'collecting', { ...clinic, disposition: 'disposed', quantity: 4 })).cells).toMatchObject([{ organization: 'clinic', quantity: 6 }])
  })
  test('by who does not have it is a gap', () => {
    expect(short(fold(made, stepAt(5, 'collecting', { ...clinic, to: 'waste' })))).toMatchObject({ findings: ['CUSTODY_GAP'] })
  })
})

describe('Aggregation and Association OBSERVE', () => {
  const packed = { type: 'AGGREGATION', role: 'CHILD', parent: 'carton', ...clinic } as const
  const built = { type: 'ASSOCIATION', role: 'CHILD', parent: 'pump', ...clinic } as const
  test.each([packed, built])('where it is as told nothing is found; otherwise it is a finding that moves nothing', (told) => {
    const into = stepAt(5, told.type === 'AGGREGATION' ? 'packing' : 'assembling', { ...told, action: 'ADD' })
    const seen = stepAt(6, 'other', { ...told, action: 'OBSERVE' })
    expect(short(fold(...atClinic, into, seen))).not.toHaveProperty('findings')
    expect(short(fold(...atClinic, seen))).toEqual({ ...short(fold(...atClinic)), findings: ['CONTENT_DIFFERS'] })
    expect(short(fold(...atClinic, into, { ...seen, parent: 'another' }))).toMatchObject({ findings: ['CONTENT_DIFFERS'] })
  })
  test('of a lot the number counts', () => {
    const into = stepAt(5, 'packing', { ...packed, action: 'ADD', quantity: 4 })
    const seen = (quantity: number) => stock(into, stepAt(6, 'other', { ...packed, action: 'OBSERVE', quantity }))
    expect(seen(4).findings).toEqual([])
    expect(seen(3)).toMatchObject({ inside: { carton: 4 }, findings: [{ code: 'CONTENT_DIFFERS' }] })
  })
  test('a carton that is seen on its pallet is still on it', () => {
    const child = (hour: number, action: 'ADD' | 'OBSERVE', parent: string): Involvement => stepAt(hour, 'packing', { type: 'AGGREGATION', role: 'CHILD', action, parent, ...clinic })
    const told: Readonly<Record<string, readonly Involvement[]>> = {
      serial: [...atClinic, child(5, 'ADD', 'carton')], carton: [child(6, 'ADD', 'pallet'), child(7, 'OBSERVE', 'pallet')],
      pallet: [stepAt(8, 'shipping', { ...clinic, from: 'clinic', to: 'ward' })],
    }
    expect(serialState('serial', 'maker', { places, involvements: (thing) => told[thing] ?? [] })).toMatchObject({ status: 'IN_TRANSIT', transit: { to: 'ward' } })
  })
})

describe('of lots too', () => {
  const shipped = stepAt(3, 'shipping', { ...clinic, from: 'clinic', to: 'ward', quantity: 5, document: 'D-1' })
  const received = (told: object) => stock(shipped, stepAt(4, 'receiving', { from: 'clinic', to: 'ward', site: 'ward-main', reportedBy: 'ward', quantity: 5, ...told })).findings.map(({ code }) => code)
  test('what came damaged, against its papers, or to another is a finding', () => {
    expect(received({ disposition: 'damaged' })).toEqual(['RECEIVED_DAMAGED'])
    expect(received({ disposition: 'mismatch_quantity' })).toEqual(['RECEIVED_MISMATCH'])
    expect(received({ to: 'other', site: 'other-main', reportedBy: 'other', document: 'D-1' })).toEqual(['MISROUTED'])
  })
  test('another number counted than is there is a finding', () => {
    expect(stock(stepAt(5, 'cycle_counting', { ...clinic, quantity: 10 })).findings).toEqual([])
    expect(stock(stepAt(5, 'cycle_counting', { ...clinic, quantity: 9 })).findings.map(({ code }) => code)).toEqual(['COUNT_DIFFERS'])
  })
})
