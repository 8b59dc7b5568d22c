import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EpcisBench, openEpcisBench, serial } from '../epcis/epcis-bench.ts'
import { documentOf } from '../epcis/epcis-kit.ts'
import { lately } from '../../testkit/lately.ts'

const [cjuh, kangluo, quality] = ['hospital:CJUH', 'distributor:KANGLUO', 'quality']
const now = (): string => new Date().toISOString()
const label = (number: string): string => `(01)06972145030560(21)${number}`

let bench: EpcisBench
beforeAll(async () => {
  bench = await openEpcisBench()
})
afterAll(() => bench?.stop())

const ask = async <Data>(viewer: string, query: string, variables: object = {}): Promise<Data> => {
  const { data, errors } = await bench.hub.ask<Data>(viewer, query, variables)
  expect(errors).toBeUndefined()
  if (data === undefined || data === null) throw new Error('No answer')
  return data
}
const report = (viewer: string, mutation: string, type: string, input: object) =>
  ask<Record<string, { __typename: string }>>(viewer, `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
const declare = async (viewer: string, event: string) =>
  (await ask<{ declareError: { acceptedCount?: number; code?: string } }>(viewer, 'mutation ($input: DeclareErrorInput!) { declareError(input: $input) { ... on GoodsReported { acceptedCount } ... on UserError { code } } }', { input: { idempotencyKey: crypto.randomUUID(), event, reason: 'The number was misread.' } })).declareError
const newest = async (viewer: string, number: string): Promise<string> =>
  (await ask<{ serial: { timeline: { edges: { node: { id: string } }[] } } }>(viewer, 'query ($code: String!) { serial(code: $code) { timeline(first: 1) { edges { node { id } } } } }', { code: label(number) })).serial.timeline.edges[0]?.node.id ?? ''
const messages = async (viewer: string): Promise<string[]> =>
  (await ask<{ messages: { edges: readonly { node: { type: string } }[] } }>(viewer, '{ messages(first: 50) { edges { node { type } } } }')).messages.edges.map(({ node }) => node.type)
const pending = async (viewer: string): Promise<string[]> =>
  (await ask<{ findings: { edges: readonly { node: { named: string | null; serial: { serialNumber: string } | null } }[] } }>(viewer, '{ findings(first: 50, open: true, code: "CORRECTION_PENDING") { edges { node { named serial { serialNumber } } } } }')).findings.edges.map(({ node }) => `${node.named} ${node.serial?.serialNumber}`)

describe('another’s report of its product', () => {
  it('is declared an error by the maker’s quality, by no other team and no other partner, and its reporter is told', async () => {
    await report(kangluo, 'reportSellThrough', 'ReportSellThroughInput', { documentNumber: 'KL-9', lines: [{ code: label('B03-022'), soldTo: 'CJUH', soldAt: now() }] })
    await report(cjuh, 'confirmReceipt', 'ConfirmReceiptInput', { receivedAt: now(), lines: [{ code: label('B03-022') }] })
    await report(cjuh, 'recordUsage', 'RecordUsageInput', { code: label('B03-022'), usedAt: now(), kind: 'CONSUMED' })
    const used = await newest(cjuh, 'B03-022')
    expect(await declare('supply', used)).toEqual({ code: 'NOT_FOUND' })
    expect(await declare(kangluo, used)).toEqual({ code: 'NOT_FOUND' })
    expect(await declare('quality:ABBOTT-VASCULAR', used)).toEqual({ code: 'NOT_FOUND' })
    expect(await messages(cjuh)).not.toContain('custody.corrected')
    expect(await declare(quality, used)).toEqual({ acceptedCount: 1 })
    expect(await messages(cjuh)).toContain('custody.corrected')
    expect(await bench.whereIs('B03-022')).toEqual(['CJUH IN_STOCK'])
    expect(await bench.breaches()).toEqual([])
  })
})

describe('a declaration that names what corrects it', () => {
  it('is a finding until that has come', async () => {
    const [wrong, right] = ['urn:uuid:5c1b7b52-6f5e-4f0b-9a53-5a4a3ad7a001', 'urn:uuid:5c1b7b52-6f5e-4f0b-9a53-5a4a3ad7a002']
    const event = { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'storing', eventTime: lately('2026-11-22T03:00:00Z'), eventTimeZoneOffset: '+08:00', epcList: [serial('B03-028')], readPoint: { id: 'https://id.gs1.org/414/6999900070005' }, eventID: wrong }
    const errorDeclaration = { declarationTime: lately('2026-11-22T04:00:00Z'), reason: 'incorrect_data', correctiveEventIDs: [right] }
    await bench.epcis.capture(kangluo, documentOf([event]))
    await bench.epcis.capture(kangluo, documentOf([{ ...event, errorDeclaration }]))
    expect(await pending(kangluo)).toEqual([`${right} B03-028`])
    expect(await pending(quality)).toEqual([`${right} B03-028`])
    await bench.epcis.capture(kangluo, documentOf([{ ...event, eventID: right, eventTime: lately('2026-11-22T03:10:00Z') }]))
    expect(await pending(kangluo)).toEqual([])
  })

  it('is none where that is here already', async () => {
    const [wrong, right] = ['urn:uuid:5c1b7b52-6f5e-4f0b-9a53-5a4a3ad7a003', 'urn:uuid:5c1b7b52-6f5e-4f0b-9a53-5a4a3ad7a004']
    const event = { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'storing', eventTime: lately('2026-11-22T03:00:00Z'), eventTimeZoneOffset: '+08:00', epcList: [serial('B03-029')], readPoint: { id: 'https://id.gs1.org/414/6999900070005' }, eventID: wrong }
    await bench.epcis.capture(kangluo, documentOf([event, { ...event, eventID: right, eventTime: lately('2026-11-22T03:10:00Z') }]))
    await bench.epcis.capture(kangluo, documentOf([{ ...event, errorDeclaration: { declarationTime: lately('2026-11-22T04:00:00Z'), reason: 'incorrect_data', correctiveEventIDs: [right] } }]))
    expect(await pending(kangluo)).toEqual([])
    expect(await bench.breaches()).toEqual([])
  })
})

describe('one wrong line of many', () => {
  const say = async (viewer: string, event: string, lines: string[], reason = 'incorrect_data') =>
    (await ask<{ declareError: { events?: { id: string; errorDeclaredAt: string | null }[]; code?: string } }>(viewer, 'mutation ($input: DeclareErrorInput!) { declareError(input: $input) { ... on GoodsReported { events { id errorDeclaredAt } } ... on UserError { code } } }', { input: { idempotencyKey: crypto.randomUUID(), event, reason, lines } })).declareError
  it('is taken out: the rest is told again, and named as what corrects it', async () => {
    await report(kangluo, 'reportSellThrough', 'ReportSellThroughInput', { documentNumber: 'KL-10', lines: ['B03-023', 'B03-024', 'B03-025'].map((number) => ({ code: label(number), soldTo: 'CJUH', soldAt: lately('2026-11-22T03:00:00Z') })) })
    const wrong = await newest(kangluo, 'B03-024')
    expect(await say(kangluo, wrong, [label('B03-019')])).toEqual({ code: 'NOT_FOUND' })
    expect(await say(kangluo, wrong, [label('B03-024')], 'did_not_occur')).toEqual({ code: 'INVALID_INPUT' })
    expect(await say(quality, wrong, [label('B03-024')])).toEqual({ code: 'NOT_FOUND' })
    expect(await say(kangluo, wrong, [label('B03-024')])).toMatchObject({ events: [{ id: wrong }, { errorDeclaredAt: null }] })
    expect(await bench.whereIs('B03-023', 'B03-024', 'B03-025')).toEqual(['KANGLUO IN_TRANSIT CJUH', 'KANGLUO IN_STOCK', 'KANGLUO IN_TRANSIT CJUH'])
    const told = await bench.epcis.events(kangluo, `/epcs/${encodeURIComponent(serial('B03-024'))}/events?EXISTS_errorDeclaration=true`)
    expect(told).toMatchObject([{ eventTime: lately('2026-11-22T03:00:00.000Z'), errorDeclaration: { reason: 'incorrect_data', correctiveEventIDs: [expect.stringMatching(/^urn:uuid:/) as unknown] } }])
    const [{ errorDeclaration }] = told as unknown as [{ errorDeclaration: { correctiveEventIDs: string[] } }]
    expect(await bench.epcis.events(kangluo, `/events/${errorDeclaration.correctiveEventIDs[0]}`)).toMatchObject([{ epcList: [serial('B03-023'), serial('B03-025')] }])
    expect(await bench.breaches()).toEqual([])
  })
})

describe('by EPCIS', () => {
  const event = { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'holding', eventTime: lately('2026-11-22T03:00:00Z'), eventTimeZoneOffset: '+08:00', epcList: [serial('B03-026')], readPoint: { id: 'https://id.gs1.org/414/6999900070005' }, eventID: 'urn:uuid:5c1b7b52-6f5e-4f0b-9a53-5a4a3ad7a005' }
  const declaration = { ...event, errorDeclaration: { declarationTime: lately('2026-11-22T04:00:00Z'), reason: 'incorrect_data' } }
  const holds = async (): Promise<string[]> => (await ask<{ serial: { holds: string[] } }>(kangluo, 'query ($code: String!) { serial(code: $code) { holds } }', { code: label('B03-026') })).serial.holds
  it('another’s event is declared an error by the maker’s quality alone, who repeats it; its reporter reads that, and is told', async () => {
    await bench.epcis.capture(kangluo, documentOf([event]))
    expect(await holds()).toEqual(['QUARANTINED'])
    expect((await bench.epcis.capture('supply', documentOf([declaration]))).errors).toHaveLength(1)
    expect((await bench.epcis.capture(quality, documentOf([{ ...declaration, bizStep: 'storing' }]))).errors).toHaveLength(1)
    expect(await holds()).toEqual(['QUARANTINED'])
    const before = (await messages(kangluo)).filter((type) => type === 'custody.corrected').length
    expect(await bench.epcis.capture(quality, documentOf([declaration]))).toMatchObject({ success: true, errors: [] })
    expect(await holds()).toEqual([])
    expect((await messages(kangluo)).filter((type) => type === 'custody.corrected')).toHaveLength(before + 1)
    expect(await bench.epcis.events(kangluo, `/events/${event.eventID}`)).toHaveLength(2)
    expect(await bench.breaches()).toEqual([])
  })
})
