import { describe, expect, it } from 'vitest'
import { cjuh, type EpcisBench, kangluo, maker, serial, stranger } from './epcis-bench.ts'
import { documentOf } from './epcis-kit.ts'

const party = { MAKER: 'https://id.gs1.org/417/6972145000006', KANGLUO: 'https://id.gs1.org/417/6999900070005', CJUH: 'https://id.gs1.org/417/6999900110008' }

type Code = keyof typeof party

const event = (bizStep: string, hour: number, epcs: readonly string[], [from, to]: readonly [Code, Code], more: object = {}): object => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep, eventTime: `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`, eventTimeZoneOffset: '+08:00', epcList: epcs,
  sourceList: [{ type: 'possessing_party', source: party[from] }], destinationList: [{ type: 'possessing_party', destination: party[to] }], ...more,
})
const made = (hour: number, epcs: readonly string[]): object => ({
  type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning', eventTime: `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`, eventTimeZoneOffset: '+08:00', epcList: epcs,
  ilmd: { 'cbvmda:lotNumber': 'WAIT-LOT', 'cbvmda:itemExpirationDate': '2029-01-31' },
})

interface Inbox {
  readonly findings: { readonly edges: readonly { readonly node: { readonly id: string; readonly named: string | null; readonly clearedHow: string | null; readonly serial: { readonly serialNumber: string } | null; readonly waiting: readonly { readonly bizStep: string }[] } }[] }
}

/** Events that name what the hub does not know yet. */
export const describeWaiting = (bench: () => EpcisBench) => describe('what is not known yet', () => {
  const inbox = async (viewer: string, named: string) => {
    const { data } = await bench().hub.ask<Inbox>(viewer, '{ findings(first: 100) { edges { node { id named clearedHow serial { serialNumber } waiting { bizStep } } } } }')
    return (data?.findings.edges ?? []).map(({ node }) => node).filter((node) => node.named === named).map(({ clearedHow, serial: thing, waiting }) => `${clearedHow ?? 'open'}: ${waiting.map(({ bizStep }) => bizStep).join(', ')}${thing ? `, ${thing.serialNumber}` : ''}`)
  }

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
    await epcis.capture(kangluo, documentOf([{ type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', eventTime: '2026-11-20T07:00:00.000Z', eventTimeZoneOffset: '+08:00', parentID: carton, childEPCs: [serial('B03-027')] }]))
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
    await epcis.capture(kangluo, documentOf([{ ...shipment, errorDeclaration: { declarationTime: '2026-11-22T04:00:00Z', reason: 'did_not_occur' } }]))
    expect(await whereIs('B03-028')).toEqual(['KANGLUO IN_STOCK'])
    expect(await inbox(kangluo, three)).toEqual(['CORRECTED: '])
    expect(await breaches()).toEqual([])
  })
})
