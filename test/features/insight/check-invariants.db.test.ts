import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadHistory } from '../../../seeds/load-history.ts'
import { migrate } from '../../../server/database/migrate.ts'
import { readMigrations } from '../../../server/database/migration-files.ts'
import { type Breach, breachLine } from '../../../server/features/insight/breach.ts'
import { checkInvariants } from '../../../server/features/insight/check-invariants.ts'
import { schemaNames } from '../../../server/features/insight/schema-names.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { inProject } from '../../../server/kernel/project.ts'
import { startTestDatabase, type TestDatabase } from '../../testkit/database.ts'
import { batchBreaks, type Break, otherBreaks, serialBreaks } from './breaks.ts'
import { smallHistory } from './small-history.ts'

const migrations = inProject('graph-schema/migrations')

let database: TestDatabase
let graph: Graph
let dataFolder: string
let schema: string[]

beforeAll(async () => {
  database = await startTestDatabase()
  dataFolder = await mkdtemp(join(tmpdir(), 'devicetrail-check-'))
  await migrate(database, migrations)
  schema = schemaNames(await readMigrations(migrations))
  graph = openGraph(database, { deadline: 60_000 })
  await loadHistory(graph, [smallHistory()], { name: 'small', dataFolder })
})

afterAll(async () => {
  await graph?.close()
  await database?.stop()
  await rm(dataFolder, { recursive: true, force: true })
})

const breaches = async (): Promise<Breach[]> => {
  const found: Breach[] = []
  for await (const breach of checkInvariants(graph, { schema })) found.push(breach)
  return found
}

const run = async (changes: Break[2]): Promise<void> => {
  for (const statement of 'text' in changes ? [changes] : changes) await graph.write((writer) => writer.run(statement, {}))
}

test('a graph that was loaded from events has no breach', async () => {
  expect((await breaches()).map(breachLine)).toEqual([])
})

test('a seed that is there already changes nothing', async () => {
  expect(await loadHistory(graph, [smallHistory()], { name: 'small', dataFolder })).toBeUndefined()
})

test('a document is kept under its hash', async () => {
  const [folder = ''] = await readdir(join(dataFolder, 'documents'))
  const [file = ''] = await readdir(join(dataFolder, 'documents', folder))
  expect(file.slice(0, 2)).toBe(folder)
  expect(await readFile(join(dataFolder, 'documents', folder, file), 'utf8')).toBe('Conforms.')
})

describe.each([...serialBreaks, ...batchBreaks, ...otherBreaks])('%s', (rule, name, by, mend) => {
  test(`finds ${name}`, async () => {
    await run(by)
    try {
      expect((await breaches()).map((breach) => breach.rule)).toContain(rule)
    } finally {
      await run(mend)
    }
    expect((await breaches()).map(breachLine)).toEqual([])
  })
})
