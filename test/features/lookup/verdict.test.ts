import { describe, expect, it } from 'vitest'
import type { Label } from '../../../server/features/identify/label.ts'
import { readLabel } from '../../../server/features/identify/read-label.ts'
import type { LookupRow } from '../../../server/features/lookup/lookup.cypher.ts'
import { verdictOf } from '../../../server/features/lookup/verdict.rules.ts'

const today = '2026-11-22'
const di = '08717648200274'
const label = (code = `(01)${di}(10)L1(21)S1`): Label => readLabel(code, new Date(`${today}T08:00:00Z`))

type SerialFacts = NonNullable<LookupRow['serialFacts']>
type BatchFacts = NonNullable<LookupRow['batchFacts']>
const product = { id: 'prd_1', di, registrations: [], withdrawnOn: null } as unknown as NonNullable<LookupRow['product']>
const serial: SerialFacts = { status: 'IN_STOCK', holds: [], expiresOn: '2028-04-30', serviceDueOn: null, calibrationDueOn: null, lotNumber: 'L1', seenNow: true, inTransitToViewer: false }
const batch: BatchFacts = { lotNumber: 'L1', expiresOn: '2028-04-30', holds: [], released: true, inTransitToViewer: false }
const seen = { id: 'ser_1' } as unknown as NonNullable<LookupRow['serial']>
const row = (known: Partial<LookupRow> = {}): LookupRow => ({
  product, packageLevel: null, serialFacts: serial, batchFacts: batch, unitFacts: null, inViewersStock: true, serial: seen, batch: null, stock: [], recalls: [], logisticUnit: null, candidates: [], ...known,
})
const recall = (status: string, drill = false): LookupRow['recalls'][number] =>
  ({ id: 'rcl_1', reference: 'RC-1', title: 'Slow balloon', classification: 'II', status, drill }) as unknown as LookupRow['recalls'][number]

const judge = (known: Partial<LookupRow> = {}, code?: string) => verdictOf({ label: label(code), row: row(known), today })
const told = (known: Partial<LookupRow> = {}, code?: string): string => {
  const { verdict, reasons } = judge(known, code)
  return [verdict, ...reasons.map((reason) => reason.code)].join(' ')
}
const nothingKnown: Partial<LookupRow> = { product: null, serialFacts: null, batchFacts: null, serial: null, inViewersStock: false }
const sscc = '(00)106999900070000013'
const carton: Partial<LookupRow> = {
  ...nothingKnown, logisticUnit: { id: 'lgu_1', sscc: '106999900070000013', kind: 'CARTON' }, unitFacts: { count: 1, holds: [], expiresOn: '2028-04-30', inTransitToViewer: false },
}
const lotOnly = `(01)${di}(10)L1`
const ofLot: Partial<LookupRow> = { serialFacts: null, serial: null }

