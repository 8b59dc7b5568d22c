import { describe, expect, it } from 'vitest'
import { factsOf, type SharedRecord } from '../../../portal/features/shares/shared-record.ts'

const shared = { kind: 'SERIAL', label: 'S1', from: null, to: null, recipient: 'NMPA', expiresAt: '2026-11-24T03:11:00.000Z', sharedBy: { name: 'Mailan', nameZh: null } } as unknown as SharedRecord
const words: Record<string, string> = { 'custody.status.IN_STOCK': 'In stock', 'recalls.action.RETURN': 'Return', 'identify.verdict.recallClass.II': 'class II' }
const known = (key: string, otherwise: string) => words[key] ?? otherwise

describe('the facts that an authority is shown', () => {
  it('of a device say its status in words, and what is not told is not named', () => {
    const facts = factsOf({ ...shared, thing: { serialNumber: 'S1', status: 'IN_STOCK', expiresOn: null, product: { di: '1', registrations: ['A', 'B'] } } }, known, 'Yes')
    expect(facts.map(({ name, texts }) => [name, ...texts])).toEqual([['di', '1'], ['registrations', 'A', 'B'], ['serialNumber', 'S1'], ['status', 'In stock']])
  })

  it('of a recall say class and actions in words, a moment as one, and a code without words as it is', () => {
    const facts = factsOf({ ...shared, recall: { classification: 'II', drill: true, approvedAt: '2026-11-21T02:00:00.000Z', actions: ['RETURN', 'NEW_ACTION'], serialCount: 80 } }, known, 'Yes')
    expect(facts).toEqual([
      { name: 'classification', at: null, texts: ['class II'] }, { name: 'drill', at: null, texts: ['Yes'] },
      { name: 'approvedAt', at: '2026-11-21T02:00:00.000Z', texts: ['2026-11-21T02:00:00.000Z'] },
      { name: 'actions', at: null, texts: ['Return', 'NEW_ACTION'] }, { name: 'serialCount', at: null, texts: ['80'] },
    ])
  })
})
