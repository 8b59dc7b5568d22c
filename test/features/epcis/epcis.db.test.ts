import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { namespacesOf } from '../../../server/features/epcis/namespaces.rules.ts'
import { hashIdOf } from '../../../server/features/epcis/event-hash.rules.ts'
import type { EpcisEvent, LdContext } from '../../../server/features/epcis/epcis-event.type.ts'
import { breachLine } from '../../../server/features/insight/breach.ts'
import { checkInvariants } from '../../../server/features/insight/check-invariants.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import type { TestDatabase } from '../../testkit/database.ts'
import { openDemoDatabase } from '../../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../../testkit/hub.ts'
import { type Document, documentOf, documentsIn, epcisOf, type Event, eventsIn } from './epcis-kit.ts'

let database: TestDatabase
let hub: TestHub
let graph: Graph
let epcis: ReturnType<typeof epcisOf>
beforeAll(async () => {
  database = await openDemoDatabase()
  hub = await openTestHub(database, database.dataFolder)
  graph = openGraph(database, { deadline: 60_000 })
  epcis = epcisOf(hub)
})
afterAll(async () => {
  await hub?.stop()
  await graph?.close()
  await database?.stop()
})

const maker = 'supply'
const kangluo = 'distributor-user:KANGLUO'
const cjuh = 'hospital-user:CJUH'
const stranger = 'distributor-user:NORDKAI'

const idOf = (event: Event, document: Document): string =>
  String(event['eventID'] ?? hashIdOf(event as unknown as EpcisEvent, namespacesOf(document['@context'] as LdContext, event['@context'] as LdContext)))

/** An event without what the hub adds, and without contexts, which stand with the answer. */
const asSent = ({ recordTime: _, eventID, '@context': __, ...event }: Event, sent: Event): Event => ({ ...event, ...('recordTime' in sent && { recordTime: sent['recordTime'] }), ...('eventID' in sent && { eventID }) })
const bare = ({ '@context': _, ...event }: Event): Event => event

const nodes = cypher<object, { events: number; told: number; records: number }>()`RETURN COUNT { MATCH (:Event) } AS events, COUNT { MATCH (:EpcisEvent) } AS told, COUNT { MATCH (:Finding) } AS records`
const counted = async () => (await graph.read(nodes, {}))[0]

const breaches = async (): Promise<string[]> => {
  const found: string[] = []
  for await (const breach of checkInvariants(graph, { schema: [] })) found.push(breachLine(breach))
  return found
}

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
    const before = await counted()
    expect(await epcis.capture(sender, text)).toMatchObject({ success: true, capturedCount: 0, repeatedCount: sent.length })
    expect(await counted()).toEqual(before)
  })

  it.each(documentsIn('invalid'))('%s: refused with a reason, and nothing is kept', async (_name, text) => {
    const before = await counted()
    const { status, headers, body } = await epcis.send(maker, 'POST', '/capture', text)
    expect(status).toBe(400)
    expect(headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(body).toMatchObject({ type: 'epcisException:ValidationException' })
    expect(JSON.stringify(body)).toMatch(/must be|is missing|is no member/)
    expect(await counted()).toEqual(before)
  })
})

const gtin = '06972145030560'
const serial = (number: string): string => `https://id.gs1.org/01/${gtin}/21/${number}`
const party = { KANGLUO: 'https://id.gs1.org/417/6999900070005', CJUH: 'https://id.gs1.org/417/6999900110008' }

const shipping = (epcs: readonly string[], more: object = {}): object => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', disposition: 'in_transit', eventTime: '2026-11-22T03:00:00.000Z', eventTimeZoneOffset: '+08:00', epcList: epcs,
  readPoint: { id: 'https://id.gs1.org/414/6999900070005' },
  sourceList: [{ type: 'possessing_party', source: party.KANGLUO }], destinationList: [{ type: 'possessing_party', destination: party.CJUH }],
  bizTransactionList: [{ type: 'desadv', bizTransaction: 'urn:epcglobal:cbv:bt:6999900070005:KL-77' }], 'example:driver': 'Li', ...more,
})
const receiving = (epcs: readonly string[]): object => ({
  ...shipping(epcs), bizStep: 'receiving', disposition: 'in_progress', eventTime: '2026-11-22T03:30:00.000Z', readPoint: { id: 'https://id.gs1.org/414/6999900110015' }, bizLocation: { id: 'https://id.gs1.org/414/6999900110015' },
})

