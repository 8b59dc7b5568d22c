import { describe, expect, test } from 'vitest'
import { batchEdges } from '../../../server/features/custody/batch-edges.rules.ts'
import { newTally } from '../../../server/features/custody/batch-tally.rules.ts'
import { foldBatch } from '../../../server/features/custody/batch-state.rules.ts'
import type { Step } from '../../../server/features/custody/custody-event.type.ts'
import type { BatchState } from '../../../server/features/custody/custody-state.type.ts'
import { usedOfOthers } from '../../../server/features/custody/used-of-others.rules.ts'
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
  const pass = { site: 'maker-lab', disposition: 'conformant' }
  const fail = { site: 'maker-lab', disposition: 'non_conformant' }
  test('an inspection of the lot by its maker releases it; one of some units, or by another, does not', () => {
    expect(foldBatch([made, lot(2, 'inspecting', undefined, pass)], context).status).toBe('RELEASED')
    expect(foldBatch([made, lot(2, 'inspecting', 5, pass)], context).status).toBe('MADE')
    expect(foldBatch([made, shipped, received, lot(5, 'inspecting', undefined, { ...clinic, disposition: 'conformant' })], context).status).toBe('MADE')
  })
  test('non-conformant holds the lot where its maker says so; from another, all that it has', () => {
    expect(foldBatch([made, lot(2, 'inspecting', undefined, fail)], context).holds).toMatchObject([{ hold: 'NON_CONFORMANT', by: 'maker' }])
    const others = foldBatch([made, shipped, received, lot(5, 'inspecting', undefined, { ...clinic, disposition: 'non_conformant' })], context)
    expect([others.holds, blocked(others)]).toEqual([[], { 'clinic-ward': { NON_CONFORMANT: 60 } }])
  })
})

const blocked = ({ cells }: BatchState) => Object.fromEntries(cells.flatMap(({ site, blocked: marks }) => (marks ? [[site, marks]] : [])))
const held = (...steps: Step[]) => blocked(foldBatch(steps, context))

