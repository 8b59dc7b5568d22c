import { describe, expect, it } from 'vitest'
import { eventReasons } from '../../../server/features/epcis/validate-event.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { cjuh, type EpcisBench, kangluo, serial, stranger } from './epcis-bench.ts'
import { documentOf, type Event } from './epcis-kit.ts'

/** Two sets of the same goods: what happens to the one is told by mutations, to the other by EPCIS. */
const goods = [['B01-021', 'B01-022', '5031184'], ['B01-025', 'B01-026', '4082261']] as const
const [mine, theirs] = goods
const lot = (number: string): string => `https://id.gs1.org/01/08717648200274/10/${number}`

const hour = 3_600_000
const begun = new Date(Date.now() - 1).toISOString()
const ago = (hours: number): string => new Date(Math.floor(Date.now() / hour) * hour - hours * hour).toISOString()
const [sold, received, used] = [ago(4), ago(3), ago(2)]

const viewers = [kangluo, cjuh, 'quality', 'quality:ABBOTT-VASCULAR']
const link = encodeURIComponent

/** The events of a set that a viewer finds by some parameters. */
const eventsOf = ({ epcis }: EpcisBench, viewer: string, [one, other]: readonly [string, string, string], parameters = ''): Promise<readonly Event[]> =>
  epcis.events(viewer, `/events?MATCH_epc=${link(serial(one))}|${link(serial(other))}&GE_recordTime=${begun}&orderDirection=ASC&${parameters}`)

const asMine = (text: string): string => theirs.reduce((changed, number, index) => changed.replaceAll(number, mine[index] ?? ''), text)
const asTheirs = (text: string): string => mine.reduce((changed, number, index) => changed.replaceAll(number, theirs[index] ?? ''), text).replaceAll('urn:uuid:', 'urn:uuid:0')
/** Of an event and the declaration that it was wrong, which have the same time, either may come first. */
const byTime = (one: Event, other: Event): number => rank(one).localeCompare(rank(other))
const rank = ({ eventTime, errorDeclaration }: Event): string => `${String(eventTime)} ${String(errorDeclaration !== undefined)}`

/** Without what each has of its own, and without what a partner says in its own words, which no other repeats. */
const plain = (events: readonly Event[]): unknown[] => events.map(({ eventID: _, recordTime: __, '@context': ___, ...event }) =>
  JSON.parse(asMine(JSON.stringify(event)), (name, value: unknown) => (name.startsWith('devicetrail:') ? undefined : value)) as Event).sort(byTime)

const eventCount = cypher<object, { events: number }>()`MATCH (event:Event) RETURN count(event) AS events`