const held = cypher<{ numbers: readonly string[] }, { holder: string | null; status: string; to: string | null }>()`
UNWIND $in.numbers AS number
MATCH (serial:Serial {serialNumber: number})
RETURN serial.status AS status, head([(serial)-[:HELD_BY]->(o) | o.code]) AS holder, head([(serial)-[:IN_TRANSIT]->(o) | o.code]) AS to`
const whereIs = async (...numbers: string[]): Promise<string[]> => (await graph.read(held, { numbers })).map(({ holder, status, to }) => `${holder ?? 'nobody'} ${status} ${to ?? ''}`.trim())

interface Findings {
  readonly findings: { readonly edges: readonly { readonly node: { readonly code: string; readonly serial: { readonly serialNumber: string } | null } }[] }
}
const findings = async (viewer: string): Promise<string[]> =>
  ((await hub.ask<Findings>(viewer, '{ findings(first: 50, open: true) { edges { node { code serial { serialNumber } } } } }')).data?.findings.edges ?? []).map(({ node }) => `${node.code} ${node.serial?.serialNumber ?? ''}`)

describe('what concerns the hub’s goods', () => {
  it('moves them: shipped by the one, received by the other, in whatever form they are named', async () => {
    expect(await epcis.capture(kangluo, documentOf([shipping([serial('B03-021'), 'urn:epc:id:sgtin:697214503.1056.B03-022'.replace('697214503.1056', '697214503.0056')])]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await whereIs('B03-021', 'B03-022')).toEqual(['KANGLUO IN_TRANSIT CJUH', 'KANGLUO IN_TRANSIT CJUH'])
    expect(await epcis.capture(cjuh, documentOf([receiving([serial('B03-021')])]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await whereIs('B03-021', 'B03-022')).toEqual(['CJUH IN_STOCK', 'KANGLUO IN_TRANSIT CJUH'])
    expect(await breaches()).toEqual([])
  })

  it('a recalled device that was moved all the same: kept, and a finding for reporter and maker', async () => {
    expect(await epcis.capture(cjuh, documentOf([{ ...shipping([serial('B04-004')]), bizStep: 'dispensing', disposition: 'dispensed', sourceList: undefined, destinationList: undefined, readPoint: { id: 'https://id.gs1.org/414/6999900110015' } }]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await findings(cjuh)).toContain('MOVED_THOUGH_BLOCKED B04-004')
    expect(await findings('quality')).toContain('MOVED_THOUGH_BLOCKED B04-004')
    expect(await breaches()).toEqual([])
  })

  it('what is about others is kept as a claim, and moves nothing', async () => {
    const before = await whereIs('B03-023')
    expect(await epcis.capture(stranger, documentOf([shipping([serial('B03-023')])]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await whereIs('B03-023')).toEqual(before)
    expect(await epcis.events(kangluo, `/epcs/${encodeURIComponent(serial('B03-023'))}/events`)).toEqual([])
  })

  it('an error declaration undoes what the event did; both are returned', async () => {
    const event = { ...shipping([serial('B03-024')]), eventID: 'urn:uuid:3f1b7b52-6f5e-4f0b-9a53-5a4a3ad7a001' }
    await epcis.capture(kangluo, documentOf([event]))
    expect(await whereIs('B03-024')).toEqual(['KANGLUO IN_TRANSIT CJUH'])
    const errorDeclaration = { declarationTime: '2026-11-22T04:00:00Z', reason: 'did_not_occur' }
    expect((await epcis.capture(kangluo, documentOf([{ ...event, errorDeclaration, 'example:driver': 'Wang' }]))).errors).toHaveLength(1)
    expect(await epcis.capture(kangluo, documentOf([{ ...event, errorDeclaration }]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await whereIs('B03-024')).toEqual(['KANGLUO IN_STOCK'])
    expect(await epcis.events(kangluo, `/events/${event.eventID}`)).toHaveLength(2)
    expect(await breaches()).toEqual([])
  })

  it('makes the maker’s new devices of their ILMD, and packs them', async () => {
    const now = { eventTimeZoneOffset: '+08:00', action: 'ADD', readPoint: { id: 'https://id.gs1.org/414/6999900060006' } }
    const made = [serial('EPCIS-1'), serial('EPCIS-2')]
    const document = documentOf([
      { ...now, type: 'ObjectEvent', bizStep: 'commissioning', eventTime: '2026-11-21T01:00:00Z', epcList: made, readPoint: undefined, ilmd: { 'cbvmda:lotNumber': 'EPCIS-LOT', 'cbvmda:itemExpirationDate': '2029-01-31' } },
      { ...now, type: 'AggregationEvent', bizStep: 'packing', eventTime: '2026-11-21T02:00:00Z', parentID: 'https://id.gs1.org/00/106999900070009903', childEPCs: made, readPoint: undefined },
    ])
    expect(await epcis.capture(maker, document)).toMatchObject({ success: true, capturedCount: 2 })
    expect(await whereIs('EPCIS-1')).toEqual(['NINGCHUAN-MAILAN-MEDICAL-DEVICES MADE'])
    const { data } = await hub.ask<{ serial: object; logisticUnit: object }>(maker, '{ serial(code: "EPCIS-2") { expiresOn batch { lotNumber } } logisticUnit(code: "(00)106999900070009903") { contents { totalCount } } }')
    expect(data).toEqual({ serial: { expiresOn: '2029-01-31', batch: { lotNumber: 'EPCIS-LOT' } }, logisticUnit: { contents: { totalCount: 2 } } })
    expect(await breaches()).toEqual([])
  })
})

const secret = {
  type: 'AggregationEvent', action: 'ADD', eventID: 'urn:uuid:9b6e33b2-0f1c-4c7e-8a48-000000000001', eventTime: '2026-11-20T05:06:07.890Z', eventTimeZoneOffset: '+08:00',
  bizStep: 'https://secret.example/step', disposition: 'https://secret.example/disposition', readPoint: { id: 'https://secret.example/dock' }, bizLocation: { id: 'https://secret.example/room' },
  parentID: 'https://id.gs1.org/00/106999900110009907', childEPCs: ['urn:epc:id:sgtin:6999900.112233.SECRET'], childQuantityList: [{ epcClass: 'urn:epc:class:lgtin:6999900.112233.SECRET', quantity: 7 }],
  bizTransactionList: [{ type: 'po', bizTransaction: 'urn:secret:po:1' }], sourceList: [{ type: 'https://secret.example/type', source: 'https://secret.example/source' }],
}
const link = (uri: string): string => encodeURIComponent(uri)
/** Each way to ask for it, and the same for what nobody has. */
const questions = (word: string): string[] => [
  `/events?EQ_eventID=${link(secret.eventID.replace('1', word === 'secret' ? '1' : '2'))}`, `/events?EQ_bizStep=https://${word}.example/step`, `/bizSteps/${link(`https://${word}.example/step`)}/events`,
  `/events?EQ_disposition=https://${word}.example/disposition`, `/dispositions/${link(`https://${word}.example/disposition`)}/events`, `/events?EQ_readPoint=https://${word}.example/dock`,
  `/readPoints/${link(`https://${word}.example/dock`)}/events`, `/events?EQ_bizLocation=https://${word}.example/room`, `/bizLocations/${link(`https://${word}.example/room`)}/events`,
  `/events?EQ_bizTransaction_po=urn:${word}:po:1`, `/events?EQ_source_https://${word}.example/type=https://${word}.example/source`,
  ...['MATCH_epc', 'MATCH_anyEPC'].map((name) => `/events?${name}=urn:epc:id:sgtin:6999900.112233.${word.toUpperCase()}`),
  ...['MATCH_epcClass', 'MATCH_anyEPCClass'].map((name) => `/events?${name}=urn:epc:class:lgtin:6999900.112233.${word.toUpperCase()}`),
  `/epcs/${link(`urn:epc:id:sgtin:6999900.112233.${word.toUpperCase()}`)}/events`, `/events?MATCH_epc=urn:epc:idpat:sgtin:6999900.${word === 'secret' ? '112233' : '445566'}.*`,
]

describe('another partner’s events', () => {
  it('do not exist: by no parameter, resource, list or count, and their eventIDs are free', async () => {
    const job = await epcis.capture(cjuh, documentOf([secret]))
    expect(job).toMatchObject({ success: true, capturedCount: 1 })
    for (const question of questions('secret')) expect.soft(await epcis.events(cjuh, question), question).toHaveLength(1)
    const untimed = (body: unknown): string => JSON.stringify(body).replace(/"creationDate":"[^"]+"/, '')
    for (const viewer of [stranger, 'quality', 'hospital-user:CZFP', 'operator:HUB-OPERATIONS']) {
      for (const [index, question] of questions('secret').entries()) {
        const [real, fake] = [await epcis.send(viewer, 'GET', question), await epcis.send(viewer, 'GET', questions('nobody')[index] ?? '')]
        expect.soft([real.status, untimed(real.body)], `${viewer} ${question}`).toEqual([fake.status, untimed(fake.body)])
      }
      for (const list of ['epcs', 'bizSteps', 'readPoints', 'bizLocations', 'dispositions', 'events', 'capture']) expect.soft(JSON.stringify((await epcis.send(viewer, 'GET', `/${list}?perPage=1000`)).body)).not.toMatch(/secret|SECRET|9907|cap_.*success.*AggregationEvent/)
      expect((await epcis.send(viewer, 'GET', `/events/${secret.eventID}`)).status).toBe(404)
      expect((await epcis.send(viewer, 'GET', `/capture/${job.captureID}`)).status).toBe(404)
    }
    expect(await epcis.capture(stranger, documentOf([{ ...secret, disposition: 'active' }]))).toMatchObject({ success: true, capturedCount: 1 })
    expect(await epcis.events(cjuh, `/events/${secret.eventID}`)).toHaveLength(1)
  })

  it('open to who took part, and to the maker of all that they name; to nobody else', async () => {
    const path = `/events?MATCH_epc=${link(serial('B03-021'))}&EQ_bizStep=shipping`
    const seen = await Promise.all([kangluo, cjuh, 'quality', 'quality:ABBOTT-VASCULAR', stranger].map(async (viewer) => (await epcis.events(viewer, path)).length))
    expect(seen).toEqual([1, 1, 1, 0, 0])
  })

  it('nothing for nobody, and capture by roles', async () => {
    expect((await epcis.send(undefined, 'GET', '/events')).status).toBe(401)
    expect((await epcis.send('auditor', 'POST', '/capture', documentOf([secret]))).status).toBe(403)
    expect((await epcis.send('auditor', 'POST', '/events', secret)).status).toBe(403)
  })
})

describe('queries', () => {
  const query = async (parameters: string): Promise<string[]> => (await epcis.events(kangluo, `/events?MATCH_epc=${link(serial('B03-021'))}|${link(serial('B03-024'))}&${parameters}`)).map((event) => `${String(event['bizStep'])} ${String(event['errorDeclaration'] !== undefined)}`)

  it.each([
    ['', ['shipping false', 'shipping true', 'receiving false', 'shipping false']],
    ['EQ_bizStep=receiving', ['receiving false']],
    ['EQ_bizStep=urn:epcglobal:cbv:bizstep:receiving|https://ref.gs1.org/cbv/BizStep-shipping&EXISTS_errorDeclaration=false', ['receiving false', 'shipping false', 'shipping false']],
    ['EQ_errorReason=did_not_occur', ['shipping true']],
    ['GE_eventTime=2026-11-22T11:15:00%2B08:00', ['receiving false']],
    ['LT_eventTime=2026-11-22T03:15:00Z&eventType=ObjectEvent&EQ_action=OBSERVE&EXISTS_errorDeclaration=false', ['shipping false', 'shipping false']],
    ['EQ_bizLocation=urn:epc:id:sgln:699990011.001.0', ['receiving false']],
    ['EQ_destination_possessing_party=urn:epc:id:pgln:699990011.000&EQ_bizStep=receiving', ['receiving false']],
    ['EQ_bizTransaction_desadv=urn:epcglobal:cbv:bt:6999900070005:KL-78', []],
    ['EQ_action=ADD|DELETE', []], ['MATCH_parentID=https://id.gs1.org/00/106999900070009903', []],
    ['orderBy=recordTime&orderDirection=ASC&eventCountLimit=2', ['shipping false', 'receiving false']],
    ['maxEventCount=4&EQ_disposition=in_progress', ['receiving false']],
  ])('%s', async (parameters, expected) => expect((await query(parameters)).sort()).toEqual([...expected].sort()))

  it.each([
    ['EQ_colour=red', 'EQ_colour'], ['GE_eventTime=yesterday', 'GE_eventTime'], ['orderBy=colour', 'orderBy'], ['eventCountLimit=1&maxEventCount=1', 'not both'], ['perPage=0', 'perPage'],
    ['nextPageToken=%21', 'nextPageToken'], ['EQ_action=', 'no value'], ['EXISTS_errorDeclaration=maybe', 'true or false'],
  ])('%s is told as a wrong query', async (parameters, word) => {
    const { status, body } = await epcis.send(kangluo, 'GET', `/events?${parameters}`)
    expect([status, body?.['type']]).toEqual([400, 'epcisException:QueryParameterException'])
    expect(String(body?.['detail'])).toContain(word)
  })

  it('more than maxEventCount are refused', async () => expect((await epcis.send(kangluo, 'GET', '/events?maxEventCount=1')).body).toMatchObject({ type: 'epcisException:QueryTooLargeException' }))

  it.each(['eventTime', 'recordTime'].flatMap((orderBy) => ['ASC', 'DESC'].map((direction) => [orderBy, direction])))('pages by %s %s hold every event once, in order', async (orderBy, direction) => {
    const all = await epcis.events(maker, `/events?perPage=1000&orderBy=${orderBy}&orderDirection=${direction}`)
    const paged: Event[] = []
    let next: string | undefined = `/epcis/events?perPage=7&orderBy=${orderBy}&orderDirection=${direction}`
    while (next !== undefined) {
      const { body, headers }: Awaited<ReturnType<typeof epcis.send>> = await epcis.send(maker, 'GET', next.replace('/epcis', ''))
      paged.push(...eventsIn(body as unknown as Document))
      next = /<([^>]+)>/.exec(String(headers['link'] ?? ''))?.[1]
    }
    expect(paged.map(({ eventID }) => eventID)).toEqual(all.map(({ eventID }) => eventID))
    const times = all.map((event) => new Date(String(event[orderBy])).toISOString())
    expect(times).toEqual([...times].sort((one, other) => (direction === 'ASC' ? 1 : -1) * (one < other ? -1 : one > other ? 1 : 0)))
  })

  it('identifiers are written as they came, as Digital Links or as URNs', async () => {
    const path = `/events?MATCH_epc=${link(serial('B03-022'))}`
    const epcsAs = async (format: string): Promise<unknown> => (await epcis.events(kangluo, path, { 'gs1-epc-format': format }))[0]?.['epcList']
    const [urn, links] = ['urn:epc:id:sgtin:697214503.0056.B03-02', [serial('B03-021'), serial('B03-022')]]
    expect(await epcsAs('No_Preference')).toEqual([links[0], `${urn}2`])
    expect(await epcsAs('Always_GS1_Digital_Link')).toEqual(links)
    expect(await epcsAs('Always_EPC_URN')).toEqual([`${urn}1`, `${urn}2`])
    expect((await epcis.send(kangluo, 'GET', path, undefined, { 'gs1-epc-format': 'Morse' })).status).toBe(406)
  })

  it('lists what the events name, and says what it can do', async () => {
    expect((await epcis.send(kangluo, 'GET', '/bizSteps')).body?.['member']).toEqual(expect.arrayContaining(['receiving', 'shipping']))
    expect((await epcis.send(kangluo, 'GET', '/epcs?perPage=1000')).body?.['member']).toContain(serial('B03-021'))
    expect((await epcis.send(kangluo, 'GET', '/eventTypes')).body?.['member']).toContain('AssociationEvent')
    const { status, headers } = await epcis.send(kangluo, 'OPTIONS', '/capture')
    expect([status, headers['gs1-epcis-version'], headers['gs1-capture-error-behaviour']]).toEqual([204, '2.0.0', 'rollback'])
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
    const before = await counted()
    expect((await epcis.send(kangluo, 'POST', '/capture', documentOf([good, bad]))).body).toMatchObject({ errors: [{ event: 2 }] })
    expect(await epcis.capture(kangluo, documentOf([good, future]))).toMatchObject({ success: false, capturedCount: 0, errors: [{ event: 2, type: 'epcisException:ValidationException' }] })
    expect(await counted()).toEqual(before)
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
    expect(await whereIs('B03-025')).toEqual(['KANGLUO IN_TRANSIT CJUH'])
    expect(await breaches()).toEqual([])
  })
})
