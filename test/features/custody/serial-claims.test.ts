import { describe, expect, test } from 'vitest'
import { eventHash } from '../../../server/features/custody/event-content.rules.ts'
import { at, atClinic, fold, made, short, stepAt } from './fold-kit.ts'

const clinic = { site: 'clinic-ward', reportedBy: 'clinic' }

describe('told of a time before it was made', () => {
  const early = stepAt(0, 'receiving', { ...clinic, from: 'maker', to: 'clinic' })
  test('has no effect, and the making is no second one', () => {
    expect(short(fold(early, made))).toEqual({ status: 'MADE', holder: 'maker', site: 'maker-plant', findings: ['IMPOSSIBLE_TIME'] })
    expect(short(fold(early, ...atClinic))).toEqual({ ...short(fold(...atClinic)), findings: ['IMPOSSIBLE_TIME'] })
  })
  test('counts while nobody knows when it was made, and when that was declared an error', () => {
    expect(short(fold(early))).toMatchObject({ holder: 'clinic' })
    expect(short(fold(early, { ...made, event: { ...made.event, errorDeclaredAt: at(9) } }))).toMatchObject({ holder: 'clinic' })
  })
})

describe('the word of who has nothing to do with it any more', () => {
  const onward = [stepAt(5, 'shipping', { from: 'clinic', to: 'ward', site: 'clinic-ward', reportedBy: 'clinic' }), stepAt(6, 'receiving', { from: 'clinic', to: 'ward', site: 'ward-main', reportedBy: 'ward' })]
  const gone = [...atClinic, ...onward]
  test.each([['holding', undefined], ['inspecting', 'non_conformant'], ['repairing', undefined], ['other', 'stolen'], ['other', 'unknown']])('%s %s is a claim: it holds nothing', (bizStep, disposition) => {
    expect(short(fold(...gone, stepAt(7, bizStep, { ...clinic, disposition })))).toEqual({ status: 'IN_STOCK', holder: 'ward', site: 'ward-main', findings: ['HELD_BY_OTHER'] })
  })
  test.each([['ward', 'ward-main'], ['maker', 'maker-lab']])('of %s it counts', (reportedBy, site) => {
    expect(short(fold(...gone, stepAt(7, 'holding', { site, reportedBy })))).toMatchObject({ holds: ['QUARANTINED'] })
  })
  const inCarton = { type: 'AGGREGATION', role: 'CHILD', parent: 'carton' } as const
  test('into a carton or out of it, it moves nothing', () => {
    const into = stepAt(7, 'packing', { ...clinic, ...inCarton, action: 'ADD' })
    expect(short(fold(...gone, into, stepAt(8, 'shipping', { from: 'clinic', to: 'maker', via: 'carton', reportedBy: 'clinic' })))).toEqual({ status: 'IN_STOCK', holder: 'ward', site: 'ward-main', findings: ['PACKED_BY_OTHER'] })
    const own = stepAt(7, 'packing', { ...inCarton, site: 'ward-main', reportedBy: 'ward', action: 'ADD' })
    expect(fold(...gone, own, stepAt(8, 'unpacking', { ...clinic, ...inCarton, action: 'DELETE' }))).toMatchObject({ inside: 'carton', findings: [{ code: 'PACKED_BY_OTHER' }] })
  })
  test('once it proves to have had it then, the packing counts', () => {
    const into = stepAt(8, 'packing', { ...clinic, ...inCarton, action: 'ADD' })
    expect(fold(...gone, into, stepAt(7, 'receiving', { ...clinic, from: 'ward', to: 'clinic' }))).toMatchObject({ inside: 'carton', holder: 'clinic' })
  })
  test('of either end of a journey it counts', () => {
    const [leaving] = onward
    if (leaving === undefined) throw new Error('No shipment')
    for (const one of ['clinic', 'ward']) expect(short(fold(...atClinic, leaving, stepAt(7, 'holding', { site: `${one}-main`, reportedBy: one }))).holds).toEqual(['QUARANTINED'])
  })
  test('of who used it it counts', () => {
    expect(short(fold(...atClinic, stepAt(5, 'dispensing', clinic), stepAt(6, 'inspecting', { ...clinic, disposition: 'non_conformant' })))).toMatchObject({ holds: ['NON_CONFORMANT'] })
  })
})

describe('lost and suspect', () => {
  const lost = stepAt(5, 'other', { ...clinic, disposition: 'stolen' })
  const seen = (by: string, bizStep = 'inspecting', disposition = 'conformant') => stepAt(6, bizStep, { site: `${by}-lab`, reportedBy: by, disposition })
  test.each(['clinic', 'maker'])('found and good by %s: free again', (by) => {
    expect(short(fold(...atClinic, lost, seen(by)))).toMatchObject({ status: 'IN_STOCK', holder: 'clinic' })
    expect(short(fold(...atClinic, lost, seen(by)))).not.toHaveProperty('holds')
  })
  test('another cannot, and nobody without a look', () => {
    expect(short(fold(...atClinic, lost, seen('rival'))).holds).toEqual(['SUSPECT'])
    expect(short(fold(...atClinic, lost, seen('clinic', 'other', 'available')))).toMatchObject({ status: 'LOST', holds: ['SUSPECT'] })
  })
})

describe('said for good', () => {
  const says = (hour: number, by: string, told: object) => stepAt(hour, 'storing', { site: `${by}-main`, reportedBy: by, ...told })
  const recalled = says(5, 'maker', { dispositionsSet: ['recalled'] })
  test('recalled by the maker, and taken back by it alone', () => {
    expect(short(fold(...atClinic, recalled)).holds).toEqual(['RECALLED'])
    expect(short(fold(...atClinic, recalled, says(6, 'clinic', { dispositionsUnset: ['recalled'] }))).holds).toEqual(['RECALLED'])
    expect(short(fold(...atClinic, recalled, says(6, 'maker', { dispositionsUnset: ['recalled'] })))).not.toHaveProperty('holds')
  })
  test('recalled by another is a claim', () => {
    expect(short(fold(...atClinic, says(5, 'clinic', { dispositionsSet: ['recalled'] })))).toMatchObject({ findings: ['RECALLED_BY_OTHER'] })
  })
  test('lost, and found again', () => {
    const lost = says(5, 'clinic', { dispositionsSet: ['stolen'] })
    expect(short(fold(...atClinic, lost))).toMatchObject({ status: 'LOST', holds: ['SUSPECT'] })
    expect(short(fold(...atClinic, lost, says(6, 'rival', { dispositionsUnset: ['stolen'] }))).holds).toEqual(['SUSPECT'])
    expect(short(fold(...atClinic, lost, says(6, 'clinic', { dispositionsUnset: ['stolen'] })))).toMatchObject({ status: 'IN_STOCK' })
  })
  test('changes the hash of its event, and of no other', () => {
    const content = { type: 'OBJECT', eventTime: at(1), timeZoneOffset: '+00:00', reportedBy: 'maker', things: [] }
    expect(eventHash({ ...content, dispositionsSet: [] })).toBe(eventHash(content))
    expect(eventHash({ ...content, dispositionsSet: ['recalled'] })).not.toBe(eventHash(content))
    expect(eventHash({ ...content, dispositionsUnset: ['recalled'] })).not.toBe(eventHash({ ...content, dispositionsSet: ['recalled'] }))
  })
})
