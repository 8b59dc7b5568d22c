import { describe, expect, test } from 'vitest'
import { batchEdges } from '../../../server/features/custody/batch-edges.rules.ts'
import { newTally } from '../../../server/features/custody/batch-tally.rules.ts'
import { foldBatch } from '../../../server/features/custody/batch-state.rules.ts'
import type { Step } from '../../../server/features/custody/custody-event.type.ts'
import { at, context, stepAt, type Told } from './fold-kit.ts'

const lot = (hour: number, bizStep: string, quantity: number | undefined, told: Told = {}): Step => stepAt(hour, bizStep, { ...told, quantity })
const made = lot(1, 'commissioning', 100, { action: 'ADD', site: 'maker-plant' })
const trip = { from: 'maker', to: 'clinic' }
const shipped = lot(3, 'shipping', 60, { ...trip, site: 'maker-plant' })
const received = lot(4, 'receiving', 60, { ...trip, site: 'clinic-ward', reportedBy: 'clinic' })
const clinic = { site: 'clinic-ward', reportedBy: 'clinic' }

const short = (...steps: Step[]) => {
  const { cells, transit, used, findings } = foldBatch(steps, context)
  return {
    stock: Object.fromEntries(cells.map(({ site, quantity }) => [site, quantity])),
    ...(transit.length > 0 && { transit: transit.map(({ to, quantity }) => [to, quantity]) }),
    ...(used.length > 0 && { used: used.map(({ site, quantity }) => [site, quantity]) }),
    ...(findings.length > 0 && { findings: findings.map(({ code }) => code) }),
  }
}

describe('made and spent', () => {
  test.each(['commissioning', 'creating_class_instance'])('%s adds, again and again', (bizStep) => {
    const step = (hour: number) => lot(hour, bizStep, 10, { action: 'ADD', site: 'maker-plant' })
    expect(short(step(1), step(2))).toEqual({ stock: { 'maker-plant': 20 } })
  })
  test('Transformation: output adds, input takes, and a shortage stays visible', () => {
    const transformation = { type: 'TRANSFORMATION', action: undefined, site: 'maker-plant' } as const
    expect(short(lot(1, 'any', 5, { ...transformation, role: 'OUTPUT' }))).toEqual({ stock: { 'maker-plant': 5 } })
    expect(short(made, lot(2, 'any', 130, { ...transformation, role: 'INPUT' }))).toEqual({ stock: { 'maker-plant': -30 }, findings: ['NEGATIVE_STOCK'] })
  })
  test('a shortage that a late event mends is cleared', () => {
    const state = foldBatch([lot(1, 'dispensing', 5, clinic), lot(2, 'receiving', 8, { ...clinic, to: 'clinic' })], context)
    expect(state.findings.find(({ code }) => code === 'NEGATIVE_STOCK')).toMatchObject({ raisedAt: at(1), clearedAt: at(2) })
  })
  test.each(['sampling', 'destroying'])('%s takes', (bizStep) => {
    expect(short(made, lot(2, bizStep, 4, { site: 'maker-plant' }))).toEqual({ stock: { 'maker-plant': 96 } })
  })
  test('Object DELETE takes, decommissioning does not', () => {
    expect(short(made, lot(2, 'other', 4, { action: 'DELETE', site: 'maker-plant' }))).toEqual({ stock: { 'maker-plant': 96 } })
    expect(short(made, lot(2, 'decommissioning', 4, { action: 'DELETE', site: 'maker-plant' }))).toEqual({ stock: { 'maker-plant': 100 } })
  })
})

describe('shipped and received', () => {
  test('shipping: the shipper\'s until receipt', () => {
    expect(short(made, shipped)).toEqual({ stock: { 'maker-plant': 100 }, transit: [['clinic', 60]] })
    expect(short(made, shipped, received)).toEqual({ stock: { 'maker-plant': 40, 'clinic-ward': 60 } })
  })
  test('received in parts, then more than was sent', () => {
    const part = (hour: number, quantity: number) => lot(hour, 'receiving', quantity, { ...trip, ...clinic })
    expect(short(made, shipped, part(4, 20))).toEqual({ stock: { 'maker-plant': 80, 'clinic-ward': 20 }, transit: [['clinic', 40]] })
    expect(short(made, shipped, part(4, 20), part(5, 50))).toEqual({ stock: { 'maker-plant': 30, 'clinic-ward': 70 }, findings: ['NO_SHIPMENT'] })
  })
  test('more shipped than there is', () => {
    expect(short(made, lot(3, 'shipping', 130, trip))).toMatchObject({ findings: ['CUSTODY_GAP'], transit: [['clinic', 130]] })
  })
  test('consigning: the recipient\'s at once; receipt says where', () => {
    const consigned = lot(3, 'consigning', 60, { ...trip, site: 'maker-plant' })
    expect(short(made, consigned)).toEqual({ stock: { 'maker-plant': 40, 'clinic-main': 60 }, transit: [['clinic', 60]] })
    expect(short(made, consigned, received)).toEqual({ stock: { 'maker-plant': 40, 'clinic-ward': 60 } })
    expect(short(made, consigned, lot(4, 'void_shipping', 10, { from: 'maker' }))).toEqual({ stock: { 'maker-plant': 50, 'clinic-main': 50 }, transit: [['clinic', 50]] })
  })
  test('void_shipping: so many did not leave; after receipt it comes too late', () => {
    const undo = (hour: number) => lot(hour, 'void_shipping', 20, { from: 'maker' })
    expect(short(made, shipped, undo(4))).toEqual({ stock: { 'maker-plant': 100 }, transit: [['clinic', 40]] })
    expect(short(made, shipped, received, undo(5))).toMatchObject({ findings: ['NOTHING_TO_VOID'] })
  })
  test.each(['storing', 'stocking', 'entering_exiting'])('%s: from elsewhere in the house', (bizStep) => {
    expect(short(made, lot(2, bizStep, 30, { site: 'maker-store' }))).toEqual({ stock: { 'maker-plant': 70, 'maker-store': 30 } })
  })
  test('stored more than the house has', () => {
    expect(short(made, lot(2, 'storing', 130, { site: 'maker-store' }))).toEqual({ stock: { 'maker-store': 100 }, findings: ['SEEN_ELSEWHERE'] })
  })
})