describe('held, by quantity', () => {
  const had = [made, shipped, received]
  const hold = (hour: number, quantity: number, told: Told = {}) => lot(hour, 'holding', quantity, { ...clinic, ...told })
  const pass = (hour: number, quantity: number, told: Told = {}) => lot(hour, 'inspecting', quantity, { ...clinic, disposition: 'conformant', ...told })
  const fail = (hour: number, quantity: number) => lot(hour, 'inspecting', quantity, { ...clinic, disposition: 'non_conformant' })

  test.each(['holding', 'repairing'])('%s holds so many, and no more than there are', (bizStep) => {
    expect(held(...had, lot(5, bizStep, 5, clinic))).toEqual({ 'clinic-ward': { QUARANTINED: 5 } })
    const all = foldBatch([...had, lot(5, bizStep, 61, clinic)], context)
    expect([blocked(all), all.findings.map(({ code }) => code)]).toEqual([{ 'clinic-ward': { QUARANTINED: 60 } }, ['COUNT_DIFFERS']])
  })
  test('found good they are usable again; found bad they stay, judged otherwise', () => {
    expect(held(...had, hold(5, 5), pass(6, 3))).toEqual({ 'clinic-ward': { QUARANTINED: 2 } })
    expect(held(...had, hold(5, 5), lot(6, 'stocking', 5, { ...clinic, disposition: 'available' }))).toEqual({ 'clinic-ward': { QUARANTINED: 5 } })
    expect(held(...had, hold(5, 5), lot(6, 'other', 5, { ...clinic, disposition: 'available' }))).toEqual({})
    expect(held(...had, hold(5, 5), fail(6, 6))).toEqual({ 'clinic-ward': { NON_CONFORMANT: 6 } })
  })
  test('another cannot release them', () => {
    expect(held(...had, hold(5, 5), pass(6, 5, { site: 'maker-plant', reportedBy: 'maker' }))).toEqual({ 'clinic-ward': { QUARANTINED: 5 } })
  })
  test('usable ones are used first, whichever shelf; held ones only beyond them', () => {
    const store = lot(5, 'storing', 10, { ...clinic, site: 'clinic-store' })
    const use = (quantity: number) => lot(7, 'implanting', quantity, clinic)
    expect(held(...had, store, hold(6, 50), use(10))).toEqual({ 'clinic-ward': { QUARANTINED: 50 } })
    expect(short(...had, store, hold(6, 50), use(10)).stock).toEqual({ 'maker-plant': 40, 'clinic-ward': 50 })
    expect(held(...had, store, hold(6, 50), use(12))).toEqual({ 'clinic-ward': { QUARANTINED: 48 } })
  })
  test('moved within the house they stay held, first where they are put aside', () => {
    const aside = lot(6, 'storing', 5, { ...clinic, site: 'clinic-store', disposition: 'non_sellable_other' })
    expect(held(...had, hold(5, 5), aside)).toEqual({ 'clinic-store': { QUARANTINED: 5 } })
    expect(held(...had, hold(5, 5), lot(6, 'storing', 58, { ...clinic, site: 'clinic-store' }))).toEqual({ 'clinic-ward': { QUARANTINED: 2 }, 'clinic-store': { QUARANTINED: 3 } })
  })
  test('scrapped are those that were found bad', () => {
    const two = [...had, hold(5, 5), fail(6, 2)]
    expect(held(...two, lot(7, 'destroying', 2, clinic))).toEqual({ 'clinic-ward': { QUARANTINED: 3 } })
    expect(held(...two, lot(7, 'sampling', 2, clinic))).toEqual({ 'clinic-ward': { QUARANTINED: 3, NON_CONFORMANT: 2 } })
  })
  test('sent back are those that are held; where they arrive they wait for inspection', () => {
    const home = { from: 'clinic', to: 'maker', disposition: 'returned' }
    const back = lot(6, 'shipping', 5, { ...home, ...clinic })
    const arrived = lot(7, 'receiving', 5, { from: 'clinic', to: 'maker', site: 'maker-plant' })
    expect(batchEdges(newTally(), foldBatch([...had, hold(5, 5), back], context)).transit).toMatchObject([{ quantity: 5, part: 5 }])
    expect(held(...had, hold(5, 5), back, arrived)).toEqual({ 'maker-plant': { QUARANTINED: 5 } })
    expect(held(...had, lot(7, 'receiving', 5, { ...home, site: 'maker-plant' }))).toEqual({ 'maker-plant': { QUARANTINED: 5 } })
  })
  test('shipped on all the same, they are held where they arrive', () => {
    const on = { from: 'clinic', to: 'shop' }
    const moves = [lot(6, 'consigning', 60, { ...on, ...clinic }), lot(6, 'retail_selling', 60, { ...clinic, to: 'shop' })]
    for (const move of moves) expect(held(...had, hold(5, 5), move)).toEqual({ 'shop-main': { QUARANTINED: 5 } })
    expect(held(...had, hold(5, 5), lot(6, 'shipping', 60, { ...on, ...clinic }), lot(7, 'receiving', 60, { ...on, site: 'shop-main' }))).toEqual({ 'shop-main': { QUARANTINED: 5 } })
  })
  test.each([['damaged', 'DAMAGED', 'RECEIVED_DAMAGED'], ['mismatch_class', 'SUSPECT', 'RECEIVED_MISMATCH']])('received %s: held, with a finding', (disposition, hold, finding) => {
    const state = foldBatch([made, shipped, { ...received, event: { ...received.event, disposition } }], context)
    expect([blocked(state), state.findings.map(({ code }) => code)]).toEqual([{ 'clinic-ward': { [hold]: 60 } }, [finding]])
  })
  test('explanted, they wait for inspection; taken out of service, they do not', () => {
    const used = [...had, lot(5, 'implanting', 4, clinic)]
    expect(held(...used, lot(6, 'explanting', 1, clinic))).toEqual({ 'clinic-ward': { QUARANTINED: 1 } })
    expect(held(...used, lot(6, 'taking_out_of_service', 1, clinic))).toEqual({})
  })
})

