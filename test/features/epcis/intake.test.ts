import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Chance } from '../../../seeds/generate/chance.ts'
import type { EpcisEvent, LdContext } from '../../../server/features/epcis/epcis-event.type.ts'
import { hashIdOf } from '../../../server/features/epcis/event-hash.rules.ts'
import { EventCutter } from '../../../server/features/epcis/intake/event-cutter.ts'
import { jsonReader, takeIn } from '../../../server/features/epcis/intake/take-in.ts'
import { eventOfXml } from '../../../server/features/epcis/intake/xml-event.rules.ts'
import { xmlReader } from '../../../server/features/epcis/intake/xml-reader.ts'
import { namespacesOf } from '../../../server/features/epcis/namespaces.rules.ts'
import { documentReasons, eventReasons } from '../../../server/features/epcis/validate-event.ts'
import { Allowance } from '../../../server/kernel/allowance.ts'
import { type Document, documentOf, documentsIn, eventsIn } from './epcis-kit.ts'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'epcis-')) })
afterAll(() => rm(folder, { recursive: true }))

/** A text in pieces of a few to some hundred characters. */
const pieces = (text: string, chance: Chance): string[] => {
  const cut: string[] = []
  for (let at = 0; at < text.length;) {
    const size = 1 + chance.below(300)
    cut.push(text.slice(at, at + size))
    at += size
  }
  return cut
}

describe('a document in pieces', () => {
  it.each(documentsIn('valid'))('%s: its events and the rest, wherever it is cut', (name, text) => {
    const cutter = new EventCutter()
    const events = pieces(text, new Chance(name.length)).flatMap((piece) => cutter.push(piece)).map((one) => JSON.parse(one) as unknown)
    const whole = JSON.parse(text) as Document
    expect(events).toEqual(eventsIn(whole))
    expect(eventsIn(JSON.parse(cutter.document()) as Document)).toEqual([])
    expect({ ...JSON.parse(cutter.document()) as object, epcisBody: 0 }).toEqual({ ...whole, epcisBody: 0 })
  })

  it('words of an event that look like a list’s end, or like another list, are its own', () => {
    const events = [{ a: ']}"\\', eventList: [{ b: 1 }, []] }, { eventList: '[' }]
    const cutter = new EventCutter()
    expect(cutter.push(JSON.stringify({ x: '"eventList":[', epcisBody: { eventList: events }, y: { eventList: [1] } })).map((one) => JSON.parse(one) as unknown)).toEqual(events)
    expect(JSON.parse(cutter.document())).toEqual({ x: '"eventList":[', epcisBody: { eventList: [] }, y: { eventList: [1] } })
  })
})

const hashes = (events: readonly object[], context: LdContext): string[] => (events as readonly EpcisEvent[]).map((event) => hashIdOf(event, namespacesOf(context, event['@context'])))

describe('XML', () => {
  const twins = new Map(documentsIn('valid').map(([name, text]) => [name.replace(/^openepcis-/, '').replace('.json', '.xml'), JSON.parse(text) as Document]))

  it.each(documentsIn('xml'))('%s: valid, and the same events as in JSON', (name, text) => {
    const reader = xmlReader()
    const events = pieces(text, new Chance(name.length)).flatMap((piece) => reader.push(piece)) as unknown as object[]
    const document = reader.end() as unknown as Document
    expect([...documentReasons(document), ...events.flatMap((event) => eventReasons(event, 'XML'))]).toEqual([])
    const twin = twins.get(name)
    if (twin !== undefined) expect(hashes(events, document['@context'] as LdContext)).toEqual(hashes(eventsIn(twin), twin['@context'] as LdContext))
  })

  const wrapped = (inside: string, before = ''): string => `<?xml version="1.0"?>${before}<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-11-22T00:00:00Z"><EPCISBody>${inside}</EPCISBody></epcis:EPCISDocument>`
  it.each([
    ['a document type', wrapped('<EventList/>', '<!DOCTYPE x [<!ENTITY a "b">]>'), /DOCTYPE/], ['an entity', wrapped('<EventList><ObjectEvent><eventTime>&a;</eventTime></ObjectEvent></EventList>'), /entity/],
    ['no list', wrapped(''), /no EventList/], ['another document', '<a/>', /no EPCISDocument/], ['no end', wrapped('<EventList>').slice(0, -30), /./], ['depths', wrapped(`<EventList>${'<a>'.repeat(100)}`), /levels/],
  ])('%s is refused', (_name, text, words) => {
    const reader = xmlReader()
    expect(() => [reader.push(text), reader.end()]).toThrow(words)
  })
})

