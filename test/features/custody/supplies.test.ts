import { describe, expect, it } from 'vitest'
import { newBatch } from '../../../server/features/custody/batch-state.rules.ts'
import { newSerial } from '../../../server/features/custody/serial-state.rules.ts'
import { handsOfBatch, handsOfSerial, suppliesOf } from '../../../server/features/custody/supplies.rules.ts'

const had = (organization: string) => ({ organization, from: '1', until: '2', status: 'IN_STOCK' as const, holds: [] })
const cell = (organization: string) => ({ organization, from: '1' })

describe('who hands on to whom', () => {
  it('is, of a serial, everybody who had it, in turn, to who gets or used it, whoever reported that', () => {
    expect(handsOfSerial({ ...newSerial, passed: [had('maker'), had('seller')], holder: 'hospital' })).toEqual([['maker', 'seller'], ['seller', 'hospital']])
    expect(handsOfSerial({ ...newSerial, passed: [had('maker')], holder: 'seller', transit: { from: 'seller', to: 'hospital', since: '3', returned: false } })).toEqual([['maker', 'seller'], ['seller', 'hospital']])
    expect(handsOfSerial({ ...newSerial, passed: [had('maker'), had('seller')], usage: { organization: 'hospital', site: 's', on: '4', kind: 'IMPLANTED' } })).toEqual([['maker', 'seller'], ['seller', 'hospital']])
  })

  it('is, of a lot, who sent it; where nobody did, any who had of it, and its maker only where nobody else had', () => {
    const before = { ...newBatch, tenures: [cell('maker'), cell('seller')] }
    const after = { ...before, tenures: [...before.tenures, cell('hospital')] }
    expect(handsOfBatch(before, after, 'maker', [])).toEqual([['seller', 'hospital']])
    expect(handsOfBatch(before, after, 'maker', [['other', 'hospital']])).toEqual([])
    expect(handsOfBatch({ ...newBatch, tenures: [cell('maker')] }, { ...newBatch, tenures: [cell('maker'), cell('hospital')] }, 'maker', [])).toEqual([['maker', 'hospital']])
    expect(handsOfBatch(before, { ...before, transit: [{ from: 'seller', to: 'hospital', quantity: 2, since: '3', site: 's', passed: false }] }, 'maker', [])).toEqual([['seller', 'hospital']])
  })

  it('is kept once for each maker, in one order', () => {
    expect(suppliesOf([['m2', [['b', 'c']]], ['m1', [['b', 'c'], ['a', 'b'], ['b', 'c']]]])).toEqual([
      { seller: 'a', customer: 'b', maker: 'm1' }, { seller: 'b', customer: 'c', maker: 'm1' }, { seller: 'b', customer: 'c', maker: 'm2' },
    ])
  })
})