describe('told twice, it happened once', () => {
  const packed = lot(2, 'packing', 12, { type: 'AGGREGATION', role: 'CHILD', parent: 'carton', action: 'ADD', site: 'maker-plant' })
  const through = (hour: number, bizStep: string, told: Told = {}): Step => ({ ...stepAt(hour, bizStep, { ...trip, ...told }), via: 'carton' })
  const sent = through(3, 'shipping', { site: 'maker-plant' })
  const got = (hour: number, bizStep = 'receiving') => through(hour, bizStep, { site: 'clinic-ward', reportedBy: 'clinic' })
  const there = { stock: { 'maker-plant': 88, 'clinic-ward': 12 } }

  test('a carton received again adds nothing, nor accepted, nor by somebody who names no sender', () => {
    expect(short(made, packed, sent, got(4))).toEqual(there)
    expect(short(made, packed, sent, got(4), got(5), got(6, 'accepting'), { ...got(7), event: { ...got(7).event, from: undefined } })).toEqual(there)
  })
  test('a carton that left and departed is on its way once; more packed into it meanwhile is more', () => {
    expect(short(made, packed, sent, through(4, 'departing'), through(5, 'shipping')).transit).toEqual([['clinic', 12]])
    const more = lot(4, 'packing', 3, { type: 'AGGREGATION', role: 'CHILD', parent: 'carton', action: 'ADD' })
    expect(short(made, packed, sent, more, through(5, 'shipping')).transit).toEqual([['clinic', 12], ['clinic', 3]])
    expect(short(made, packed, through(3, 'consigning'), through(4, 'consigning')).stock).toEqual({ 'maker-plant': 88, 'clinic-main': 12 })
  })
  test('a carton without a shipment comes out of the hands of who had it, and then of who has it', () => {
    expect(short(made, packed, { ...got(4), event: { ...got(4).event, from: undefined } })).toEqual({ ...there, findings: ['NO_SHIPMENT'] })
    const onward = through(6, 'receiving', { from: undefined, to: 'shop', site: 'shop-main', reportedBy: 'shop' })
    expect(short(made, packed, sent, got(4), onward)).toEqual({ stock: { 'maker-plant': 88, 'shop-main': 12 }, findings: ['NO_SHIPMENT'] })
  })
  test('received by another than it was sent to: misrouted, and on its way no more', () => {
    const stray = through(4, 'receiving', { to: 'shop', site: 'shop-main', reportedBy: 'shop' })
    expect(short(made, packed, sent, stray)).toEqual({ stock: { 'maker-plant': 88, 'shop-main': 12 }, findings: ['MISROUTED'] })
    const paper = { document: 'D-1' }
    expect(short(made, { ...shipped, event: { ...shipped.event, ...paper } }, lot(4, 'receiving', 60, { from: 'maker', to: 'shop', site: 'shop-main', ...paper })))
      .toEqual({ stock: { 'maker-plant': 40, 'shop-main': 60 }, findings: ['MISROUTED'] })
  })
  test('received piece by piece, it is not in the carton any more', () => {
    const some = lot(4, 'receiving', 5, { ...trip, ...clinic })
    expect(short(made, packed, sent, some, got(5), got(6))).toEqual(there)
    expect(short(made, packed, sent, lot(4, 'receiving', 12, { ...trip, ...clinic }), got(5))).toEqual(there)
  })
  test('scrapped or used up in its carton, it is scrapped once', () => {
    const scrap = (hour: number) => through(hour, 'destroying', { site: 'maker-plant' })
    expect(short(made, packed, scrap(3), scrap(4)).stock).toEqual({ 'maker-plant': 88 })
  })
  test.each([['shipping', 'departing'], ['departing', 'shipping']])('%s and %s of so many are one journey, a third telling is another', (one, other) => {
    const leave = (hour: number, bizStep: string, quantity = 10, told: Told = {}) => lot(hour, bizStep, quantity, { ...trip, site: 'maker-plant', ...told })
    const under = (...steps: Step[]) => foldBatch([made, ...steps], context).transit.reduce((sum, { quantity }) => sum + quantity, 0)
    expect(under(leave(2, one), leave(3, other))).toBe(10)
    expect(under(leave(2, one), leave(3, other, 4), leave(4, other, 6))).toBe(10)
    expect(under(leave(2, one), leave(3, other), leave(4, other))).toBe(20)
    expect(under(leave(2, one, 10, { document: 'D-1' }), leave(3, other, 10, { document: 'D-2' }))).toBe(20)
    expect(under(leave(2, one), leave(3, one))).toBe(20)
  })
  test.each([['receiving', 'accepting'], ['accepting', 'receiving']])('%s and %s of so many are one arrival', (one, other) => {
    const arrive = (hour: number, bizStep: string, quantity = 60, told: Told = {}) => lot(hour, bizStep, quantity, { ...trip, ...clinic, ...told })
    expect(short(made, shipped, arrive(4, one), arrive(5, other))).toEqual({ stock: { 'maker-plant': 40, 'clinic-ward': 60 } })
    expect(short(made, shipped, arrive(4, one, 20), arrive(5, other, 60))).toEqual({ stock: { 'maker-plant': 40, 'clinic-ward': 60 } })
    const papers = [1, 2].map((number) => lot(3, 'shipping', 20, { ...trip, site: 'maker-plant', document: `D-${number}`, id: `s${number}`, hash: `s${number}` }))
    expect(short(made, ...papers, arrive(4, one, 20, { document: 'D-1' }), arrive(5, other, 20, { document: 'D-2' }))).toEqual({ stock: { 'maker-plant': 60, 'clinic-ward': 40 } })
    expect(short(made, ...papers, arrive(4, one, 20), arrive(5, other, 20, { document: 'D-2' }))).toEqual({ stock: { 'maker-plant': 60, 'clinic-ward': 40 } })
  })
  test('an arrival of long ago is another', () => {
    const late = { ...received, event: { ...received.event, bizStep: 'accepting', id: 'late', hash: 'late', eventTime: '2026-07-01T00:00:00.000Z' } }
    expect(short(made, shipped, received, late).findings).toEqual(['NO_SHIPMENT', 'NEGATIVE_STOCK'])
  })
  test('accepted and found damaged after it was received: held, and not there twice', () => {
    const bad = lot(5, 'accepting', 10, { ...trip, ...clinic, disposition: 'damaged' })
    expect(short(made, shipped, received, bad)).toEqual({ stock: { 'maker-plant': 40, 'clinic-ward': 60 }, findings: ['RECEIVED_DAMAGED'] })
    expect(held(made, shipped, received, bad)).toEqual({ 'clinic-ward': { DAMAGED: 10 } })
  })
})

