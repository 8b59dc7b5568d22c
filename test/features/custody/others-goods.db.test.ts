import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEpcisBench, type EpcisBench, serial } from '../epcis/epcis-bench.ts'
import { documentOf } from '../epcis/epcis-kit.ts'

const [cjuh, kangluo, quality] = ['hospital:CJUH', 'distributor:KANGLUO', 'quality']
const hour = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * hour).toISOString()
const label = (number: string): string => `(01)06972145030560(21)${number}`
const lines = (...numbers: string[]) => numbers.map((number) => ({ code: label(number) }))

interface Answer { readonly __typename: string; readonly code?: string; readonly path?: string[]; readonly acceptedCount?: number; readonly report?: { readonly acceptedCount: number }; readonly rejected?: readonly { readonly reason: { readonly code: string; readonly message: string } }[] }

let bench: EpcisBench
beforeAll(async () => {
  bench = await openEpcisBench()
  await give(6, 'B03-019', 'B03-020', 'B03-022', 'B03-023')
})
afterAll(() => bench?.stop())

const send = async (viewer: string, mutation: string, input: object, fields = '... on GoodsReported { acceptedCount rejected { reason { code message } } }'): Promise<Answer> => {
  const type = mutation === 'unpack' ? 'PackInput' : `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { data, errors } = await bench.hub.ask<Record<string, Answer>>(viewer, `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${fields} ... on UserError { code path } } }`, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  expect(errors).toBeUndefined()
  const answer = data?.[mutation]
  if (answer === undefined) throw new Error('No answer')
  return answer
}
const why = ({ code, rejected = [] }: Answer): string[] => [...(code === undefined ? [] : [code]), ...rejected.map(({ reason }) => reason.code)]
const receipt = '... on ConfirmReceiptSuccess { acceptedCount rejected { reason { code message } } }'
/** From the distributor into the hospital's hands. */
const give = async (hours: number, ...numbers: string[]): Promise<void> => {
  await send(kangluo, 'reportShipment', { at: ago(hours + 1), to: 'CJUH', documentNumber: 'KL-1', lines: lines(...numbers) })
  expect(await send(cjuh, 'confirmReceipt', { receivedAt: ago(hours), lines: lines(...numbers) }, receipt)).toMatchObject({ acceptedCount: numbers.length })
}
const use = (number: string, usedAt = ago(0)): Promise<Answer> => send(cjuh, 'recordUsage', { code: label(number), usedAt, kind: 'IMPLANTED' }, '')

interface Findings { readonly findings: { readonly edges: readonly { readonly node: { readonly code: string; readonly serial: { readonly serialNumber: string } | null } }[] } }
const findings = async (viewer: string): Promise<string[]> =>
  ((await bench.hub.ask<Findings>(viewer, '{ findings(first: 100, open: true) { edges { node { code serial { serialNumber } } } } }')).data?.findings.edges ?? []).map(({ node }) => `${node.code} ${node.serial?.serialNumber ?? ''}`)
/** The events of each finding of that code on the device. */
const concerned = async (viewer: string, code: string, number: string): Promise<string[][] | undefined> =>
  (await bench.hub.ask<{ findings: { edges: { node: { serial: { serialNumber: string } | null; events: { bizStep: string }[] } }[] } }>(viewer, 'query ($code: String) { findings(first: 100, open: true, code: $code) { edges { node { serial { serialNumber } events { bizStep } } } } }', { code }))
    .data?.findings.edges.filter(({ node }) => node.serial?.serialNumber === number).map(({ node }) => node.events.map(({ bizStep }) => bizStep))
const messages = async (viewer: string): Promise<string[]> =>
  ((await bench.hub.ask<{ messages: { edges: readonly { node: { type: string } }[] } }>(viewer, '{ messages(first: 50) { edges { node { type } } } }')).data?.messages.edges ?? []).map(({ node }) => node.type)

const event = (bizStep: string, number: string, more: object = {}): object => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep, eventTime: ago(0), eventTimeZoneOffset: '+08:00', epcList: [serial(number)], readPoint: { id: 'https://id.gs1.org/414/6999900070005' }, ...more,
})

const packing = (action: 'ADD' | 'DELETE', sscc: string, numbers: readonly string[]): object => ({
  type: 'AggregationEvent', action, bizStep: action === 'ADD' ? 'packing' : 'unpacking', eventTime: ago(1.5), eventTimeZoneOffset: '+08:00', parentID: `https://id.gs1.org/00/${sscc}`, childEPCs: numbers.map(serial), readPoint: { id: 'https://id.gs1.org/414/6999900070005' },
})
const packedIn = async (sscc: string): Promise<number | undefined> =>
  (await bench.hub.ask<{ logisticUnit: { contents: { totalCount: number } } | null }>(cjuh, `{ logisticUnit(code: "(00)${sscc}") { contents { totalCount } } }`)).data?.logisticUnit?.contents.totalCount

