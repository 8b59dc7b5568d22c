import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldEventId } from '../../../server/features/custody/event-id.rules.ts'
import { namespacesOf } from '../../../server/features/epcis/namespaces.rules.ts'
import { hashIdOf } from '../../../server/features/epcis/event-hash.rules.ts'
import type { EpcisEvent, LdContext } from '../../../server/features/epcis/epcis-event.type.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { cjuh, type EpcisBench, kangluo, maker, openEpcisBench, serial, stranger } from './epcis-bench.ts'
import { describeHubEvents } from './epcis-hub-events.ts'
import { describePages } from './epcis-pages.ts'
import { describeQuestions } from './epcis-questions.ts'
import { describeWaiting } from './waiting-suite.ts'
import { describeStanding } from './epcis-standing.ts'
import { describeTelling } from './epcis-telling.ts'
import { type Document, documentOf, documentsIn, type Event, eventsIn } from './epcis-kit.ts'
import { lately } from '../../testkit/lately.ts'

let bench: EpcisBench
let epcis: EpcisBench['epcis']
beforeAll(async () => {
  bench = await openEpcisBench()
  epcis = bench.epcis
})
afterAll(() => bench?.stop())

const idOf = (event: Event, document: Document): string =>
  String(event['eventID'] ?? hashIdOf(event as unknown as EpcisEvent, namespacesOf(document['@context'] as LdContext, event['@context'] as LdContext)))

/** An event without what the hub adds, and without contexts, which stand with the answer. */
const asSent = ({ recordTime: _, eventID, '@context': __, ...event }: Event, sent: Event): Event => ({ ...event, ...('recordTime' in sent && { recordTime: sent['recordTime'] }), ...('eventID' in sent && { eventID }) })
const bare = ({ '@context': _, ...event }: Event): Event => event

// Some documents tell the same events in other words: that is another's word for it only where another sends it.
const senders = [maker, kangluo, cjuh, stranger, 'supplier-user:SULU-POLYMER', 'hospital-user:NYHH']
const documents = documentsIn('valid').map(([name, text], index): [string, string, string] => [name, text, senders[index % senders.length] ?? maker])

describe('documents of the standard', () => {
  it.each(documents)('%s: kept whole and returned equal; a second time it changes nothing', async (_name, text, sender) => {
    const document = JSON.parse(text) as Document
    const sent = eventsIn(document)
    const job = await epcis.capture(sender, text)
    expect(job).toMatchObject({ success: true, running: false, eventCount: sent.length, errors: [] })
    for (const event of sent) {
      const found = await epcis.events(sender, `/events/${encodeURIComponent(idOf(event, document))}`)
      expect(found.map((one) => asSent(one, event))).toContainEqual(bare(event))
    }
    const before = await bench.counted()
    expect(await epcis.capture(sender, text)).toMatchObject({ success: true, capturedCount: 0, repeatedCount: sent.length })
    expect(await bench.counted()).toEqual(before)
  })

  it.each(documentsIn('invalid'))('%s: refused with a reason, and nothing is kept', async (_name, text) => {
    const before = await bench.counted()
    const { status, headers, body } = await epcis.send(maker, 'POST', '/capture', text)
    expect(status).toBe(400)
    expect(headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(body).toMatchObject({ type: 'epcisException:ValidationException' })
    expect(JSON.stringify(body)).toMatch(/must be|is missing|is no member/)
    expect(await bench.counted()).toEqual(before)
  })
})

const toldUnder = cypher<{ eventID: string }, { id: string; reporter: string }>()`MATCH (told:EpcisEvent {eventId: $in.eventID})-[:TOLD]->(event:Event) RETURN event.id AS id, told.reporter AS reporter`

const party = { KANGLUO: 'https://id.gs1.org/417/6999900070005', CJUH: 'https://id.gs1.org/417/6999900110008' }

const shipping = (epcs: readonly string[], more: object = {}): object => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', disposition: 'in_transit', eventTime: lately('2026-11-22T03:00:00.000Z'), eventTimeZoneOffset: '+08:00', epcList: epcs,
  readPoint: { id: 'https://id.gs1.org/414/6999900070005' },
  sourceList: [{ type: 'possessing_party', source: party.KANGLUO }], destinationList: [{ type: 'possessing_party', destination: party.CJUH }],
  bizTransactionList: [{ type: 'desadv', bizTransaction: 'urn:epcglobal:cbv:bt:6999900070005:KL-77' }], 'example:driver': 'Li', ...more,
})
const receiving = (epcs: readonly string[]): object => ({
  ...shipping(epcs), bizStep: 'receiving', disposition: 'in_progress', eventTime: lately('2026-11-22T03:30:00.000Z'), readPoint: { id: 'https://id.gs1.org/414/6999900110015' }, bizLocation: { id: 'https://id.gs1.org/414/6999900110015' },
})