describe('another\'s', () => {
  const owned = (...steps: Step[]) => foldBatch([made, ...steps], context).cells.map(({ site, quantity, owner }) => [site, quantity, owner ?? '']).sort()
  const lend = { ...trip, owner: 'maker' }
  const sent = lot(2, 'shipping', 10, { ...lend, site: 'maker-plant' })
  const there = lot(3, 'receiving', 10, { ...trip, ...clinic })
  const bought = [lot(4, 'shipping', 5, { ...trip, site: 'maker-plant' }), lot(5, 'receiving', 5, { ...trip, ...clinic })]
  const of = (quantity: number) => ['clinic-ward', quantity, 'maker']

  test('consigned, they are the sender\'s where they are; sold, they are not', () => {
    expect(owned(sent)).toEqual([['maker-plant', 100, '']])
    expect(owned(sent, there)).toEqual([of(10), ['maker-plant', 90, '']])
    expect(owned(lot(2, 'consigning', 10, { ...lend, site: 'maker-plant' }))).toEqual([['clinic-main', 10, 'maker'], ['maker-plant', 90, '']])
    expect(owned(sent, there, ...bought)).toEqual([of(10), ['clinic-ward', 5, ''], ['maker-plant', 85, '']])
  })
  test('used are one\'s own first, and whose they were is kept', () => {
    const state = foldBatch([made, sent, there, ...bought, lot(6, 'implanting', 8, clinic)], context)
    expect(state.used.map(({ quantity, owner }) => [quantity, owner ?? ''])).toEqual([[5, ''], [3, 'maker']])
    expect(batchEdges(newTally(), state).used).toMatchObject([{ other: 'clinic-ward', quantity: 8 }])
    expect(usedOfOthers({ before: foldBatch([made, sent, there, ...bought], context), after: state })).toEqual([{ owner: 'maker', quantity: 3, unit: 'EA', on: at(6) }])
    expect(foldBatch([made, sent, there, ...bought, lot(6, 'implanting', 8, clinic), lot(7, 'explanting', 6, clinic)], context).used.map(({ quantity }) => quantity)).toEqual([0, 2])
  })
  test('sent back they are its owner\'s again, before any that the sender bought', () => {
    const home = { from: 'clinic', to: 'maker' }
    const back = [lot(6, 'shipping', 4, { ...home, ...clinic, disposition: 'returned' }), lot(7, 'receiving', 4, { ...home, site: 'maker-plant' })]
    expect(owned(sent, there, ...bought, ...back)).toEqual([['clinic-ward', 5, ''], of(6), ['maker-plant', 89, '']])
  })
  test('passed on or put elsewhere they stay its owner\'s, held or not', () => {
    const on = [lot(6, 'shipping', 10, { from: 'clinic', to: 'shop', ...clinic }), lot(7, 'receiving', 10, { from: 'clinic', to: 'shop', site: 'shop-main' })]
    expect(owned(sent, there, ...on)).toEqual([['maker-plant', 90, ''], ['shop-main', 10, 'maker']])
    expect(owned(sent, there, lot(6, 'holding', 4, clinic), lot(7, 'storing', 10, { ...clinic, site: 'clinic-store' }))).toEqual([['clinic-store', 10, 'maker'], ['maker-plant', 90, '']])
    expect(held(made, sent, there, lot(6, 'holding', 4, clinic), lot(7, 'storing', 10, { ...clinic, site: 'clinic-store' }))).toEqual({ 'clinic-store': { QUARANTINED: 4 } })
  })
  test('voided, they never left', () => {
    expect(owned(lot(2, 'consigning', 10, { ...lend, site: 'maker-plant' }), lot(3, 'void_shipping', 10, { from: 'maker' }))).toEqual([['maker-plant', 100, '']])
  })
})

