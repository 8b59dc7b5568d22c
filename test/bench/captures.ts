// `node server/run.mjs test/bench/captures.ts`: what capturing costs, beside the bare driver writing the same event with its edges and nothing else, in one run.
import neo4j from 'neo4j-driver'
import { parseArgs } from 'node:util'
import type { NewEvent } from '../../server/features/custody/capture/report.type.ts'
import { must } from '../../server/kernel/must.ts'
import { benchOn, device, openCaptureBench } from '../features/capture/capture-kit.ts'
import { inTurn, throughput } from './measure.ts'

const { values } = parseArgs({ options: { database: { type: 'string' }, calls: { type: 'string', default: '200' } }, strict: false })
const bench = values.database === undefined ? await openCaptureBench({ asServed: true }) : await benchOn({ ...JSON.parse(String(values.database)), stop: async () => undefined })
const calls = Number(values.calls)
const { uri, user, password, database } = bench.database
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true })

const run = Date.now().toString(36)
const lots = Array.from({ length: 64 }, (_, index) => bench.batch(device, `${run}-${index}`))
const serials = lots.flatMap((lot, index) => Array.from({ length: 10 }, (_, number) => bench.serial(`${run}-${index}-${number}`, lot)))
await bench.capture({ batches: lots, serials, events: [bench.event(0, 'commissioning', serials.map(({ id }) => ({ id, role: 'EPC' })), { action: 'ADD', site: 'MAKER-MAIN' })] })

let minutes = 0
const move = (ids: readonly string[]): NewEvent => {
  minutes += 1
  const [from, to] = minutes % 2 === 0 ? ['MAKER', 'CLINIC'] : ['CLINIC', 'MAKER']
  const event = bench.event(0, 'receiving', ids.map((id) => ({ id, role: 'EPC' })), { from, to, reportedBy: to, site: `${to}-MAIN` })
  return { ...event, eventTime: new Date(Date.UTC(2026, 2, 1, 0, minutes)).toISOString() }
}

/** The least that a database must do for the same: lock and read, the event with its parties, the edge moved. */
const bareText = `UNWIND $ids AS id MATCH (s:Serial {id: id}) SET s.locked = true WITH s MATCH (s)-[h:HELD_BY]->(:Organization) MATCH (s)-[:FROM]->(b:Batch)
WITH collect(s) AS serials, collect(h) AS held
MATCH (o:Organization {id: $to}), (f:Organization {id: $from}), (site:Site {id: $site})
CREATE (e:Event {id: randomUUID(), type: 'OBJECT', bizStep: 'receiving', eventTime: $at})-[:REPORTED_BY]->(o), (e)-[:FROM_PARTY]->(f), (e)-[:TO_PARTY]->(o), (e)-[:AT]->(site)
FOREACH (s IN serials | CREATE (e)-[:CONCERNS {role: 'EPC'}]->(s))`
const bare = async (ids: readonly string[]): Promise<void> => {
  const session = driver.session({ database })
  const event = move(ids)
  await session.executeWrite((tx) => tx.run(bareText, { ids, to: event.to, from: event.from, site: event.site, at: event.eventTime }))
  await session.close()
}
const capture = (ids: readonly string[]): Promise<unknown> => bench.capture({ events: [move(ids)] })

let next = 0
const one = (): string[] => { next += 1; return [must(serials[(next * 11) % serials.length], 'a serial').id] }
const hundred = (): string[] => { next += 1; return Array.from({ length: 100 }, (_, index) => must(serials[(next + index * 3) % serials.length], 'a serial').id) }
const told = (name: string, mine: number, bareOne: number, unit: string): void => { process.stdout.write(`${name.padEnd(28)}${mine.toFixed(1).padStart(9)}${bareOne.toFixed(1).padStart(9)} ${unit}   ratio ${(mine / bareOne).toFixed(2)}\n`) }

process.stdout.write(`${''.padEnd(28)}${'capture'.padStart(9)}${'bare'.padStart(9)}\n`)
await inTurn(() => capture(one()), () => bare(one()), { most: 30, milliseconds: 20_000 })
const [mine, least] = await inTurn(() => capture(one()), () => bare(one()), { most: calls, milliseconds: 30_000 })
told('one event, p50', mine.p50, least.p50, 'ms')
const [hundreds, leastHundreds] = await inTurn(() => capture(hundred()), () => bare(hundred()), { most: calls, milliseconds: 20_000 })
told('100 serials, p50', hundreds.p50, leastHundreds.p50, 'ms')
const ownTime = (): Promise<number> => Promise.resolve(process.cpuUsage().user / 1_000)
const [many, leastMany] = [await throughput(() => capture(one()), 32, 5_000, ownTime), await throughput(() => bare(one()), 32, 5_000, ownTime)]
told('one event, 32 at once', many.rate, leastMany.rate, '/s')
await driver.close()
await bench.stop()
