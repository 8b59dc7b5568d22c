import { describe, expect, it } from 'vitest'
import { cjuh, type EpcisBench, kangluo, maker, serial, stranger } from './epcis-bench.ts'
import { type Document, documentOf, type Event, eventsIn } from './epcis-kit.ts'
import { lately } from '../../testkit/lately.ts'

const secret = {
  type: 'AggregationEvent', action: 'ADD', eventID: 'urn:uuid:9b6e33b2-0f1c-4c7e-8a48-000000000001', eventTime: lately('2026-11-20T05:06:07.890Z'), eventTimeZoneOffset: '+08:00',
  bizStep: 'https://secret.example/step', disposition: 'https://secret.example/disposition', readPoint: { id: 'https://secret.example/dock' }, bizLocation: { id: 'https://secret.example/room' },
  parentID: 'https://id.gs1.org/00/106999900110009907', childEPCs: ['urn:epc:id:sgtin:6999900.223344.SECRET'], childQuantityList: [{ epcClass: 'urn:epc:class:lgtin:6999900.223344.SECRET', quantity: 7 }],
  bizTransactionList: [{ type: 'po', bizTransaction: 'urn:secret:po:1' }], sourceList: [{ type: 'https://secret.example/type', source: 'https://secret.example/source' }],
}
const link = (uri: string): string => encodeURIComponent(uri)
/** Each way to ask for it, and the same for what nobody has. */
const questions = (word: string): string[] => [
  `/events?EQ_eventID=${link(secret.eventID.replace('1', word === 'secret' ? '1' : '2'))}`, `/events?EQ_bizStep=https://${word}.example/step`, `/bizSteps/${link(`https://${word}.example/step`)}/events`,
  `/events?EQ_disposition=https://${word}.example/disposition`, `/dispositions/${link(`https://${word}.example/disposition`)}/events`, `/events?EQ_readPoint=https://${word}.example/dock`,
  `/readPoints/${link(`https://${word}.example/dock`)}/events`, `/events?EQ_bizLocation=https://${word}.example/room`, `/bizLocations/${link(`https://${word}.example/room`)}/events`,
  `/events?EQ_bizTransaction_po=urn:${word}:po:1`, `/events?EQ_source_https://${word}.example/type=https://${word}.example/source`,
  ...['MATCH_epc', 'MATCH_anyEPC'].map((name) => `/events?${name}=urn:epc:id:sgtin:6999900.223344.${word.toUpperCase()}`),
  ...['MATCH_epcClass', 'MATCH_anyEPCClass'].map((name) => `/events?${name}=urn:epc:class:lgtin:6999900.223344.${word.toUpperCase()}`),
  `/epcs/${link(`urn:epc:id:sgtin:6999900.223344.${word.toUpperCase()}`)}/events`, `/events?MATCH_epc=urn:epc:idpat:sgtin:6999900.${word === 'secret' ? '223344' : '445566'}.*`,
]

