import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Chance } from '../../../seeds/generate/chance.ts'
import type { NewEvent, NewSerial } from '../../../server/features/custody/capture/report.type.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type CaptureBench, device, gauze, openCaptureBench } from './capture-kit.ts'
import { type Cast, randomEvent } from './random-report.ts'

let bench: CaptureBench
beforeAll(async () => { bench = await openCaptureBench() })
afterAll(() => bench?.stop())

const stateOf = cypher<{ ids: readonly string[] }, object>()`
UNWIND $in.ids AS id
MATCH (thing:Serial|Batch) WHERE thing.id = id
RETURN thing.status AS status, thing.head AS head, thing.holds AS holds, [(thing)-[r]->(o) | [type(r), o.code, r.serials, r.quantity, r.since]] AS edges ORDER BY id`

/** Things of a history of its own, commissioned: serials of a batch, equipment, a lot and cartons. */
const cast = async (name: string): Promise<Cast> => {
  const batch = bench.batch(device, `B-${name}`)
  const lot = bench.batch(gauze, `L-${name}`)
  const serials: NewSerial[] = [...['1', '2', '3', '4'].map((number) => bench.serial(`${name}-${number}`, batch)), bench.serial(`${name}-5`)]
  const units = [1, 2, 3].map((number) => bench.unit(Number(`${name}00${number}`)))
  const made = [
    bench.event(1, 'commissioning', serials.map(({ id }) => ({ id, role: 'EPC' })), { action: 'ADD', site: 'MAKER-MAIN' }),
    bench.event(1, 'commissioning', [{ id: lot.id, role: 'EPC', quantity: 50, unit: 'EA' }], { action: 'ADD', site: 'MAKER-MAIN' }),
  ]
  await bench.capture({ batches: [batch, lot], serials, units, events: made })
  return { serials: serials.map(({ id }) => id), lots: [lot.id], units: units.map(({ id }) => id) }
}

const shuffled = <T>(list: readonly T[], chance: Chance): T[] => {
  const rest = [...list]
  return list.flatMap(() => rest.splice(chance.below(rest.length), 1))
}

const inReports = (events: readonly NewEvent[], chance: Chance): NewEvent[][] => {
  const reports: NewEvent[][] = []
  for (let index = 0; index < events.length;) {
    const size = 1 + chance.below(3)
    reports.push(events.slice(index, index + size))
    index += size
  }
  return reports
}

describe('random histories', () => {
  test.each(Array.from({ length: 16 }, (_, index) => index + 1))('history %i, in any order, is what its events say in theirs', async (seed) => {
    const chance = new Chance(seed)
    const things = await cast(`${seed}`)
    const events = Array.from({ length: 16 }, () => ({ ...randomEvent(chance, things, bench), eventId: `urn:uuid:${seed}-${chance.below(1e9)}` }))
    for (const report of inReports(shuffled(events, chance), chance)) await bench.capture({ events: report })
    const errors = shuffled((await bench.graph.read(eventsOf, { ids: events.map(({ eventId }) => eventId) })).map(({ id }) => id), chance).slice(0, 3)
    expect(await bench.breaches()).toEqual([])
    const ids = [...things.serials, ...things.lots]
    const before = await bench.graph.read(stateOf, { ids })
    await bench.capture({ events })
    expect(await bench.graph.read(stateOf, { ids })).toEqual(before)
    for (const event of errors) await bench.capture({ events: [], errors: [{ event, reason: 'incorrect_data', at: '2026-02-01T00:00:00.000Z' }] })
    expect(await bench.breaches()).toEqual([])
  })
})

const eventsOf = cypher<{ ids: readonly string[] }, { id: string }>()`MATCH (event:Event) WHERE event.eventId IN $in.ids RETURN event.id AS id`
