import { describe, expect, it } from 'vitest'
import { cjuh, type EpcisBench, kangluo, maker, serial, stranger } from './epcis-bench.ts'
import { documentOf } from './epcis-kit.ts'
import { lately } from '../../testkit/lately.ts'

const party = { MAKER: 'https://id.gs1.org/417/6972145000006', KANGLUO: 'https://id.gs1.org/417/6999900070005', CJUH: 'https://id.gs1.org/417/6999900110008' }

type Code = keyof typeof party

const oclock = (hour: number): string => lately(`2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`)

const event = (bizStep: string, hour: number, epcs: readonly string[], [from, to]: readonly [Code, Code], more: object = {}): object => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep, eventTime: oclock(hour), eventTimeZoneOffset: '+08:00', epcList: epcs,
  sourceList: [{ type: 'possessing_party', source: party[from] }], destinationList: [{ type: 'possessing_party', destination: party[to] }], ...more,
})
const made = (hour: number, epcs: readonly string[]): object => ({
  type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning', eventTime: oclock(hour), eventTimeZoneOffset: '+08:00', epcList: epcs,
  ilmd: { 'cbvmda:lotNumber': 'WAIT-LOT', 'cbvmda:itemExpirationDate': '2029-01-31' },
})

interface Inbox {
  readonly findings: { readonly edges: readonly { readonly node: { readonly id: string; readonly named: string | null; readonly clearedHow: string | null; readonly serial: { readonly serialNumber: string } | null; readonly waiting: readonly { readonly bizStep: string }[] } }[] }
}