interface Findings {
  readonly findings: { readonly edges: readonly { readonly node: { readonly code: string; readonly serial: { readonly serialNumber: string } | null } }[] }
}
const findings = async (viewer: string): Promise<string[]> =>
  ((await bench.hub.ask<Findings>(viewer, '{ findings(first: 50, open: true) { edges { node { code serial { serialNumber } } } } }')).data?.findings.edges ?? []).map(({ node }) => `${node.code} ${node.serial?.serialNumber ?? ''}`)

describe('what concerns the hub’s goods', () => {
  it('moves them: shipped by the one, received by the other, in whatever form they are named', async () => {
    expect(await epcis.capture(kangluo, documentOf([shipping([serial('B03-021'), 'urn:epc:id:sgtin:697214503.0056.B03-022'])]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await bench.whereIs('B03-021', 'B03-022')).toEqual(['KANGLUO IN_TRANSIT CJUH', 'KANGLUO IN_TRANSIT CJUH'])
    expect(await epcis.capture(cjuh, documentOf([receiving([serial('B03-021')])]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await bench.whereIs('B03-021', 'B03-022')).toEqual(['CJUH IN_STOCK', 'KANGLUO IN_TRANSIT CJUH'])
    expect(await bench.breaches()).toEqual([])
  })

  it('a recalled device that was moved all the same: kept, and a finding for reporter and maker', async () => {
    expect(await epcis.capture(cjuh, documentOf([{ ...shipping([serial('B04-004')]), bizStep: 'dispensing', disposition: 'dispensed', sourceList: undefined, destinationList: undefined, readPoint: { id: 'https://id.gs1.org/414/6999900110015' } }]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await findings(cjuh)).toContain('MOVED_THOUGH_BLOCKED B04-004')
    expect(await findings('quality')).toContain('MOVED_THOUGH_BLOCKED B04-004')
    expect(await bench.breaches()).toEqual([])
  })

  it('what is about others is kept as a claim, and moves nothing', async () => {
    const before = await bench.whereIs('B03-023')
    expect(await epcis.capture(stranger, documentOf([shipping([serial('B03-023')])]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await bench.whereIs('B03-023')).toEqual(before)
    expect(await epcis.events(kangluo, `/epcs/${encodeURIComponent(serial('B03-023'))}/events?EQ_bizTransaction_desadv=urn:epcglobal:cbv:bt:6999900070005:KL-77`)).toEqual([])
  })

  it('an error declaration undoes what the event did; both are returned', async () => {
    const event = { ...shipping([serial('B03-024')]), eventID: 'urn:uuid:3f1b7b52-6f5e-4f0b-9a53-5a4a3ad7a001' }
    await epcis.capture(kangluo, documentOf([event]))
    expect(await bench.whereIs('B03-024')).toEqual(['KANGLUO IN_TRANSIT CJUH'])
    const errorDeclaration = { declarationTime: lately('2026-11-22T04:00:00Z'), reason: 'did_not_occur' }
    expect((await epcis.capture(kangluo, documentOf([{ ...event, errorDeclaration, 'example:driver': 'Wang' }]))).errors).toHaveLength(1)
    expect(await epcis.capture(kangluo, documentOf([{ ...event, errorDeclaration }]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await bench.whereIs('B03-024')).toEqual(['KANGLUO IN_STOCK'])
    expect(await epcis.events(kangluo, `/events/${event.eventID}`)).toHaveLength(2)
    expect(await bench.breaches()).toEqual([])
  })

  it('makes the maker’s new devices of their ILMD, and packs them', async () => {
    const now = { eventTimeZoneOffset: '+08:00', action: 'ADD', readPoint: { id: 'https://id.gs1.org/414/6999900060006' } }
    const made = [serial('EPCIS-1'), serial('EPCIS-2')]
    const document = documentOf([
      { ...now, type: 'ObjectEvent', bizStep: 'commissioning', eventTime: lately('2026-11-21T01:00:00Z'), epcList: made, readPoint: undefined, ilmd: { 'cbvmda:lotNumber': 'EPCIS-LOT', 'cbvmda:itemExpirationDate': '2029-01-31' } },
      { ...now, type: 'AggregationEvent', bizStep: 'packing', eventTime: lately('2026-11-21T02:00:00Z'), parentID: 'https://id.gs1.org/00/106999900070009903', childEPCs: made, readPoint: undefined },
    ])
    expect(await epcis.capture(maker, document)).toMatchObject({ success: true, capturedCount: 2 })
    expect(await bench.whereIs('EPCIS-1')).toEqual(['NINGCHUAN-MAILAN-MEDICAL-DEVICES MADE'])
    const { data } = await bench.hub.ask<{ serial: object; logisticUnit: object }>(maker, '{ serial(code: "EPCIS-2") { expiresOn batch { lotNumber } } logisticUnit(code: "(00)106999900070009903") { contents { totalCount } } }')
    expect(data).toEqual({ serial: { expiresOn: '2029-01-31', batch: { lotNumber: 'EPCIS-LOT' } }, logisticUnit: { contents: { totalCount: 2 } } })
    expect(await bench.breaches()).toEqual([])
  })
})

describe('XML', () => {
  it('comes in, and goes out as JSON-LD', async () => {
    const [, text = ''] = documentsIn('xml').find(([name]) => name === 'ObjectEvent_with_userExtensions.xml') ?? []
    const job = await epcis.capture('carrier:LANQIAO-COLDCHAIN', text, { 'content-type': 'application/xml; charset=utf-8' })
    expect(job).toMatchObject({ success: true, eventCount: 2, capturedCount: 2 })
    expect(await epcis.events('carrier:LANQIAO-COLDCHAIN', '/events?eventType=ObjectEvent')).toHaveLength(2)
    expect((await epcis.send('carrier:LANQIAO-COLDCHAIN', 'POST', '/capture', `<!DOCTYPE a>${text}`, { 'content-type': 'application/xml' })).status).toBe(400)
  })
})

describe('capture', () => {
  const [good, bad] = [shipping(['urn:epc:id:sgtin:6999900.112233.A1']), { ...shipping(['urn:epc:id:sgtin:6999900.112233.A2']), action: 'LOOK' }]
  const future = shipping(['urn:epc:id:sgtin:6999900.112233.A3'], { eventTime: '2099-01-01T00:00:00Z' })

  it('rollback: all or nothing; proceed: as much as possible, each error told', async () => {
    const before = await bench.counted()
    expect((await epcis.send(kangluo, 'POST', '/capture', documentOf([good, bad]))).body).toMatchObject({ errors: [{ event: 2 }] })
    expect(await epcis.capture(kangluo, documentOf([good, future]))).toMatchObject({ success: false, capturedCount: 0, errors: [{ event: 2, type: 'epcisException:ValidationException' }] })
    expect(await bench.counted()).toEqual(before)
    const job = await epcis.capture(kangluo, documentOf([bad, good, future]), { 'gs1-capture-error-behaviour': 'proceed' })
    expect(job).toMatchObject({ success: false, eventCount: 3, capturedCount: 1, captureErrorBehaviour: 'proceed' })
    expect(job.errors.map(({ event }) => event).sort()).toEqual([1, 3])
    expect((await epcis.send(kangluo, 'GET', '/capture?perPage=1')).body).toMatchObject([{ captureID: job.captureID }])
  })

  it('one event: created, found again, and never changed', async () => {
    const event = { '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { example: 'https://ns.example.com/epcis/' }], ...shipping(['urn:epc:id:sgtin:6999900.112233.B1']), eventID: 'urn:uuid:9b6e33b2-0f1c-4c7e-8a48-00000000000b' }
    const { status, headers } = await epcis.send(kangluo, 'POST', '/events', event)
    expect(status).toBe(201)
    expect(await epcis.events(kangluo, String(headers['location']).replace('/epcis', ''))).toHaveLength(1)
    expect((await epcis.send(kangluo, 'POST', '/events', { ...event, action: 'ADD' })).body).toMatchObject({ type: 'epcisException:ResourceAlreadyExistsException', status: 409 })
    expect((await epcis.send(kangluo, 'POST', '/events', { ...event, '@context': undefined })).status).toBe(400)
  })

  it.each([['not JSON', '{"a"', 400], ['no document', '{}', 400], ['an unknown type', '<a/>', 415]])('%s is told', async (_name, text, status) =>
    expect((await epcis.send(kangluo, 'POST', '/capture', text, status === 415 ? { 'content-type': 'text/plain' } : {})).status).toBe(status))

  it('the same document at once has one effect', async () => {
    const document = documentOf([shipping([serial('B03-025')]), shipping([serial('B03-026')])])
    const jobs = await Promise.all([1, 2, 3].map(() => epcis.capture(kangluo, document)))
    expect(jobs.map(({ capturedCount }) => capturedCount).sort()).toEqual([0, 0, 2])
    expect(await bench.whereIs('B03-025')).toEqual(['KANGLUO IN_TRANSIT CJUH'])
    expect(await bench.breaches()).toEqual([])
  })
})

for (const describes of [describeWaiting, describeHubEvents, describeQuestions, describePages, describeStanding, describeTelling]) describes(() => bench)

describe('an eventID', () => {
  it('that another has given too, unseen, names two events, and the one tells nothing of the other', async () => {
    const eventID = 'urn:uuid:3f1b7b52-6f5e-4f0b-9a53-5a4a3ad7b0b0'
    const inspected = (number: string, place: string) => ({ ...shipping([serial(number)]), eventID, bizStep: 'inspecting', disposition: 'conformant', sourceList: undefined, destinationList: undefined, readPoint: { id: place } })
    expect(await epcis.capture(kangluo, documentOf([inspected('B03-029', party.KANGLUO.replace('/417/', '/414/'))]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await epcis.capture(cjuh, documentOf([inspected('B03-005', 'https://id.gs1.org/414/6999900110015')]))).toMatchObject({ success: true, capturedCount: 1 })
    const told = await bench.graph.read(toldUnder, { eventID })
    expect(told.map(({ id, reporter }) => id === toldEventId(eventID, reporter))).toEqual([true, true])
    expect(await bench.breaches()).toEqual([])
  })
})
