import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generate, landmarksOf } from '../../seeds/generate.ts'
import { loadHistory, type LoadCounts } from '../../seeds/load-history.ts'
import { readMigrations } from '../../server/database/migration-files.ts'
import { breachLine } from '../../server/features/insight/breach.ts'
import { checkInvariants } from '../../server/features/insight/check-invariants.ts'
import { schemaNames } from '../../server/features/insight/schema-names.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { inProject } from '../../server/kernel/project.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openEmptyDatabase } from '../testkit/demo-database.ts'

const options = { serials: 300, seed: 7 }
const migrations = inProject('graph-schema/migrations')

let database: TestDatabase
let graph: Graph
let dataFolder: string
let counts: LoadCounts | undefined

beforeAll(async () => {
  database = await openEmptyDatabase()
  dataFolder = await mkdtemp(join(tmpdir(), 'devicetrail-generate-'))
  graph = openGraph(database, { deadline: 60_000 })
  counts = await loadHistory(graph, generate(options), { name: 'first', dataFolder })
})

afterAll(async () => {
  await graph?.close()
  await database?.stop()
  await rm(dataFolder, { recursive: true, force: true })
})

const held = cypher<{ code: string }, { serials: number }>()`
MATCH (:Organization {code: $in.code})<-[:HELD_BY]-(serial:Serial)
RETURN count(serial) AS serials`

const reached = cypher<{ lotNumber: string }, { serials: number }>()`
MATCH (:Batch {lotNumber: $in.lotNumber})<-[:CONSUMED*1..3]-(batch:Batch)
WITH DISTINCT batch
MATCH (batch)<-[:FROM]-(serial:Serial)
RETURN count(serial) AS serials`

const idsAndHashes = cypher<object, { id: string; hash: string | null }>()`
MATCH (node:Organization|Site|Product|Batch|Serial|LogisticUnit|Event)
RETURN node.id AS id, node.hash AS hash ORDER BY id`

const clear = cypher<object, never>()`
MATCH (node)
WHERE NOT node:Migration
DETACH DELETE node`

const breachesOf = async (): Promise<string[]> => {
  const breaches: string[] = []
  for await (const breach of checkInvariants(graph, { schema: schemaNames(await readMigrations(migrations)) })) breaches.push(breachLine(breach))
  return breaches
}

test('a generated graph has as many serials as were asked for, and no breach', async () => {
  expect(counts?.serials).toBe(options.serials)
  expect(await breachesOf()).toEqual([])
})

test('the landmarks are where they are said to be', async () => {
  const { heavyRawLot, usualRawLot, smallHospital } = landmarksOf(options)
  for (const { lotNumber, serials } of [heavyRawLot, usualRawLot]) expect(await graph.read(reached, { lotNumber })).toEqual([{ serials }])
  expect(await graph.read(held, { code: smallHospital })).toEqual([{ serials: 30 }])
})

test('a seed that the graph has changes nothing; another stands beside it without a breach', async () => {
  expect(await loadHistory(graph, generate(options), { name: 'first', dataFolder })).toBeUndefined()
  const more = await loadHistory(graph, generate({ serials: 200, seed: 8 }), { name: 'second', dataFolder })
  expect(more?.serials).toBe(200)
  expect(await breachesOf()).toEqual([])
})

test('the same seed gives the same ids in another graph', async () => {
  const loaded = async () => {
    await graph.write((writer) => writer.run(clear, {}))
    await loadHistory(graph, generate({ serials: 100, seed: 9 }), { name: 'third', dataFolder })
    return graph.read(idsAndHashes, {})
  }
  const first = await loaded()
  expect(first.length).toBeGreaterThan(500)
  expect(await loaded()).toEqual(first)
})
