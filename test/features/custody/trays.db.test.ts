import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unitElement } from '../../../server/features/custody/unit-number.rules.ts'
import { scannedCode } from '../../../server/features/custody/scanned-code.ts'
import { openEpcisBench, type EpcisBench, serial } from '../epcis/epcis-bench.ts'
import { documentOf } from '../epcis/epcis-kit.ts'

const [cjuh, kangluo] = ['hospital:CJUH', 'distributor:KANGLUO']
const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()
const lines = (...numbers: string[]) => numbers.map((number) => ({ code: `(01)06972145030560(21)${number}` }))
const grai = '(8003)06999900070104TRAY-1'
const giai = '(8004)6999900070BOX-7'

let bench: EpcisBench
beforeAll(async () => {
  bench = await openEpcisBench()
})
afterAll(() => bench?.stop())

const send = async (viewer: string, mutation: string, input: object, type = 'GoodsReported'): Promise<object> => {
  const { data, errors } = await bench.hub.ask<Record<string, object>>(viewer, `mutation ($input: ${mutation === 'unpack' ? 'Pack' : mutation.charAt(0).toUpperCase() + mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename ... on ${type} { acceptedCount } ... on UserError { code message } } }`, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  expect(errors).toBeUndefined()
  return data?.[mutation] ?? {}
}

describe('a returnable tray', () => {
  it('is read by its GRAI or GIAI in any form; a GRAI without a serial number is a kind of tray', () => {
    expect(scannedCode(grai).sscc).toBe(grai)
    expect(scannedCode('https://id.gs1.org/8003/06999900070104TRAY-1').sscc).toBe(grai)
    expect(scannedCode('urn:epc:id:grai:699990007.010.TRAY-1').sscc).toBe(grai)
    expect(scannedCode('urn:epc:id:giai:699990007.0BOX-7').sscc).toBe(giai)
    expect(scannedCode('(8003)06999900070104').sscc).toBeNull()
    expect([unitElement(grai), unitElement('106999900070012344')]).toEqual([['8003', '06999900070104TRAY-1'], ['00', '106999900070012344']])
  })

  it('is packed, shipped, received and emptied by it, and goes round again', async () => {
    expect(await send(kangluo, 'pack', { at: ago(5), sscc: grai, lines: lines('B03-019') })).toMatchObject({ acceptedCount: 1 })
    expect(await send(kangluo, 'reportShipment', { at: ago(4), to: 'CJUH', documentNumber: 'T-1', sscc: grai, lines: lines('B03-020') })).toMatchObject({ acceptedCount: 1 })
    expect(await bench.whereIs('B03-019', 'B03-020')).toEqual(['KANGLUO IN_TRANSIT CJUH', 'KANGLUO IN_TRANSIT CJUH'])
    const { data } = await bench.hub.ask<{ incomingShipments: { documentNumber: string; lines: { code: string }[] }[] }>(cjuh, '{ incomingShipments { documentNumber lines { code } } }')
    expect(data?.incomingShipments.find(({ documentNumber }) => documentNumber === 'T-1')?.lines).toEqual([{ code: grai }])
    expect(await send(cjuh, 'confirmReceipt', { receivedAt: ago(3), lines: [{ code: grai }] }, 'ConfirmReceiptSuccess')).toMatchObject({ acceptedCount: 1 })
    expect(await bench.whereIs('B03-019', 'B03-020')).toEqual(['CJUH IN_STOCK', 'CJUH IN_STOCK'])
    expect(await send(cjuh, 'unpack', { at: ago(2), sscc: grai })).toMatchObject({ __typename: 'GoodsReported' })
    expect(await send(kangluo, 'pack', { at: ago(1), sscc: grai, lines: lines('B03-022') })).toMatchObject({ acceptedCount: 1 })
    expect(await bench.breaches()).toEqual([])
  })

  it('is lent with what is in it', async () => {
    const { data, errors } = await bench.hub.ask<{ sendLoanSet: object }>(kangluo, 'mutation ($input: SendLoanSetInput!) { sendLoanSet(input: $input) { __typename ... on LoanSetReported { loanSet { logisticUnit { sscc } } } ... on UserError { message } } }',
      { input: { idempotencyKey: crypto.randomUUID(), sscc: giai, to: 'CJUH', documentNumber: 'T-2', at: ago(1), dueOn: '2099-01-01', lines: [{ code: '26IS0413', quantity: 1 }] } })
    expect(errors).toBeUndefined()
    expect(data?.sendLoanSet).toMatchObject({ loanSet: { logisticUnit: { sscc: giai } } })
  })

  it('is the same by EPCIS, as Digital Link or URN', async () => {
    const tray = 'urn:epc:id:grai:699990007.010.TRAY-2'
    const told = { eventTimeZoneOffset: '+08:00', readPoint: { id: 'https://id.gs1.org/414/6999900070005' } }
    const parties = { sourceList: [{ type: 'possessing_party', source: 'https://id.gs1.org/417/6999900070005' }], destinationList: [{ type: 'possessing_party', destination: 'https://id.gs1.org/417/6999900110008' }] }
    await bench.epcis.capture(kangluo, documentOf([
      { ...told, type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', eventTime: ago(2), parentID: tray, childEPCs: [serial('B03-024')] },
      { ...told, ...parties, type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', eventTime: ago(1), epcList: ['https://id.gs1.org/8003/06999900070104TRAY-2'] },
    ]))
    expect(await bench.whereIs('B03-024')).toEqual(['KANGLUO IN_TRANSIT CJUH'])
    expect((await bench.epcis.events(kangluo, `/epcs/${encodeURIComponent('https://id.gs1.org/8003/06999900070104TRAY-1')}/events`)).length).toBeGreaterThan(2)
    expect(await bench.breaches()).toEqual([])
  })
})