describe('counted', () => {
  const count = (quantity: number, told: Told = {}) => lot(5, 'cycle_counting', quantity, { ...clinic, ...told })
  const counted = (...steps: Step[]) => foldBatch([made, shipped, received, ...steps], context).findings.map(({ code }) => code)
  test('as on record, or announced and not there', () => {
    expect([counted(count(60)), counted(count(5, { disposition: 'unavailable' }))]).toEqual([[], ['NOT_DELIVERED']])
  })
  test('more or fewer, or by who has none', () => {
    expect([counted(count(61)), counted(count(59)), counted(count(60, { site: 'shop-main', reportedBy: 'shop' }))]).toEqual([['COUNT_DIFFERS'], ['COUNT_DIFFERS'], ['SEEN_ELSEWHERE']])
  })
  test('what was sent off may be there still, or not', () => {
    const off = lot(5, 'departing', 20, { from: 'clinic', to: 'shop', ...clinic, id: 'off', hash: 'i' })
    expect([counted(off, count(60)), counted(off, count(40)), counted(off, count(39))]).toEqual([[], [], ['COUNT_DIFFERS']])
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

describe('packed by who has none of it', () => {
  const inCarton = { type: 'AGGREGATION', role: 'CHILD', parent: 'carton' } as const
  const rival = { site: 'rival-main', reportedBy: 'rival' }
  test('is a claim, in and out', () => {
    expect(foldBatch([made, lot(2, 'packing', 5, { ...rival, ...inCarton, action: 'ADD' })], context)).toMatchObject({ inside: {}, findings: [{ code: 'PACKED_BY_OTHER' }] })
    const own = lot(5, 'packing', 5, { ...clinic, ...inCarton, action: 'ADD' })
    expect(foldBatch([made, shipped, received, own, lot(6, 'unpacking', undefined, { ...rival, ...inCarton, action: 'DELETE' })], context)).toMatchObject({ inside: { carton: 5 }, findings: [{ code: 'PACKED_BY_OTHER' }] })
    expect(foldBatch([made, shipped, received, own, lot(6, 'unpacking', undefined, { ...clinic, ...inCarton, action: 'DELETE' })], context)).toMatchObject({ inside: {}, findings: [] })
  })
})
