// `npm run bench:record`: what sealing costs a write, and whether it keeps up with 1,000 records a second.
import 'reflect-metadata'
import { pino } from 'pino'
import { directory } from '../../server/access/directory.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openHome } from '../../server/database/neo4j-home.ts'
import { readState } from '../../server/database/neo4j-state.ts'
import type { Context } from '../../server/kernel/context.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { newId } from '../../server/kernel/ids.ts'
import { must } from '../../server/kernel/must.ts'
import { inProject } from '../../server/kernel/project.ts'
import { authenticateBy, macOf } from '../../server/record/authenticity.ts'
import { change } from '../../server/record/change.ts'
import { startKeeper } from '../../server/record/keeper.ts'
import type { StoredRecord } from '../../server/record/leaf.ts'
import { startTestDatabase } from '../testkit/database.ts'
import { processorTimeOf } from './hub-process.ts'
import { inTurn, type Spread, spreadOf, timed } from './measure.ts'

/** Blocks of writes, with a sealer at work and without one in turn: what slows the machine slows both. */
const blocks = { count: 10, writes: 40 }
const warmUp = { most: 100, milliseconds: 30_000 }
const perSecond = 1_000
const seconds = 20

type Options = Parameters<typeof startKeeper>[0]

const manyRecords = cypher<{ rows: readonly object[] }, never>()`UNWIND $in.rows AS row CREATE (record:AuditRecord:Unsealed) SET record = row`
const tail = cypher<object, { left: number; oldest: string | null }>()`MATCH (record:Unsealed) WHERE record.at >= '' RETURN count(*) AS left, min(record.at) AS oldest`

const anyLeft = cypher<object, { id: string }>()`MATCH (record:Unsealed) WHERE record.at >= '' RETURN record.id AS id LIMIT 1`

const rowOf = (): StoredRecord => ({
  id: newId('aud'), at: new Date().toISOString(), action: 'RECORD_USAGE', outcome: 'DONE', code: null, count: 1, subject: 'ser_bench', actor: 'usr_bench', client: null, organization: 'org_bench',
  address: null, requestId: 'bench', changes: '[{"field":"status","before":"IN_STOCK","after":"IMPLANTED"}]', reason: null, maker: 'org_maker',
})

const rowsOf = (count: number): object[] => Array.from({ length: count }, rowOf).map((row) => ({ ...row, mac: macOf(row) }))

const contextOn = (graph: Graph): Context => {
  const viewer = { person: 'usr_bench', name: 'Bench', nameZh: null, locale: 'en', organization: 'org_bench', kind: 'HOSPITAL', internal: false, roles: ['HOSPITAL_USER'], client: null, finds: directory.HOSPITAL } as const
  return { ...({ requestId: 'bench', address: '192.0.2.1' } as Context), viewer, graph: graph.as(viewer) }
}

const write = (context: Context) => async (): Promise<void> => {
  await change(context, { action: 'RECORD_USAGE', idempotencyKey: newId('key'), input: {} }, async (writing) => {
    writing.audit({ subject: 'ser_bench', changes: [{ field: 'status', before: 'IN_STOCK', after: 'IMPLANTED' }] })
    return { done: true }
  })
}

const say = (line: string): void => { process.stdout.write(`${line}\n`) }
const told = (name: string, { p50, p95 }: Spread): void => say(`${name.padEnd(44)} p50 ${p50.toFixed(2)} ms  p95 ${p95.toFixed(2)} ms`)

/** Records come in steadily; how far the sealer is behind, as it goes. */
const keepUp = async (graph: Graph): Promise<void> => {
  const behind: number[] = []
  const began = Date.now()
  for (let tick = 0; tick < seconds * 10; tick += 1) {
    const until = began + (tick + 1) * 100
    await graph.write((writer) => writer.run(manyRecords, { rows: rowsOf(perSecond / 10) }))
    const [row] = await graph.read(tail, {})
    behind.push(row?.oldest ? Date.now() - Date.parse(row.oldest) : 0)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now())))
  }
  behind.sort((a, b) => a - b)
  say(`${`${Math.round(seconds * perSecond * 1_000 / (Date.now() - began))} records a second for ${seconds} s: oldest unsealed`.padEnd(44)} p50 ${behind[Math.floor(behind.length / 2)]} ms  most ${behind.at(-1)} ms`)
}

const waiting = 20_000

/** On a busy machine the processor's time still tells what it would keep up with. @param databaseTime of Neo4j's process, in milliseconds */
const catchUp = async (graph: Graph, options: Options, databaseTime: () => Promise<number>): Promise<void> => {
  for (let begun = 0; begun < waiting; begun += 1_000) await graph.write((writer) => writer.run(manyRecords, { rows: rowsOf(1_000) }))
  const [began, database, own] = [Date.now(), await databaseTime(), process.cpuUsage()]
  const keeper = await startKeeper(options)
  while ((await graph.read(anyLeft, {})).length > 0) await new Promise((resolve) => setTimeout(resolve, 100))
  const used = process.cpuUsage(own)
  const thousands = waiting / 1_000
  say(`${`${waiting} waiting records sealed`.padEnd(44)} ${(waiting * 1_000 / (Date.now() - began)).toFixed(0)} records a second`)
  say(`${'processor time of 1,000 of them'.padEnd(44)} database ${((await databaseTime() - database) / thousands).toFixed(0)} ms  hub ${((used.user + used.system) / 1_000 / thousands).toFixed(0)} ms`)
  await keeper.stop()
}

const block = async (one: () => Promise<void>): Promise<number[]> => {
  const times: number[] = []
  for (let call = 0; call < blocks.writes; call += 1) times.push(await timed(one))
  return times
}

/** What a change takes beside a sealer and without one. */
const compare = async (one: () => Promise<void>, options: Options): Promise<void> => {
  const [without, sealing]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < blocks.count; turn += 1) {
    without.push(...await block(one))
    const keeper = await startKeeper(options)
    sealing.push(...await block(one))
    await keeper.stop()
  }
  const [alone, beside] = [spreadOf(without), spreadOf(sealing)]
  told('a change, nothing sealed', alone)
  told('a change, sealed as it goes', beside)
  say(`${'ratio'.padEnd(44)} p50 ${(beside.p50 / alone.p50).toFixed(2)}  p95 ${(beside.p95 / alone.p95).toFixed(2)}`)
}

authenticateBy(Buffer.alloc(32))
const database = await startTestDatabase({ asServed: true })
try {
  await migrate(database, inProject('graph-schema/migrations'))
  const graph = openGraph(database, { deadline: 60_000 })
  const options = { graph, logger: pino({ level: 'error' }), dataFolder: database.dataFolder, settings: { keyFile: undefined, url: undefined, keyDays: 30 } }
  const one = write(contextOn(graph))
  await inTurn(one, one, warmUp)
  await compare(one, options)
  const keeper = await startKeeper(options)
  await keepUp(graph)
  await keeper.stop()
  const { pid } = must(readState(await openHome(database.dataFolder)), 'the database\'s process')
  await catchUp(graph, options, () => processorTimeOf(pid))
  await graph.close()
} finally {
  await database.stop()
}