const report = async ({ hub }: EpcisBench, viewer: string, mutation: string, input: object): Promise<Record<string, unknown>> => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { data, errors } = await hub.ask<Record<string, Record<string, unknown>>>(viewer, `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  expect(errors).toBeUndefined()
  return data?.[mutation] ?? {}
}

const happen = async (bench: EpcisBench): Promise<void> => {
  const [one, other, number] = mine
  const codes = [{ code: serial(one) }, { code: serial(other) }, { code: lot(number), quantity: 2 }]
  await report(bench, kangluo, 'reportSellThrough', { documentNumber: 'KL 88/1', note: 'by hand', lines: codes.map((line) => ({ ...line, soldAt: sold, soldTo: 'CJUH' })) })
  await report(bench, cjuh, 'confirmReceipt', { documentNumber: 'KL 88/1', receivedAt: received, lines: codes })
  await report(bench, cjuh, 'recordUsage', { code: serial(one), kind: 'IMPLANTED', procedureReference: 'OP-77', usedAt: used })
  const [implanted] = (await bench.hub.ask<{ serial: { timeline: { edges: { node: { id: string; bizStep: string } }[] } } }>(cjuh, `{ serial(code: "${serial(one)}") { timeline(first: 1) { edges { node { id bizStep } } } } }`)).data?.serial.timeline.edges ?? []
  await report(bench, cjuh, 'declareError', { event: implanted?.node.id, reason: 'the wrong one was scanned' })
}

/** The same by EPCIS, by who reported it. */
const captureTheSame = async (bench: EpcisBench): Promise<void> => {
  for (const event of await eventsOf(bench, cjuh, mine)) {
    const { recordTime: _, ...told } = JSON.parse(asTheirs(JSON.stringify(event))) as Event
    const sender = event['bizStep'] === 'receiving' || String(event['bizStep']).includes('implanting') ? cjuh : kangluo
    expect(await bench.epcis.capture(sender, documentOf([told], { devicetrail: 'urn:devicetrail:extension:' }))).toMatchObject({ success: true, capturedCount: 1 })
  }
}

const one = (value: unknown): string => link(String(value))
const first = (list: unknown, member: string): unknown => (Array.isArray(list) ? (list[0] as Record<string, unknown> | undefined)?.[member] : undefined)
const id = (place: unknown): unknown => (place as { id?: string } | undefined)?.id

/** Every way to ask for what an event says. */
const parametersOf = (event: Event): string[] => [
  `eventType=${one(event['type'])}`, `EQ_action=${one(event['action'])}`, `EQ_bizStep=${one(event['bizStep'])}`, `EQ_disposition=${one(event['disposition'])}`,
  `EQ_readPoint=${one(id(event['readPoint']))}`, `EQ_bizLocation=${one(id(event['bizLocation']))}`,
  `EQ_source_possessing_party=${one(first(event['sourceList'], 'source'))}`, `EQ_destination_possessing_party=${one(first(event['destinationList'], 'destination'))}`,
  `EQ_bizTransaction_desadv=${one(first(event['bizTransactionList'], 'bizTransaction'))}`, `GE_eventTime=${one(event['eventTime'])}`, `LT_eventTime=${one(event['eventTime'])}`,
]

export const describeHubEvents = (of: () => EpcisBench): void => {
  describe('what was reported otherwise than by EPCIS', () => {
    it('answers as the same captured by EPCIS does, to each viewer and by every parameter', async () => {
      const bench = of()
      await happen(bench)
      expect([...await eventsOf(bench, cjuh, mine)].sort(byTime).map((event) => [event['bizStep'], event['errorDeclaration'] !== undefined])).toEqual([['shipping', false], ['receiving', false], ['urn:devicetrail:bizstep:implanting', false], ['urn:devicetrail:bizstep:implanting', true]])
      await captureTheSame(bench)
      const told = await eventsOf(bench, cjuh, mine)
      const questions = new Set(['', 'EXISTS_errorDeclaration=true', 'EQ_errorReason=incorrect_data', ...told.flatMap(parametersOf)])
      for (const viewer of viewers) {
        for (const question of viewer === kangluo ? questions : ['']) {
          const [hub, epcis] = [await eventsOf(bench, viewer, mine, question), await eventsOf(bench, viewer, theirs, question)]
          expect.soft(plain(hub), `${viewer} ${question}`).toEqual(plain(epcis))
        }
      }
      expect((await eventsOf(bench, stranger, mine)).length).toBe(0)
      expect(await bench.epcis.events('quality:ABBOTT-VASCULAR', `/events?MATCH_epcClass=${link(lot(mine[2]))}&GE_recordTime=${begun}`)).toMatchObject([{ quantityList: [{ epcClass: lot(mine[2]), quantity: 2 }] }, { bizStep: 'shipping' }])
      expect(JSON.stringify(await eventsOf(bench, 'quality', mine))).not.toContain('OP-77')
      expect(await bench.breaches()).toEqual([])
    })

    it('sent back by who reported it, it changes nothing', async () => {
      const bench = of()
      const [shipped] = (await eventsOf(bench, kangluo, mine)).filter(({ bizStep }) => bizStep === 'shipping')
      const { recordTime: _, ...told } = shipped ?? {}
      const before = [await bench.whereIs(...mine.slice(0, 2)), await bench.graph.read(eventCount, {})]
      expect(await bench.epcis.capture(kangluo, documentOf([told], { devicetrail: 'urn:devicetrail:extension:' }))).toMatchObject({ success: true })
      expect([await bench.whereIs(...mine.slice(0, 2)), await bench.graph.read(eventCount, {})]).toEqual(before)
      expect(await bench.breaches()).toEqual([])
    })

    it('is valid EPCIS 2.0, and each event once, whoever asks', async () => {
      for (const viewer of ['supply', kangluo, cjuh, 'supplier-user:SULU-POLYMER']) {
        const events = await of().epcis.events(viewer, '/events?perPage=1000')
        expect(events.length).toBeGreaterThan(10)
        for (const { '@context': _, ...event } of events) expect.soft(eventReasons(event), JSON.stringify(event)).toEqual([])
        const names = events.map(({ eventID, errorDeclaration }) => `${String(eventID)} ${String(errorDeclaration !== undefined)}`)
        expect(new Set(names).size).toBe(names.length)
      }
    })

    it('has the whole story of a device, with those named who are known', async () => {
      const history = await of().epcis.events(cjuh, `/events?MATCH_epc=${link(serial('B01-022'))}`)
      expect(history.map(({ bizStep }) => bizStep)).toEqual(['receiving', 'shipping', 'receiving', 'shipping', 'inspecting'])
      expect(history.at(-1)).toMatchObject({ epcList: expect.arrayContaining([serial('B01-022')]) as unknown, readPoint: { id: 'https://id.gs1.org/414/6972145000006' } })
      const [event] = history
      expect((await of().epcis.send(stranger, 'GET', `/events/${String(event?.['eventID'])}`)).status).toBe(404)
      expect(await of().epcis.events(kangluo, `/events/${String(event?.['eventID'])}`)).toHaveLength(1)
    })
  })
}
