import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chance } from '../../../seeds/generate/chance.ts'
import { migrate } from '../../../server/database/migrate.ts'
import { startManagedNeo4j, type ManagedNeo4j } from '../../../server/database/managed-neo4j.ts'
import type { NewEvent } from '../../../server/features/custody/capture/report.type.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Address, type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { inProject } from '../../../server/kernel/project.ts'
import { silentStep } from '../../../server/steps.mjs'
import { startTestDatabase } from '../../testkit/database.ts'
import { benchOn, type CaptureBench, device, gauze } from './capture-kit.ts'
import { randomEvent } from './random-report.ts'

let bench: CaptureBench
let restarted: ManagedNeo4j | undefined
beforeAll(async () => {
  const database = await startTestDatabase()
  await migrate(database, inProject('graph-schema/migrations'))
  bench = await benchOn(database)
})
afterAll(async () => {
  await restarted?.stop()
  await bench?.stop()
})

const stock = async (): Promise<NewEvent[]> => {
  const [batch, lot] = [bench.batch(device, 'K-1'), bench.batch(gauze, 'K-2')]
  const serials = Array.from({ length: 12 }, (_, index) => bench.serial(`K-${index}`, batch))
  const units = [1, 2, 3].map((number) => bench.unit(7_000 + number))
  await bench.capture({
    batches: [batch, lot], serials, units,
    events: [bench.event(1, 'commissioning', [...serials.map(({ id }) => ({ id, role: 'EPC' as const })), { id: lot.id, role: 'EPC', quantity: 5_000, unit: 'EA' }], { action: 'ADD', site: 'MAKER-MAIN' })],
  })
  const chance = new Chance(7)
  const cast = { serials: serials.map(({ id }) => id), lots: [lot.id], units: units.map(({ id }) => id) }
  return Array.from({ length: 60 }, () => randomEvent(chance, cast, bench))
}

/** Lets eight writers work until they have been heard so often, kills, and returns what they were told was kept. */
const killedAfter = async (heard: number, address: Address, round: number, events: readonly NewEvent[], kill: (writers: number) => void): Promise<string[]> => {
  const orders = join(bench.database.dataFolder, 'orders.json')
  await writeFile(orders, JSON.stringify({ address, organization: bench.id('MAKER'), round, events }))
  const child = spawn(process.execPath, [inProject('server/run.mjs'), inProject('test/features/capture/writers.ts')], { cwd: inProject('.'), env: { ...process.env, WRITER_ORDERS: orders }, stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: string[] = []
  const { pid } = child
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    acknowledged.push(...text.split('\n').filter((line) => line !== ''))
    if (acknowledged.length >= heard && pid !== undefined && !child.killed) kill(pid)
  })
  await once(child, 'exit')
  return acknowledged
}

const found = cypher<{ ids: readonly string[] }, { events: number }>()`
MATCH (event:Event)-[:REPORTED_BY]->(:Organization) WHERE event.eventId IN $in.ids RETURN count(event) AS events`

const halves = cypher<object, { events: number; audited: number; answered: number; told: number }>()`
RETURN COUNT { MATCH (event:Event) WHERE event.eventId STARTS WITH 'urn:x:' } AS events, COUNT { MATCH (record:AuditRecord) WHERE record.action = 'CAPTURE_EVENTS' } AS audited,
  COUNT { MATCH (key:IdempotencyKey) WHERE key.answer IS NOT NULL } AS answered, COUNT { MATCH (message:OutboxMessage) } AS told`

const running = cypher<object, { count: number }>()`SHOW TRANSACTIONS YIELD transactionId RETURN count(*) AS count`

/** What a killed hub had asked for may still be under way: the database ends it before it is counted. */
const settled = async (graph: Graph): Promise<void> => {
  await expect.poll(async () => (await graph.read(running, {}))[0]?.count, { timeout: 30_000 }).toBe(1)
}

const proved = async (graph: Graph, acknowledged: readonly string[]): Promise<void> => {
  await settled(graph)
  const [row] = await graph.read(found, { ids: acknowledged.map((key) => `urn:x:${key}`) })
  expect(row?.events).toBe(acknowledged.length)
  const [{ events = 0, audited, answered, told } = {}] = await graph.read(halves, {})
  expect([audited, answered, told]).toEqual([events, events, events])
}

test('a hub that is killed, and a database that is killed, lose nothing that was acknowledged, and leave nothing half or twice', async () => {
  const events = await stock()
  const { dataFolder } = bench.database
  const acknowledged: string[] = []
  for (const round of [1, 2, 3]) {
    acknowledged.push(...await killedAfter(15 * round, bench.database, round, events, (writers) => process.kill(writers, 'SIGKILL')))
    await proved(bench.graph, acknowledged)
  }
  expect(await bench.breaches()).toEqual([])
  const server = await startManagedNeo4j({ dataFolder, step: silentStep, heap: '512m', pageCache: '128m' })
  acknowledged.push(...await killedAfter(20, bench.database, 4, events, (writers) => {
    process.kill(server.pid, 'SIGKILL')
    process.kill(writers, 'SIGKILL')
  }))
  restarted = await startManagedNeo4j({ dataFolder, step: silentStep, heap: '512m', pageCache: '128m' })
  const graph = openGraph(restarted, { deadline: 60_000 })
  await proved(graph, acknowledged)
  expect(await bench.breaches(graph)).toEqual([])
  await graph.close()
})