/** Who learns what, by every way to ask; once the goods of the other tests were moved. */
export const describeQuestions = (of: () => EpcisBench): void => {
  describe('another partner’s events', () => {

    it('do not exist: by no parameter, resource, list or count, and their eventIDs are free', async () => {
      const job = await of().epcis.capture(cjuh, documentOf([secret]))
      expect(job).toMatchObject({ success: true, capturedCount: 1 })
      for (const question of questions('secret')) expect.soft(await of().epcis.events(cjuh, question), question).toHaveLength(1)
      const untimed = (body: unknown): string => JSON.stringify(body).replace(/"creationDate":"[^"]+"/, '')
      for (const viewer of [stranger, 'quality', 'hospital-user:CZFP', 'operator:HUB-OPERATIONS']) {
        for (const [index, question] of questions('secret').entries()) {
          const [real, fake] = [await of().epcis.send(viewer, 'GET', question), await of().epcis.send(viewer, 'GET', questions('nobody')[index] ?? '')]
          expect.soft([real.status, untimed(real.body)], `${viewer} ${question}`).toEqual([fake.status, untimed(fake.body)])
        }
        for (const list of ['epcs', 'bizSteps', 'readPoints', 'bizLocations', 'dispositions', 'events', 'capture']) expect.soft(JSON.stringify((await of().epcis.send(viewer, 'GET', `/${list}?perPage=1000`)).body)).not.toMatch(/secret|SECRET|110009907|cap_.*success.*AggregationEvent/)
        expect((await of().epcis.send(viewer, 'GET', `/events/${secret.eventID}`)).status).toBe(404)
        expect((await of().epcis.send(viewer, 'GET', `/capture/${job.captureID}`)).status).toBe(404)
      }
      expect(await of().epcis.capture(stranger, documentOf([{ ...secret, disposition: 'active' }]))).toMatchObject({ success: true, capturedCount: 1 })
      expect(await of().epcis.events(cjuh, `/events/${secret.eventID}`)).toHaveLength(1)
    })

    it('stand in nobody’s way by their eventIDs, also where they are seen', async () => {
      const eventID = 'urn:uuid:9b6e33b2-0f1c-4c7e-8a48-0000000000aa'
      const parties = { sourceList: [{ type: 'possessing_party', source: 'https://id.gs1.org/417/6999900070005' }], destinationList: [{ type: 'possessing_party', destination: 'https://id.gs1.org/417/6999900110008' }] }
      const [told, own] = [{ ...secret, eventID, ...parties }, { ...secret, eventID, disposition: 'active' }]
      expect(await of().epcis.capture(kangluo, documentOf([told]))).toMatchObject({ success: true, capturedCount: 1 })
      const seen = (await of().epcis.events(cjuh, `/events/${eventID}`)).length
      expect(await of().epcis.capture(cjuh, documentOf([own]))).toMatchObject({ success: true, capturedCount: 1 })
      expect(await of().epcis.events(cjuh, `/events/${eventID}`)).toHaveLength(seen + 1)
      expect(seen).toBe(1)
    })

    it('open to who took part, and to the maker of all that they name; to nobody else', async () => {
      const path = `/events?MATCH_epc=${link(serial('B03-021'))}&EQ_bizStep=shipping&EQ_bizTransaction_desadv=urn:epcglobal:cbv:bt:6999900070005:KL-77`
      const seen = await Promise.all([kangluo, cjuh, 'quality', 'quality:ABBOTT-VASCULAR', stranger].map(async (viewer) => (await of().epcis.events(viewer, path)).length))
      expect(seen).toEqual([1, 1, 1, 0, 0])
    })

    it('nothing for nobody, and capture by roles', async () => {
      expect((await of().epcis.send(undefined, 'GET', '/events')).status).toBe(401)
      expect((await of().epcis.send('auditor', 'POST', '/capture', documentOf([secret]))).status).toBe(403)
      expect((await of().epcis.send('auditor', 'POST', '/events', secret)).status).toBe(403)
    })
  })

  describe('queries', () => {
    const query = async (parameters: string): Promise<string[]> => (await of().epcis.events(kangluo, `/events?MATCH_epc=${link(serial('B03-021'))}|${link(serial('B03-024'))}&GE_eventTime=${lately('2026-11-22')}T02:00:00Z&${parameters}`)).map((event) => `${String(event['bizStep'])} ${String(event['errorDeclaration'] !== undefined)}`)

    it.each([
      ['', ['shipping false', 'shipping true', 'receiving false', 'shipping false']],
      ['EQ_bizStep=receiving', ['receiving false']],
      ['EQ_bizStep=urn:epcglobal:cbv:bizstep:receiving|https://ref.gs1.org/cbv/BizStep-shipping&EXISTS_errorDeclaration=false', ['receiving false', 'shipping false', 'shipping false']],
      ['EQ_errorReason=did_not_occur', ['shipping true']],
      [lately('GE_eventTime=2026-11-22T11:15:00%2B08:00'), ['receiving false']],
      [lately('LT_eventTime=2026-11-22T03:15:00Z&eventType=ObjectEvent&EQ_action=OBSERVE&EXISTS_errorDeclaration=false'), ['shipping false', 'shipping false']],
      ['EQ_bizLocation=urn:epc:id:sgln:699990011.001.0', ['receiving false']],
      ['EQ_destination_possessing_party=urn:epc:id:pgln:699990011.000&EQ_bizStep=receiving', ['receiving false']],
      ['EQ_bizTransaction_desadv=urn:epcglobal:cbv:bt:6999900070005:KL-78', []],
      ['WD_readPoint=https://id.gs1.org/414/6999900070005', ['shipping false', 'shipping true', 'shipping false']], ['WD_readPoint=https://id.gs1.org/414/6999900070005&EQ_readPoint=https://id.gs1.org/414/6999900110015', []],
      ['EQ_action=ADD|DELETE', []], ['MATCH_parentID=https://id.gs1.org/00/106999900070009903', []],
      ['orderBy=recordTime&orderDirection=ASC&eventCountLimit=2', ['shipping false', 'receiving false']],
      ['maxEventCount=4&EQ_disposition=in_progress', ['receiving false']],
    ])('%s', async (parameters, expected) => expect((await query(parameters)).sort()).toEqual([...expected].sort()))

    it.each([
      ['EQ_colour=red', 'EQ_colour'], ['GE_eventTime=yesterday', 'GE_eventTime'], ['orderBy=colour', 'orderBy'], ['eventCountLimit=1&maxEventCount=1', 'not both'], ['perPage=0', 'perPage'],
      ['nextPageToken=%21', 'nextPageToken'], ['EQ_action=', 'no value'], ['EXISTS_errorDeclaration=maybe', 'true or false'], ['GE_quantity=many', 'a number'],
    ])('%s is told as a wrong query', async (parameters, word) => {
      const { status, body } = await of().epcis.send(kangluo, 'GET', `/events?${parameters}`)
      expect([status, body?.['type']]).toEqual([400, 'epcisException:QueryParameterException'])
      expect(String(body?.['detail'])).toContain(word)
    })

    it('a place with all that is in it: a hospital’s wards for itself, and not for others', async () => {
      const within = async (viewer: string) => (await of().epcis.events(viewer, `/events?MATCH_epc=${link(serial('B03-021'))}&WD_bizLocation=https://id.gs1.org/414/6999900110008`)).map((event) => event['bizStep'])
      expect(await within(cjuh)).toEqual(['receiving'])
      expect(await within(kangluo)).toEqual([])
    })

    it('quantities, of what came by EPCIS and of what did not', async () => {
      const lot = 'https://id.gs1.org/01/08717648200274/10/5031184'
      const event = { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'cycle_counting', eventTimeZoneOffset: '+08:00', readPoint: { id: 'https://id.gs1.org/414/6999900070005' } }
      const counted = (eventTime: string, quantity: number) => ({ ...event, eventTime, quantityList: [{ epcClass: lot, quantity }] })
      await of().epcis.capture(kangluo, documentOf([counted(lately('2026-11-22T05:00:00.000Z'), 31), counted(lately('2026-11-22T05:10:00.000Z'), 32)]))
      await of().hub.ask(kangluo.replace('-user', ''), 'mutation ($input: ScrapInput!) { scrap(input: $input) { __typename } }', { input: { idempotencyKey: 'quantities', at: lately('2026-11-22T05:20:00.000Z'), reason: 'broken', lines: [{ code: '(01)08717648200274(10)5031184', quantity: 3 }] } })
      const found = async (parameters: string) => (await of().epcis.events(kangluo, lately(`/events?MATCH_epcClass=${link(lot)}&GE_eventTime=2026-11-22T04:59:00Z&LT_eventTime=2026-11-22T05:30:00Z&orderDirection=ASC&${parameters}`))).map((one) => (one['quantityList'] as { quantity: number }[] | undefined)?.[0]?.quantity)
      expect(await found('GE_quantity=0')).toEqual([31, 32, 3])
      expect(await found('EQ_quantity=31')).toEqual([31])
      expect(await found('GT_quantity=3&LT_quantity=32')).toEqual([31])
      expect(await found('GE_quantity=3&LE_quantity=31')).toEqual([31, 3])
    })

    it('more than maxEventCount are refused', async () => expect((await of().epcis.send(kangluo, 'GET', '/events?maxEventCount=1')).body).toMatchObject({ type: 'epcisException:QueryTooLargeException' }))

    it.each(['eventTime', 'recordTime'].flatMap((orderBy) => ['ASC', 'DESC'].map((direction) => [orderBy, direction])))('pages by %s %s hold every event once, in order', async (orderBy, direction) => {
      const all = await of().epcis.events(maker, `/events?perPage=1000&orderBy=${orderBy}&orderDirection=${direction}`)
      const paged: Event[] = []
      let next: string | undefined = `/epcis/events?perPage=60&orderBy=${orderBy}&orderDirection=${direction}`
      while (next !== undefined) {
        const { body, headers }: Awaited<ReturnType<EpcisBench['epcis']['send']>> = await of().epcis.send(maker, 'GET', next.replace('/epcis', ''))
        paged.push(...eventsIn(body as unknown as Document))
        next = /<([^>]+)>/.exec(String(headers['link'] ?? ''))?.[1]
      }
      expect(paged.map(({ eventID }) => eventID)).toEqual(all.map(({ eventID }) => eventID))
      const times = all.map((event) => new Date(String(event[orderBy])).toISOString())
      expect(times).toEqual([...times].sort((one, other) => (direction === 'ASC' ? 1 : -1) * (one < other ? -1 : one > other ? 1 : 0)))
    })

    it('identifiers are written as they came, as Digital Links or as URNs', async () => {
      const path = `/events?MATCH_epc=${link(serial('B03-022'))}`
      const epcsAs = async (format: string): Promise<unknown> => (await of().epcis.events(kangluo, path, { 'gs1-epc-format': format }))[0]?.['epcList']
      const [urn, links] = ['urn:epc:id:sgtin:697214503.0056.B03-02', [serial('B03-021'), serial('B03-022')]]
      expect(await epcsAs('No_Preference')).toEqual([links[0], `${urn}2`])
      expect(await epcsAs('Always_GS1_Digital_Link')).toEqual(links)
      expect(await epcsAs('Always_EPC_URN')).toEqual([`${urn}1`, `${urn}2`])
      expect((await of().epcis.send(kangluo, 'GET', path, undefined, { 'gs1-epc-format': 'Morse' })).status).toBe(406)
    })

    it('lists what the events name, and says what it can do', async () => {
      expect((await of().epcis.send(kangluo, 'GET', '/bizSteps')).body?.['member']).toEqual(expect.arrayContaining(['receiving', 'shipping']))
      expect((await of().epcis.send(kangluo, 'GET', '/epcs?perPage=1000')).body?.['member']).toContain(serial('B03-021'))
      expect((await of().epcis.send(kangluo, 'GET', '/eventTypes')).body?.['member']).toContain('AssociationEvent')
      const { status, headers } = await of().epcis.send(kangluo, 'OPTIONS', '/capture')
      expect([status, headers['gs1-epcis-version'], headers['gs1-capture-error-behaviour']]).toEqual([204, '2.0.0', 'rollback'])
    })
  })
}