describe('each reason has its verdict', () => {
  const cases: readonly (readonly [what: string, answer: string, known: Partial<LookupRow>, code?: string])[] = [
    ['nothing against it', 'CLEAR', {}],
    ['an open recall', 'RECALLED RECALL_OPEN', { recalls: [recall('ONGOING')] }],
    ['a mark of recall without the recall', 'RECALLED RECALL_OPEN', { serialFacts: { ...serial, holds: ['RECALLED'] } }],
    ['a closed recall', 'CLEAR', { recalls: [recall('COMPLETED')] }],
    ['a drill', 'CLEAR', { recalls: [recall('ONGOING', true)] }],
    ['seen elsewhere', 'SUSPECT SEEN_ELSEWHERE', { serialFacts: { ...serial, holds: ['SUSPECT'] } }],
    ['seen at two places', 'SUSPECT SEEN_AT_TWO_PLACES', { serialFacts: { ...serial, seenTwice: true } }],
    ['lost', 'SUSPECT SEEN_ELSEWHERE', { serialFacts: { ...serial, status: 'LOST' } }],
    ['quarantined', 'QUARANTINED HELD_BY_QUALITY', { serialFacts: { ...serial, holds: ['QUARANTINED'] } }],
    ['a lot found bad', 'QUARANTINED HELD_BY_QUALITY', { ...ofLot, batchFacts: { ...batch, holds: ['NON_CONFORMANT'] } }, lotOnly],
    ['a device not released', 'QUARANTINED NOT_RELEASED', { serialFacts: { ...serial, status: 'MADE' } }],
    ['a lot not released', 'QUARANTINED NOT_RELEASED', { ...ofLot, batchFacts: { ...batch, released: false } }, lotOnly],
    ['scrapped', 'RETIRED SCRAPPED', { serialFacts: { ...serial, status: 'DESTROYED' } }],
    ['implanted', 'USED ALREADY_USED', { serialFacts: { ...serial, status: 'IMPLANTED' } }],
    ['used up', 'USED ALREADY_USED', { serialFacts: { ...serial, status: 'CONSUMED' } }],
    ['expired', 'EXPIRED EXPIRED', { serialFacts: { ...serial, expiresOn: '2026-11-21' } }],
    ['expires today', 'CLEAR EXPIRES_SOON', { serialFacts: { ...serial, expiresOn: today } }],
    ['expires in ninety days', 'CLEAR EXPIRES_SOON', { serialFacts: { ...serial, expiresOn: '2027-02-20' } }],
    ['expires in ninety-one', 'CLEAR', { serialFacts: { ...serial, expiresOn: '2027-02-21' } }],
    ['maintenance was due', 'OVERDUE SERVICE_OVERDUE', { serialFacts: { ...serial, serviceDueOn: '2026-11-21' } }],
    ['calibration was due, maintenance is not', 'OVERDUE SERVICE_OVERDUE', { serialFacts: { ...serial, serviceDueOn: '2027-06-01', calibrationDueOn: '2026-11-21' } }],
    ['maintenance is due today', 'CLEAR SERVICE_DUE', { serialFacts: { ...serial, serviceDueOn: today } }],
    ['on its way to the viewer', 'CLEAR IN_TRANSIT', { serialFacts: { ...serial, status: 'IN_TRANSIT', inTransitToViewer: true } }],
    ['a lot on its way to the viewer', 'CLEAR IN_TRANSIT', { ...ofLot, batchFacts: { ...batch, inTransitToViewer: true } }, lotOnly],
    ['not in stock', 'CLEAR NOT_IN_YOUR_STOCK', { inViewersStock: false }],
    ['registration ended', 'CLEAR REGISTRATION_EXPIRED', { product: { ...product, registrations: [{ number: 'R', market: 'CN', validFrom: null, validUntil: '2026-11-21', holder: null }] } }],
    ['withdrawn', 'CLEAR WITHDRAWN_FROM_MARKET', { product: { ...product, withdrawnOn: today } }],
    ['another lot on the label', 'UNKNOWN LABEL_MISMATCH', { serialFacts: { ...serial, lotNumber: 'L2' }, batchFacts: { ...batch, lotNumber: 'L2' } }],
    ['another expiry on the label', 'UNKNOWN LABEL_MISMATCH', {}, `(01)${di}(17)290430(10)L1(21)S1`],
    ['no such product', 'UNKNOWN PRODUCT_UNKNOWN', nothingKnown],
    ['no such serial', 'UNKNOWN SERIAL_UNKNOWN', { ...nothingKnown, product }],
    ['no such lot', 'UNKNOWN BATCH_UNKNOWN', { ...nothingKnown, product }, lotOnly],
    ['an identifier alone', 'UNKNOWN BATCH_UNKNOWN', { ...nothingKnown, product }, `(01)${di}`],
    ['an identifier typed', 'UNKNOWN BATCH_UNKNOWN', { ...nothingKnown, product }, di],
    ['a number of nobody', 'UNKNOWN LABEL_NOT_READ', nothingKnown, 'what is this'],
    ['a number of several', 'UNKNOWN', { ...nothingKnown, candidates: [{}, {}] as unknown as LookupRow['candidates'] }, '12345'],
    ['a carton', 'CLEAR', { ...carton }, sscc],
    ['an empty carton', 'UNKNOWN', { ...carton, unitFacts: { count: 0, holds: [], expiresOn: null, inTransitToViewer: false } }, sscc],
    ['a carton with something recalled', 'RECALLED RECALL_OPEN', { ...carton, recalls: [recall('ONGOING')] }, sscc],
    ['a carton with something held', 'QUARANTINED HELD_BY_QUALITY', { ...carton, unitFacts: { count: 1, holds: ['DAMAGED'], expiresOn: null, inTransitToViewer: false } }, sscc],
    ['a carton on its way to the viewer', 'CLEAR IN_TRANSIT', { ...carton, unitFacts: { count: 1, holds: [], expiresOn: null, inTransitToViewer: true } }, sscc],
    ['a carton of one lot by its GTIN', 'CLEAR', { ...ofLot, packageLevel: { code: `1${di.slice(1)}`, scheme: 'GS1', type: 'PACKAGE', level: null, contains: di, units: null } }, lotOnly],
    ['an AHM code', 'UNKNOWN SCHEME_NOT_READ', nothingKnown, 'AHM.12345678'],
  ]
  it.each(cases.map(([what, answer, known, code]) => ({ what, answer, known, code })))('$what: $answer', ({ answer, known, code }) => {
    expect(told(known, code)).toBe(answer)
  })
})

describe('several reasons', () => {
  it('come worst first, and the worst decides', () => {
    const everything = { serialFacts: { ...serial, status: 'IMPLANTED', holds: ['QUARANTINED', 'SUSPECT'], expiresOn: '2026-01-31', serviceDueOn: '2026-01-01' }, recalls: [recall('ONGOING')], inViewersStock: false }
    expect(told(everything)).toBe('RECALLED RECALL_OPEN SEEN_ELSEWHERE HELD_BY_QUALITY ALREADY_USED EXPIRED SERVICE_OVERDUE NOT_IN_YOUR_STOCK')
  })

  it('where label and record differ, the earlier expiry counts', () => {
    expect(told({}, `(01)${di}(17)260131(10)L1(21)S1`)).toBe('EXPIRED EXPIRED LABEL_MISMATCH')
    expect(told({ serialFacts: { ...serial, expiresOn: '2026-01-31' } }, `(01)${di}(17)280430(10)L1(21)S1`)).toBe('EXPIRED EXPIRED LABEL_MISMATCH')
  })
})

describe('what a stranger is told', () => {
  const stranger: Partial<LookupRow> = { serial: null, batch: null, inViewersStock: false }

  it('is that the label is wrong, not what a right one says', () => {
    const known = { ...stranger, serialFacts: { ...serial, lotNumber: 'L2', seenNow: false }, batchFacts: { ...batch, lotNumber: 'L2' } }
    expect(judge(known).reasons.map(({ message }) => message).join(' ')).not.toContain('L2')
    expect(judge({ ...known, serial: seen }).reasons.map(({ message }) => message).join(' ')).toContain('the record says L2')
  })

  it('is no journey and no plan of somebody else', () => {
    expect(told({ ...stranger, serialFacts: { ...serial, status: 'IN_TRANSIT', serviceDueOn: '2026-12-01', seenNow: false } })).toBe('CLEAR NOT_IN_YOUR_STOCK')
  })
})
