import { describe, expect, test } from 'vitest'
import { at, atClinic, fold, made, received, released, shipped, short, stepAt } from './fold-kit.ts'

const clinic = { site: 'clinic-ward', reportedBy: 'clinic' }

describe('made', () => {
  test('commissioning: in the hands of who made it, where it was made', () => {
    expect(short(fold(made))).toEqual({ status: 'MADE', holder: 'maker', site: 'maker-plant' })
  })
  test('a second commissioning is a finding and makes nothing', () => {
    const again = stepAt(5, 'commissioning', { action: 'ADD', site: 'rival-plant', reportedBy: 'rival' })
    expect(short(fold(...atClinic, again))).toEqual({ status: 'IN_STOCK', holder: 'clinic', site: 'clinic-ward', findings: ['DUPLICATE_SERIAL'] })
  })
  test('output of a Transformation needs no commissioning, and bears one', () => {
    const output = stepAt(0, 'commissioning', { type: 'TRANSFORMATION', action: undefined, role: 'OUTPUT', site: 'maker-plant' })
    expect(short(fold(output))).toEqual({ status: 'MADE', holder: 'maker', site: 'maker-plant' })
    expect(short(fold({ ...output, event: { ...output.event, eventTime: at(9) } }, made))).toEqual({ status: 'MADE', holder: 'maker', site: 'maker-plant' })
  })
  test('input of a Transformation is used up', () => {
    expect(short(fold(made, stepAt(5, 'commissioning', { type: 'TRANSFORMATION', action: undefined, role: 'INPUT', site: 'maker-plant' })))).toEqual({ status: 'CONSUMED' })
  })
  test('inspected and conformant: released', () => {
    expect(short(fold(made, released))).toEqual({ status: 'RELEASED', holder: 'maker', site: 'maker-plant' })
  })
})

describe('holds', () => {
  const bad = stepAt(5, 'inspecting', { ...clinic, disposition: 'non_conformant' })
  const good = (hour: number, by: string) => stepAt(hour, 'inspecting', { site: `${by}-lab`, reportedBy: by, disposition: 'conformant' })
  test('non-conformant: held', () => {
    expect(short(fold(...atClinic, bad))).toMatchObject({ holds: ['NON_CONFORMANT'], status: 'IN_STOCK' })
  })
  test.each([['clinic', undefined], ['maker', undefined], ['rival', ['NON_CONFORMANT']]])('conformant by %s lifts what the clinic set: %s stays', (by, holds) => {
    expect(short(fold(...atClinic, bad, good(6, by))).holds).toEqual(holds)
  })
  test('holding quarantines, available releases', () => {
    const held = stepAt(5, 'holding', clinic)
    expect(short(fold(...atClinic, held))).toMatchObject({ holds: ['QUARANTINED'] })
    expect(short(fold(...atClinic, held, stepAt(6, 'other', { ...clinic, disposition: 'available' })))).not.toHaveProperty('holds')
  })
  test('repairing holds until available', () => {
    expect(short(fold(...atClinic, stepAt(5, 'repairing', clinic))).holds).toEqual(['QUARANTINED'])
  })
  test('recalled is the word of the maker; of others a claim', () => {
    expect(short(fold(...atClinic, stepAt(5, 'other', { disposition: 'recalled' }))).holds).toEqual(['RECALLED'])
    expect(short(fold(...atClinic, stepAt(5, 'other', { ...clinic, disposition: 'recalled' })))).toMatchObject({ findings: ['RECALLED_BY_OTHER'] })
  })
  test('stolen: lost, suspect, still its holder\'s', () => {
    expect(short(fold(...atClinic, stepAt(5, 'other', { ...clinic, disposition: 'stolen' })))).toEqual({ status: 'LOST', holder: 'clinic', site: 'clinic-ward', holds: ['SUSPECT'] })
  })
})

