import { describe, expect, test } from 'vitest'
import { fold, made, received, shipped, short, stepAt } from './fold-kit.ts'

const clinic = { site: 'clinic-ward', reportedBy: 'clinic' }

describe('inside another', () => {
  const part = (hour: number, bizStep: string, action: 'ADD' | 'DELETE', told = {}) =>
    stepAt(hour, bizStep, { type: 'ASSOCIATION', action, role: 'CHILD', parent: 'device', parentHolder: 'clinic', ...clinic, ...told })
  const packed = stepAt(2, 'packing', { type: 'AGGREGATION', action: 'ADD', role: 'CHILD', parent: 'carton', site: 'maker-dock' })
  const through = (step: typeof shipped, via: string) => ({ ...step, via })

  test.each(['assembling', 'installing'])('%s: the device\'s holder\'s, in service, no stock', (bizStep) => {
    expect(short(fold(made, part(5, bizStep, 'ADD')))).toEqual({ status: 'IN_SERVICE', holder: 'clinic' })
  })
  test('put into a second device: out of the first, with a finding', () => {
    const state = fold(made, part(5, 'installing', 'ADD'), part(6, 'installing', 'ADD', { parent: 'other' }))
    expect([state.partOf, short(state).findings]).toEqual(['other', ['ALREADY_IN_PARENT']])
  })
  test('a part goes where its device goes, and stays in service', () => {
    const state = fold(made, part(2, 'installing', 'ADD', { parentHolder: 'maker' }), through(shipped, 'device'), through(received, 'device'))
    expect(short(state)).toEqual({ status: 'IN_SERVICE', holder: 'clinic' })
  })
  test.each([
    [undefined, { status: 'RETURNED', holds: ['QUARANTINED'] }], ['conformant', { status: 'IN_STOCK' }], ['damaged', { status: 'RETURNED', holds: ['DAMAGED'] }],
  ])('removed, found %s', (disposition, expected) => {
    for (const bizStep of ['removing', 'disassembling', 'replacing']) {
      const state = short(fold(made, part(5, 'installing', 'ADD'), part(6, bizStep, 'DELETE', { disposition })))
      expect(state).toEqual({ holder: 'clinic', site: 'clinic-ward', ...expected })
    }
  })
  test('removed and disposed of', () => {
    expect(short(fold(made, part(5, 'installing', 'ADD'), part(6, 'removing', 'DELETE', { disposition: 'disposed' })))).toEqual({ status: 'DESTROYED' })
  })
  test('packed, it goes where the carton goes; unpacked, it stays', () => {
    const later = through(stepAt(6, 'shipping', { ...clinic, from: 'clinic', to: 'rival' }), 'carton')
    const unpacked = stepAt(5, 'unpacking', { type: 'AGGREGATION', action: 'DELETE', role: 'CHILD', parent: 'carton', ...clinic })
    expect(short(fold(made, packed, through(shipped, 'carton')))).toEqual({ status: 'IN_TRANSIT', holder: 'maker', site: 'maker-dock' })
    expect(short(fold(made, packed, through(shipped, 'carton'), through(received, 'carton'), unpacked, later))).toEqual({ status: 'IN_STOCK', holder: 'clinic', site: 'clinic-ward' })
  })
  test('unpacking that lists nothing unpacks all', () => {
    const emptied = stepAt(5, 'unpacking', { type: 'AGGREGATION', action: 'DELETE', role: 'PARENT', allChildren: true, via: 'carton' })
    expect(fold(made, packed, emptied).inside).toBeUndefined()
  })
  test('moved by itself, it is in the carton no more', () => {
    const state = fold(made, packed, shipped, through(stepAt(4, 'receiving', { site: 'rival-main', reportedBy: 'rival' }), 'carton'))
    expect([state.transit?.to, short(state).findings]).toEqual(['clinic', ['CONTAINMENT_BROKEN']])
  })
})