/** Events that name what the hub does not know yet. */
export const describeWaiting = (bench: () => EpcisBench) => describe('what is not known yet', () => {
  const findings = async (viewer: string, code = 'UNKNOWN_SERIAL') =>
    ((await bench().hub.ask<Inbox>(viewer, 'query ($code: String!) { findings(code: $code, first: 100) { edges { node { id named clearedHow serial { serialNumber } waiting { bizStep } } } } }', { code })).data?.findings.edges ?? []).map(({ node }) => node)
  const inbox = async (viewer: string, named: string) =>
    (await findings(viewer)).filter((node) => node.named === named).map(({ clearedHow, serial: thing, waiting }) => `${clearedHow ?? 'open'}: ${waiting.map(({ bizStep }) => bizStep).join(', ')}${thing ? `, ${thing.serialNumber}` : ''}`)

  const clear = async (viewer: string, finding: string | undefined, file = false) =>
    (await bench().hub.ask<{ clearFinding: object }>(viewer, 'mutation ($input: ClearFindingInput!) { clearFinding(input: $input) { ... on UserError { code } } }', { input: { idempotencyKey: crypto.randomUUID(), finding, note: 'Sent by a dealer that reports nothing.', file } })).data?.clearFinding

  it('waits, for its reporter and its maker to see; in whatever order the reports come, the device ends where it is', async () => {
    const { epcis, whereIs, breaches } = bench()
    const [one, two] = [serial('WAIT-1'), serial('WAIT-2')]
    expect(await epcis.capture(cjuh, documentOf([event('receiving', 5, [one, two], ['KANGLUO', 'CJUH'])]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await epcis.capture(kangluo, documentOf([event('shipping', 4, [one], ['KANGLUO', 'CJUH']), event('receiving', 3, [one], ['MAKER', 'KANGLUO'])]))).toMatchObject({ capturedCount: 2 })
    expect(await inbox(cjuh, one)).toEqual(['open: receiving'])
    expect(await inbox(kangluo, one)).toEqual(['open: shipping, receiving'])
    expect((await inbox('quality', one)).sort()).toEqual(['open: receiving', 'open: shipping, receiving'])
    expect(await inbox(stranger, one)).toEqual([])
    expect(await breaches()).toEqual([])

    await epcis.capture(maker, documentOf([made(1, [one, two])]))
    expect(await whereIs('WAIT-1')).toEqual(['NINGCHUAN-MAILAN-MEDICAL-DEVICES MADE'])
    expect(await inbox(cjuh, one)).toEqual(['open: receiving'])
    await epcis.capture(maker, documentOf([event('shipping', 2, [one], ['MAKER', 'KANGLUO'])]))
    expect(await whereIs('WAIT-1')).toEqual(['CJUH IN_STOCK'])
    expect(await inbox(cjuh, one)).toEqual(['JOINED: receiving, WAIT-1'])
    expect(await inbox(kangluo, one)).toEqual(['JOINED: shipping, receiving, WAIT-1'])
    expect(await inbox(cjuh, two)).toEqual(['open: receiving'])
    expect(await breaches()).toEqual([])
  })

  it('a carton that is packed later: what was sent in it went with it', async () => {
    const { epcis, whereIs, breaches } = bench()
    const carton = 'https://id.gs1.org/00/106999900070009910'
    await epcis.capture(kangluo, documentOf([event('shipping', 8, [carton], ['KANGLUO', 'CJUH'])]))
    await epcis.capture(kangluo, documentOf([{ type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', eventTime: lately('2026-11-20T07:00:00.000Z'), eventTimeZoneOffset: '+08:00', parentID: carton, childEPCs: [serial('B03-027')] }]))
    expect(await whereIs('B03-027')).toEqual(['KANGLUO IN_TRANSIT CJUH'])
    expect(await inbox(kangluo, carton)).toEqual(['JOINED: shipping'])
    expect(await breaches()).toEqual([])
  })

  it('an error declaration takes back what waits, and all that was filed of it', async () => {
    const { epcis, whereIs, breaches } = bench()
    const three = serial('WAIT-3')
    const shipment = event('shipping', 6, [serial('B03-028'), three], ['KANGLUO', 'CJUH'], { eventID: 'urn:uuid:3f1b7b52-6f5e-4f0b-9a53-5a4a3ad7a0ff' })
    await epcis.capture(kangluo, documentOf([shipment]))
    expect(await whereIs('B03-028')).toEqual(['KANGLUO IN_TRANSIT CJUH'])
    expect(await inbox(kangluo, three)).toEqual(['open: shipping'])
    await epcis.capture(kangluo, documentOf([{ ...shipment, errorDeclaration: { declarationTime: lately('2026-11-22T04:00:00Z'), reason: 'did_not_occur' } }]))
    expect(await whereIs('B03-028')).toEqual(['KANGLUO IN_STOCK'])
    expect(await inbox(kangluo, three)).toEqual(['CORRECTED: '])
    expect(await breaches()).toEqual([])
  })

  it('a serial at two places sooner than it could get there is suspect, and quality is told; declared an error, it is not', async () => {
    const { epcis, hub, breaches } = bench()
    const device = serial('B03-029')
    const at = (minute: number, gln: string) => ({ eventTime: lately(`2026-11-20T12:${minute}:00.000Z`), readPoint: { id: `https://id.gs1.org/414/${gln}` } })
    const there = event('storing', 12, [device], ['KANGLUO', 'KANGLUO'], { ...at(20, '6999900070012'), eventID: 'urn:uuid:3f1b7b52-6f5e-4f0b-9a53-5a4a3ad7a0aa', sourceList: undefined, destinationList: undefined })
    const verdict = async () => (await hub.ask<{ lookup: { reasons: readonly { code: string }[] } }>(cjuh, `{ lookup(code: "${device}") { reasons { code } } }`)).data?.lookup.reasons.map(({ code }) => code)
    const told = async () => (await hub.ask<{ messages: { edges: readonly { node: { type: string } }[] } }>('quality', '{ messages(first: 50) { edges { node { type } } } }')).data?.messages.edges.map(({ node }) => node.type) ?? []
    await epcis.capture(kangluo, documentOf([event('shipping', 11, [device], ['KANGLUO', 'CJUH'])]))
    await epcis.capture(kangluo, documentOf([there]))
    expect(await verdict()).not.toContain('SEEN_AT_TWO_PLACES')
    await epcis.capture(cjuh, documentOf([event('receiving', 12, [device], ['KANGLUO', 'CJUH'], at(15, '6999900110015'))]))
    expect(await verdict()).toContain('SEEN_AT_TWO_PLACES')
    expect(await told()).toContain('device.suspect')
    const [suspect] = (await findings('quality', 'SUSPECT')).filter((node) => node.serial?.serialNumber === 'B03-029')
    expect(await clear(kangluo, suspect?.id)).toEqual({ code: 'NOT_ALLOWED' })
    await epcis.capture(kangluo, documentOf([{ ...there, errorDeclaration: { declarationTime: lately('2026-11-22T04:00:00Z'), reason: 'incorrect_data' } }]))
    expect(await verdict()).not.toContain('SEEN_AT_TWO_PLACES')
    expect(await breaches()).toEqual([])
  })

  it('its maker says that a report is right which nobody else bears out: filed; no one else may', async () => {
    const { epcis, whereIs, breaches } = bench()
    const four = serial('WAIT-4')
    await epcis.capture(cjuh, documentOf([event('receiving', 5, [four], ['KANGLUO', 'CJUH'])]))
    await epcis.capture(maker, documentOf([made(1, [four])]))
    const finding = (await findings('quality')).find(({ named }) => named === four)?.id
    expect(await clear(cjuh, finding, true)).toEqual({ code: 'NOT_ALLOWED' })
    expect(await clear('quality', finding, true)).toEqual({})
    expect(await whereIs('WAIT-4')).toEqual(['CJUH IN_STOCK'])
    expect(await inbox('quality', four)).toEqual(['PERSON: receiving, WAIT-4'])
    expect(await breaches()).toEqual([])
  })
})
