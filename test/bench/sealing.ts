// `npm run bench:record`: what sealing costs a write, and whether it keeps up with 1,000 records a second.
import 'reflect-metadata'
import { pino } from 'pino'
import { directory } from '../../server/access/directory.ts'
import { migrate } from '../../server/database/migrate.ts'
import type { Context } from '../../server/kernel/context.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { newId } from '../../server/kernel/ids.ts'
import { inProject } from '../../server/kernel/project.ts'
import { authenticateBy, macOf } from '../../server/record/authenticity.ts'
import { change } from '../../server/record/change.ts'
import { startKeeper } from '../../server/record/keeper.ts'
import type { StoredRecord } from '../../server/record/leaf.ts'
import { startTestDatabase } from '../testkit/database.ts'
import { inTurn, type Spread } from './measure.ts'

const writes = { most: 300, milliseconds: 60_000 }
const warmUp = { most: 100, milliseconds: 30_000 }
const perSecond = 1_000
const seconds = 20

const manyRecords = cypher<{ rows: readonly object[] }, never>()`UNWIND $in.rows AS row CREATE (record:AuditRecord:Unsealed) SET record = row`
const tail = cypher<object, { left: number; oldest: string | null }>()`MATCH (record:Unsealed) WHERE record.at >= '' RETURN count(*) AS left, min(record.at) AS oldest`

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
  for (let tick = 0; tick < seconds * 10; tick += 1) {
    const until = Date.now() + 100
    await graph.write((writer) => writer.run(manyRecords, { rows: rowsOf(perSecond / 10) }))
    const [row] = await graph.read(tail, {})
    behind.push(row?.oldest ? Date.now() - Date.parse(row.oldest) : 0)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - Date.now())))
  }
  behind.sort((a, b) => a - b)
  say(`${`${perSecond} records a second for ${seconds} s: oldest unsealed`.padEnd(44)} p50 ${behind[Math.floor(behind.length / 2)]} ms  most ${behind.at(-1)} ms`)
}

const catchUp = async (graph: Graph, options: Parameters<typeof startKeeper>[0]): Promise<void> => {
  for (let begun = 0; begun < 20_000; begun += 1_000) await graph.write((writer) => writer.run(manyRecords, { rows: rowsOf(1_000) }))
  const began = Date.now()
  const keeper = await startKeeper(options)
  while (((await graph.read(tail, {}))[0]?.left ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, 50))
  say(`${'20,000 waiting records sealed'.padEnd(44)} ${(20_000_000 / (Date.now() - began)).toFixed(0)} records a second`)
  await keeper.stop()
}

const nothing = async (): Promise<void> => undefined

// A write with a sealer at work and one without, one after the other on one machine.
authenticateBy(Buffer.alloc(32))
const database = await startTestDatabase()
try {
  await migrate(database, inProject('graph-schema/migrations'))
  const graph = openGraph(database, { deadline: 60_000 })
  const options = { graph, logger: pino({ level: 'error' }), dataFolder: database.dataFolder, settings: { keyFile: undefined, url: undefined, keyDays: 30 } }
  const one = write(contextOn(graph))
  await inTurn(one, one, warmUp)
  const [without] = await inTurn(one, nothing, writes)
  const keeper = await startKeeper(options)
  const [sealing] = await inTurn(one, nothing, writes)
  told('a change, nothing sealed', without)
  told('a change, sealed as it goes', sealing)
  await keepUp(graph)
  await keeper.stop()
  await catchUp(graph, options)
  await graph.close()
} finally {
  await database.stop()
}