describe('shipped and received', () => {
  test.each(['shipping', 'departing'])('%s: custody stays with the shipper', (bizStep) => {
    const state = fold(made, stepAt(3, bizStep, { from: 'maker', to: 'clinic', site: 'maker-plant' }))
    expect(short(state)).toEqual({ status: 'IN_TRANSIT', holder: 'maker', site: 'maker-plant' })
    expect(state.transit).toMatchObject({ from: 'maker', to: 'clinic', since: at(3) })
  })
  test('departing after shipping is one journey', () => {
    expect(fold(made, shipped, stepAt(5, 'departing', { from: 'maker', to: 'clinic' })).transit?.since).toBe(at(3))
  })
  test('shipped by who does not have it: a gap, and still under way', () => {
    const state = fold(made, stepAt(3, 'shipping', { from: 'rival', to: 'clinic', reportedBy: 'rival' }))
    expect(short(state)).toEqual({ status: 'IN_TRANSIT', holder: 'maker', site: 'maker-plant', findings: ['CUSTODY_GAP'] })
  })
  test.each(['receiving', 'accepting'])('%s: the receiver\'s, and the maker\'s before', (bizStep) => {
    const state = fold(made, released, shipped, { ...received, event: { ...received.event, bizStep } })
    expect(short(state)).toEqual({ status: 'IN_STOCK', holder: 'clinic', site: 'clinic-ward' })
    expect(state.transit).toBeUndefined()
    expect(state.passed).toEqual([{ organization: 'maker', from: at(1), until: at(4), status: 'IN_TRANSIT', holds: [] }])
  })
  test('accepting after receiving changes nothing', () => {
    const twice = fold(...atClinic, stepAt(5, 'accepting', { ...clinic, from: 'maker', to: 'clinic' }))
    expect(twice).toEqual({ ...fold(...atClinic), head: twice.head, seen: twice.seen })
  })
  test('received while another has it who did not send it: two have it', () => {
    expect(short(fold(made, stepAt(4, 'receiving', clinic)))).toMatchObject({ holder: 'clinic', findings: ['DOUBLE_HOLDER'] })
    expect(short(fold(...atClinic, stepAt(5, 'receiving', { from: 'maker', to: 'rival', site: 'rival-main', reportedBy: 'rival' })))).toMatchObject({ holder: 'rival', findings: ['DOUBLE_HOLDER'] })
  })
  test('received without a shipment, or by another than was named', () => {
    expect(short(fold(made, received))).toEqual({ status: 'IN_STOCK', holder: 'clinic', site: 'clinic-ward', findings: ['NO_SHIPMENT'] })
    expect(short(fold(made, shipped, stepAt(4, 'receiving', { site: 'rival-main', reportedBy: 'rival' })))).toMatchObject({ holder: 'rival', findings: ['MISROUTED'] })
  })
  test.each([['damaged', 'DAMAGED', 'RECEIVED_DAMAGED'], ['mismatch_instance', 'SUSPECT', 'RECEIVED_MISMATCH']])('received %s: held, with a finding', (disposition, hold, finding) => {
    expect(short(fold(made, shipped, stepAt(4, 'receiving', { ...clinic, disposition })))).toMatchObject({ holder: 'clinic', holds: [hold], findings: [finding] })
  })
  test('returned: back at the seller, held until inspected', () => {
    const back = { from: 'clinic', to: 'maker', disposition: 'returned' }
    const state = [...atClinic, stepAt(5, 'shipping', { ...clinic, ...back }), stepAt(6, 'receiving', { ...back, site: 'maker-plant' })]
    expect(short(fold(...state))).toEqual({ status: 'RETURNED', holder: 'maker', site: 'maker-plant', holds: ['QUARANTINED'] })
    expect(short(fold(...state, stepAt(7, 'inspecting', { site: 'maker-plant', disposition: 'conformant' })))).toEqual({ status: 'IN_STOCK', holder: 'maker', site: 'maker-plant' })
  })
  test('consigning: the recipient\'s at once, on its way until it is seen there', () => {
    const consigned = stepAt(3, 'consigning', { from: 'maker', to: 'clinic', site: 'maker-plant' })
    expect(short(fold(made, consigned))).toEqual({ status: 'IN_TRANSIT', holder: 'clinic', site: 'clinic-main' })
    expect(short(fold(made, consigned, received))).toEqual({ status: 'IN_STOCK', holder: 'clinic', site: 'clinic-ward' })
    expect(fold(made, consigned, stepAt(6, 'storing', clinic)).transit).toBeUndefined()
  })
  test.each(['shipping', 'consigning'])('void_shipping takes back a %s; after receipt it comes too late', (bizStep) => {
    const left = stepAt(3, bizStep, { from: 'maker', to: 'clinic', site: 'maker-plant' })
    const undo = (hour: number) => stepAt(hour, 'void_shipping', { site: 'maker-plant' })
    const state = fold(made, released, left, undo(4))
    expect(short(state)).toEqual({ status: 'RELEASED', holder: 'maker', site: 'maker-plant' })
    expect([state.transit, state.passed, state.since]).toEqual([undefined, [], at(1)])
    expect(short(fold(made, released, left, received, undo(5)))).toMatchObject({ holder: 'clinic', findings: ['NOTHING_TO_VOID'] })
  })
  test('an owner who is not the holder stays until another is named', () => {
    const lent = fold(made, { ...shipped, event: { ...shipped.event, owner: 'maker' } }, received)
    expect([lent.holder, lent.owner]).toEqual(['clinic', 'maker'])
  })
})