describe('who had it once', () => {
  it('cannot hold it, nor say that it is bad', async () => {
    expect(why(await send(kangluo, 'setQuarantine', { at: ago(0), quarantined: true, lines: lines('B03-019') }))).toEqual(['NOT_IN_YOUR_STOCK'])
    expect(why(await send(kangluo, 'reportInspection', { at: ago(0), result: 'NON_CONFORMANT', lines: lines('B03-019') }))).toEqual(['NOT_IN_YOUR_STOCK'])
  })

  it('by EPCIS says it as a claim: a finding, and it can be used', async () => {
    await bench.epcis.capture(kangluo, documentOf([event('holding', 'B03-019'), event('storing', 'B03-020', { disposition: 'stolen' })]))
    expect(await findings(quality)).toEqual(expect.arrayContaining(['HELD_BY_OTHER B03-019', 'HELD_BY_OTHER B03-020']))
    expect(await use('B03-019')).toMatchObject({ __typename: 'RecordUsageSuccess' })
  })
})

describe('a hold of the maker', () => {
  it('stands, and who has it is told', async () => {
    expect(await messages(cjuh)).not.toContain('device.hold.placed')
    expect(await send(quality, 'setQuarantine', { at: ago(0), quarantined: true, lines: lines('B03-022') })).toMatchObject({ acceptedCount: 1 })
    expect(await messages(cjuh)).toContain('device.hold.placed')
    expect(why(await use('B03-022'))).toEqual(['BLOCKED'])
  })
})

describe('a carton', () => {
  const sscc = '106999900070012344'
  it('that another has now is neither emptied nor packed into by who sent it', async () => {
    expect(await send(kangluo, 'reportShipment', { at: ago(3), to: 'CJUH', documentNumber: 'KL-2', sscc, lines: lines('B03-024', 'B03-025') })).toMatchObject({ acceptedCount: 2 })
    expect(why(await send(kangluo, 'unpack', { at: ago(2.5), sscc }))).toEqual(['CONFLICT'])
    expect(why(await send(kangluo, 'pack', { at: ago(2.5), sscc, lines: lines('B03-026') }))).toEqual(['CONFLICT'])
    expect(await send(cjuh, 'confirmReceipt', { receivedAt: ago(2), lines: [{ code: `(00)${sscc}` }] }, receipt)).toMatchObject({ acceptedCount: 1 })
    expect(why(await send(kangluo, 'unpack', { at: ago(1), sscc }))).toEqual(['CONFLICT'])
    expect(why(await send(kangluo, 'unpack', { at: ago(1), sscc, lines: lines('B03-024') }))).toEqual(['NOT_IN_YOUR_STOCK'])
    expect(why(await send(kangluo, 'pack', { at: ago(1), sscc, lines: lines('B03-026') }))).toEqual(['CONFLICT'])
    await bench.epcis.capture(kangluo, documentOf([packing('DELETE', sscc, []), packing('ADD', '106999900070012351', ['B03-025'])]))
    expect(await findings(quality)).toEqual(expect.arrayContaining(['PACKED_BY_OTHER B03-024', 'PACKED_BY_OTHER B03-025']))
    expect(await packedIn(sscc)).toBe(2)
    // How who has it got it, and what does not fit to that; each as far as the viewer may see it.
    expect(await concerned(quality, 'PACKED_BY_OTHER', 'B03-025')).toContainEqual(['receiving', 'packing'])
    expect(await concerned(kangluo, 'PACKED_BY_OTHER', 'B03-025')).toContainEqual(['receiving', 'packing'])
    await bench.epcis.capture(kangluo, documentOf([{ ...event('shipping', 'B03-025', { disposition: 'in_transit' }), epcList: ['https://id.gs1.org/00/106999900070012351'] }]))
    expect(await bench.whereIs('B03-025')).toEqual(['CJUH IN_STOCK'])
    expect(await bench.breaches()).toEqual([])
    expect(await send(cjuh, 'unpack', { at: ago(1), sscc, lines: lines('B03-024') })).toMatchObject({ acceptedCount: 1 })
    expect(await send(cjuh, 'unpack', { at: ago(1), sscc })).toMatchObject({ __typename: 'GoodsReported' })
    expect(await bench.breaches()).toEqual([])
  })
})

