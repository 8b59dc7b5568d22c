import { describe, expect, it } from 'vitest'
import type { Lookup } from '../../../portal/features/identify/lookup.query.ts'
import { nextStep } from '../../../portal/features/identify/next-step.ts'
import { verdictWords } from '../../../portal/features/identify/verdict-look.ts'

const scan: Lookup['scan'] = {
  raw: '', standard: 'GS1', di: null, lot: null, serial: null, quantity: null, expiresOn: null, manufacturedOn: null, sscc: null, gln: null, elements: [], checks: [], warnings: [],
}
const lookup = (over: Partial<Lookup>): Lookup => ({
  verdict: 'CLEAR', checkedAt: '2026-11-22T00:00:00Z', reasons: [], scan, product: null, packageLevel: null, batch: null, serial: null, logisticUnit: null, recalls: [], stock: [], candidates: [], ...over,
})
const recall = (reference: string, respondBy: string | null, status: 'ONGOING' | 'COMPLETED' = 'ONGOING') => ({ id: reference, reference, respondBy, status, title: '', titleZh: null, classification: 'I' as const })

describe('nextStep', () => {
  it('names the open recall that must be answered first', () => {
    const step = nextStep(lookup({ verdict: 'RECALLED', recalls: [recall('RC-2', '2026-12-01T00:00:00Z'), recall('RC-1', '2026-11-26T10:00:00Z'), recall('RC-0', '2026-11-01T00:00:00Z', 'COMPLETED')] }))
    expect(step).toEqual({ key: 'identify.verdict.next.RECALLED_by', values: { reference: 'RC-1' }, until: '2026-11-26T10:00:00Z' })
  })

  it('says what to do about a recall without a date', () => {
    expect(nextStep(lookup({ verdict: 'RECALLED', recalls: [recall('RC-1', null)] })).key).toBe('identify.verdict.next.RECALLED')
  })

  it('counts the days since the date on the label', () => {
    const step = nextStep(lookup({ verdict: 'EXPIRED', scan: { ...scan, expiresOn: '2020-02-29' } }))
    expect(step.values['day']).toBe('2020-02-29')
    expect(Number(step.values['n'])).toBeGreaterThan(2000)
  })

  it('takes the day that the hub counted from before the one on the label', () => {
    const reasons = [{ code: 'EXPIRED' as const, message: '', on: '2019-01-31' }]
    expect(nextStep(lookup({ verdict: 'EXPIRED', reasons, scan: { ...scan, expiresOn: '2020-02-29' } })).values['day']).toBe('2019-01-31')
  })

  it('tells which part is not on record', () => {
    expect(nextStep(lookup({ verdict: 'UNKNOWN', reasons: [{ code: 'BATCH_UNKNOWN', message: '', on: null }], scan: { ...scan, lot: '4O82261' } }))).toEqual({ key: 'identify.verdict.next.UNKNOWN_batch', values: { lot: '4O82261' } })
  })

  it('sends a carton to its contents', () => {
    const unit = { id: 'lgu_1', sscc: '1', kind: 'CARTON' }
    expect(nextStep(lookup({ verdict: 'UNKNOWN', logisticUnit: unit })).key).toBe('identify.verdict.next.UNKNOWN_unit')
    expect(nextStep(lookup({ logisticUnit: unit })).key).toBe('identify.verdict.next.CLEAR_unit')
    expect(nextStep(lookup({ verdict: 'RECALLED', logisticUnit: unit, recalls: [recall('RC-1', '2026-11-26T10:00:00Z')] })).key).toBe('identify.verdict.next.some_unit')
    expect(verdictWords(lookup({ verdict: 'UNKNOWN', logisticUnit: unit }))).toEqual({ word: 'UNKNOWN_unit', act: 'UNKNOWN_unit' })
    expect(verdictWords(lookup({ logisticUnit: unit }))).toEqual({ word: 'CLEAR', act: 'CLEAR_unit' })
    expect(verdictWords(lookup({ verdict: 'UNKNOWN' }))).toEqual({ word: 'UNKNOWN', act: 'UNKNOWN' })
  })

  it('never leaves a verdict without a sentence', () => {
    for (const verdict of ['SUSPECT', 'QUARANTINED', 'RETIRED', 'USED', 'OVERDUE', 'CLEAR'] as const) expect(nextStep(lookup({ verdict })).key).toBe(`identify.verdict.next.${verdict}`)
  })
})