describe('in the house', () => {
  test.each(['storing', 'stocking', 'entering_exiting'])('%s: another place of the same organization', (bizStep) => {
    expect(short(fold(...atClinic, stepAt(5, bizStep, { site: 'clinic-store', reportedBy: 'clinic' })))).toEqual({ status: 'IN_STOCK', holder: 'clinic', site: 'clinic-store' })
  })
  test('stored at another\'s place: a finding, nothing moves', () => {
    expect(short(fold(...atClinic, stepAt(5, 'storing', { site: 'rival-main' })))).toMatchObject({ site: 'clinic-ward', findings: ['SEEN_ELSEWHERE'] })
  })
  test('storing does not release', () => {
    expect(short(fold(made, stepAt(2, 'storing', { site: 'maker-store' })))).toEqual({ status: 'MADE', holder: 'maker', site: 'maker-store' })
  })
})

describe('sold, used, ended', () => {
  test('sold over the counter: to a customer, or to nobody the hub knows', () => {
    expect(short(fold(...atClinic, stepAt(5, 'retail_selling', { ...clinic, to: 'patient' })))).toEqual({ status: 'IN_STOCK', holder: 'patient', site: 'patient-main' })
    const sold = fold(...atClinic, stepAt(5, 'retail_selling', clinic))
    expect([short(sold), sold.usage?.kind]).toEqual([{ status: 'IN_SERVICE' }, 'SOLD'])
  })
  test.each([['implanting', 'IMPLANTED'], ['dispensing', 'CONSUMED']])('%s ends custody and keeps where', (bizStep, status) => {
    const state = fold(...atClinic, stepAt(5, bizStep, clinic))
    expect(short(state)).toEqual({ status })
    expect(state.usage).toEqual({ organization: 'clinic', site: 'clinic-ward', on: at(5), kind: status })
    expect(state.passed.at(-1)).toMatchObject({ organization: 'clinic', from: at(4), until: at(5), status })
  })
  test('partially dispensed: still there', () => {
    expect(short(fold(...atClinic, stepAt(5, 'dispensing', { ...clinic, disposition: 'partially_dispensed' })))).toMatchObject({ status: 'IN_STOCK', holder: 'clinic' })
  })
  test('explanting: back in the clinic\'s hands, held', () => {
    const state = fold(...atClinic, stepAt(5, 'implanting', clinic), stepAt(6, 'explanting', clinic))
    expect(short(state)).toEqual({ status: 'RETURNED', holder: 'clinic', site: 'clinic-ward', holds: ['QUARANTINED'] })
    expect(state.usage).toBeUndefined()
  })
  test('sampling uses up', () => {
    expect(short(fold(made, stepAt(2, 'sampling')))).toEqual({ status: 'CONSUMED' })
  })
  test.each([stepAt(5, 'destroying', clinic), stepAt(5, 'other', { ...clinic, action: 'DELETE' })])('destroyed', (step) => {
    expect(short(fold(...atClinic, step))).toEqual({ status: 'DESTROYED' })
  })
  test('decommissioning retires the identifier, not the device', () => {
    expect(short(fold(...atClinic, stepAt(5, 'decommissioning', { ...clinic, action: 'DELETE' })))).toMatchObject({ status: 'IN_STOCK', holder: 'clinic' })
  })
  test('after the end nothing moves it', () => {
    expect(short(fold(...atClinic, stepAt(5, 'destroying', clinic), stepAt(6, 'shipping', { ...clinic, to: 'maker' })))).toEqual({ status: 'DESTROYED', findings: ['EVENT_AFTER_END'] })
  })
})

describe('what does not count', () => {
  test('unknown steps change nothing but the head', () => {
    const state = fold(...atClinic, stepAt(5, 'transporting', clinic))
    expect(state).toEqual({ ...fold(...atClinic), head: `${at(5)}|h5` })
  })
  test('events declared wrong are left out', () => {
    expect(fold(...atClinic, stepAt(5, 'destroying', { ...clinic, errorDeclaredAt: at(6) }))).toEqual(fold(...atClinic))
  })
  test('at one time, making comes before shipping, and that before receipt', () => {
    const now = (step: typeof made, hash: string) => ({ ...step, event: { ...step.event, eventTime: at(1), hash } })
    expect(short(fold(now(received, 'a'), now(shipped, 'b'), now(made, 'c')))).toEqual({ status: 'IN_STOCK', holder: 'clinic', site: 'clinic-ward' })
  })
})