describe('a time before it was made', () => {
  it('is refused with the day to mend, line by line and for one', async () => {
    expect(await send(cjuh, 'confirmReceipt', { receivedAt: '2006-11-22T01:00:00Z', lines: lines('B03-023') }, receipt)).toMatchObject({ acceptedCount: 0, rejected: [{ reason: { code: 'TOO_EARLY', message: expect.stringMatching(/made on 20\d\d-\d\d-\d\d/) as unknown } }] })
    expect(await use('B03-023', '2006-11-22T01:00:00Z')).toMatchObject({ code: 'INVALID_INPUT', path: ['usedAt'] })
  })

  it('by EPCIS is kept as a finding, and the making stays the making', async () => {
    await bench.epcis.capture(kangluo, documentOf([event('storing', 'B03-027', { eventTime: '2006-11-22T01:00:00Z' })]))
    expect(await findings(quality)).toContain('IMPOSSIBLE_TIME B03-027')
    expect(await findings(quality)).not.toContain('DUPLICATE_SERIAL B03-027')
    expect(await bench.whereIs('B03-027')).toEqual(['KANGLUO IN_STOCK'])
    expect(await bench.breaches()).toEqual([])
  })

  it('told before the making was: a device that was received first is made all the same', async () => {
    const made = (eventTime: string, number: string) => event('commissioning', number, { action: 'ADD', eventTime, readPoint: undefined, ilmd: { 'cbvmda:lotNumber': 'EARLY-LOT', 'cbvmda:itemExpirationDate': '2029-01-31' } })
    await bench.epcis.capture('supply', documentOf([made(ago(5), 'EARLY-1'), event('storing', 'EARLY-1', { eventTime: ago(50), readPoint: { id: 'https://id.gs1.org/414/6972145000006' } })]))
    expect(await findings(quality)).toContain('IMPOSSIBLE_TIME EARLY-1')
    expect(await findings(quality)).not.toContain('DUPLICATE_SERIAL EARLY-1')
    expect(await bench.breaches()).toEqual([])
  })
})

it('what was lost is found again by who has it, and can be used', async () => {
  await bench.epcis.capture('hospital-user:CJUH', documentOf([event('storing', 'B03-023', { disposition: 'unknown', readPoint: { id: 'https://id.gs1.org/414/6999900110015' } })]))
  expect(why(await use('B03-023'))).toEqual(['BLOCKED'])
  expect(await send(cjuh, 'reportInspection', { at: ago(0), result: 'CONFORMANT', lines: lines('B03-023') })).toMatchObject({ acceptedCount: 1 })
  expect(await use('B03-023')).toMatchObject({ __typename: 'RecordUsageSuccess' })
})

it('what the maker says for good, recalled, holds by EPCIS until it takes that back', async () => {
  const said = (persistentDisposition: object) => bench.epcis.capture('supply', documentOf([event('storing', 'B03-029', { bizStep: undefined, readPoint: undefined, eventTime: ago(0), persistentDisposition })]))
  const sell = (): Promise<Answer> => send(kangluo, 'reportShipment', { at: ago(0), to: 'CJUH', documentNumber: 'KL-5', lines: lines('B03-029') })
  await said({ set: ['recalled'] })
  expect(why(await sell())).toEqual(['RECALLED'])
  await said({ unset: ['recalled'] })
  expect(await sell()).toMatchObject({ acceptedCount: 1 })
  expect(await bench.breaches()).toEqual([])
})