describe('taken in', () => {
  const event = { type: 'ObjectEvent', action: 'OBSERVE', eventTime: '2026-11-22T03:00:00Z', eventTimeZoneOffset: '+08:00', epcList: ['urn:epc:id:sgtin:6999900.112233.1'] }
  const many = Array.from({ length: 2_000 }, (_, index) => (index % 10 === 3 ? { ...event, action: 'LOOK' } : { ...event, epcList: [`urn:epc:id:sgtin:6999900.112233.${index}`] }))
  const room = () => new Allowance({ one: Infinity, all: Infinity, refusal: '', seconds: 1 }).hold('org_a')
  const spooled = (): Promise<string[]> => readdir(folder)

  it('what is valid waits in its order, what is not is told by its place, a hundred at most', async () => {
    const { spool, errors, total } = await takeIn(Readable.from(pieces(JSON.stringify(documentOf(many)), new Chance(1)).map((piece) => Buffer.from(piece))), jsonReader(), folder, room())
    expect([total, spool.count, errors.length, errors[0]?.event, errors[1]?.event]).toEqual([2_000, 1_800, 100, 4, 14])
    const inPortions = async (events: number, bytes: number) => { const all = []; for await (const portion of spool.portions({ events, bytes })) all.push(portion); return all }
    const portions = await inPortions(500, 1_000_000)
    expect(portions.map(({ length }) => length)).toEqual([500, 500, 500, 300])
    expect((await inPortions(500, 1)).length).toBe(1_800)
    expect([spool.fitsIn({ events: 1_800, bytes: 1_000_000 }), spool.fitsIn({ events: 1_799, bytes: 1_000_000 }), spool.fitsIn({ events: 1_800, bytes: 1_000 })]).toEqual([true, false, false])
    expect(portions.flat().map(({ place }) => place)).toEqual(many.flatMap((_, index) => (index % 10 === 3 ? [] : [index + 1])))
    await spool.drop()
    expect(await spooled()).toEqual([])
  })

  it('an event of a hundred thousand EPCs is read whole and in no time worth telling, and one that names a thing twice is not taken', () => {
    const epcList = Array.from({ length: 100_000 }, (_, index) => `urn:epc:id:sgtin:6999900.112233.${index}`)
    expect(eventReasons({ ...event, epcList })).toEqual([])
    expect(eventReasons({ ...event, epcList: [...epcList, epcList[7]] })).toEqual(['epcList: must NOT have duplicate items'])
    expect(eventReasons({ ...event, epcList: Array.from({ length: 600_000 }, () => 1) })[0]).toMatch(/more than 500000 values/)
  })

  it('a document that is large beside its events is refused, and so is XML of nothing but elements', async () => {
    const long = `{"a":"${'x'.repeat(21_000_000)}"}`
    await expect(takeIn(Readable.from([Buffer.from(long)]), jsonReader(), folder, room())).rejects.toMatchObject({ detail: expect.stringMatching(/beside its events/) as unknown })
    const reader = xmlReader()
    expect(() => reader.push(`<EPCISDocument><EPCISBody><EventList><ObjectEvent>${'<a/>'.repeat(700_000)}`)).toThrow(/longer than/)
    expect(await spooled()).toEqual([])
  })

  it('extensions that repeat are a list, however often they do', () => {
    const children = Array.from({ length: 50_000 }, (_, index) => ({ name: 'x:a', attributes: {}, children: [], text: String(index) }))
    const made = eventOfXml({ name: 'ObjectEvent', attributes: {}, children: [...children, { name: 'x:b', attributes: {}, children: [], text: 'one' }], text: '' }, {})
    expect([(made['x:a'] as string[]).length, (made['x:a'] as string[]).at(-1), made['x:b']]).toEqual([50_000, '49999', 'one'])
  })

  it.each([['is cut off', JSON.stringify(documentOf([event])).slice(0, -5)], ['is no EPCIS', '{"type":"Letter","epcisBody":{"eventList":[]}}'], ['is not UTF-8', '\xff\xfe']])('a document that %s leaves nothing', async (_name, text) => {
    await expect(takeIn(Readable.from([Buffer.from(text, 'latin1')]), jsonReader(), folder, room())).rejects.toMatchObject({ type: 'ValidationException' })
    expect(await spooled()).toEqual([])
  })
})