describe('used', () => {
  test.each(['dispensing', 'implanting'])('%s: used at the ward, counted', (bizStep) => {
    expect(short(made, shipped, received, lot(5, bizStep, 4, clinic), lot(6, bizStep, 1, clinic))).toEqual({ stock: { 'maker-plant': 40, 'clinic-ward': 55 }, used: [['clinic-ward', 5]] })
  })
  test('explanting brings back', () => {
    expect(short(made, shipped, received, lot(5, 'implanting', 4, clinic), lot(6, 'explanting', 1, clinic))).toMatchObject({ stock: { 'clinic-ward': 57 }, used: [['clinic-ward', 3]] })
  })
  test('retail_selling: to a customer, or to nobody the hub knows', () => {
    expect(short(made, lot(2, 'retail_selling', 5, { site: 'maker-plant', to: 'shop' }))).toEqual({ stock: { 'maker-plant': 95, 'shop-main': 5 } })
    expect(short(made, lot(2, 'retail_selling', 5, { site: 'maker-plant' }))).toEqual({ stock: { 'maker-plant': 95 }, used: [['maker-plant', 5]] })
  })
  test('built in, it is used where the device is, out of the stock of who brought it', () => {
    const association = { type: 'ASSOCIATION', role: 'CHILD', parent: 'device', parentHolder: 'clinic' } as const
    const built = lot(5, 'installing', 2, { ...association, action: 'ADD', from: 'maker', ...clinic })
    expect(short(made, built)).toEqual({ stock: { 'maker-plant': 98 }, used: [['clinic-ward', 2]] })
    expect(short(made, built, lot(6, 'removing', 2, { ...association, action: 'DELETE', ...clinic })).used).toEqual([['clinic-ward', 2]])
  })
})

describe('packed', () => {
  const packing = { type: 'AGGREGATION', role: 'CHILD', parent: 'carton' } as const
  test('goes with the carton, so many as are in it', () => {
    const packed = lot(2, 'packing', 12, { ...packing, action: 'ADD' })
    const sent = { ...stepAt(3, 'shipping', trip), via: 'carton' }
    expect(short(made, packed, sent)).toEqual({ stock: { 'maker-plant': 100 }, transit: [['clinic', 12]] })
    expect(short(made, packed, lot(2, 'unpacking', 2, { ...packing, action: 'DELETE' }), sent).transit).toEqual([['clinic', 10]])
    expect(short(made, packed, lot(2, 'unpacking', undefined, { ...packing, action: 'DELETE' }), sent)).toEqual({ stock: { 'maker-plant': 100 } })
  })
})

describe('judged', () => {
  test('an inspection of the lot releases it; one of some units does not', () => {
    const pass = { site: 'maker-lab', disposition: 'conformant' }
    expect(foldBatch([made, lot(2, 'inspecting', undefined, pass)], context).status).toBe('RELEASED')
    expect(foldBatch([made, lot(2, 'inspecting', 5, pass)], context).status).toBe('MADE')
  })
  test('non-conformant holds the lot', () => {
    expect(foldBatch([made, lot(2, 'inspecting', undefined, { site: 'maker-lab', disposition: 'non_conformant' })], context).holds).toEqual([{ hold: 'NON_CONFORMANT', by: 'maker', since: at(2) }])
  })
})

test('who had any of it, from when until when', () => {
  const all = lot(5, 'shipping', 40, { ...trip, site: 'maker-plant' })
  const { tenures } = foldBatch([made, shipped, received, all, lot(6, 'receiving', 40, { ...trip, ...clinic })], context)
  expect(tenures).toEqual([{ organization: 'maker', from: at(1), until: at(6) }, { organization: 'clinic', from: at(4) }])
})

test('fractions add up', () => {
  const drops = [0.1, 0.2].map((quantity, index) => lot(2 + index, 'destroying', quantity, { site: 'maker-plant' }))
  expect(short(lot(1, 'commissioning', 0.3, { action: 'ADD', site: 'maker-plant' }), ...drops)).toEqual({ stock: {} })
})

test('a batch without anything has no edges', () => {
  expect(batchEdges(newTally(), foldBatch([], context))).toEqual({ unit: 'EA', serialCount: 0, stocked: [], transit: [], used: [], reached: [] })
})
