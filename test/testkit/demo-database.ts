import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDemo } from '../../seeds/demo.ts'
import type { DatabaseAddress } from '../../server/database/bolt.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { inProject } from '../../server/kernel/project.ts'
import { startTestDatabase, type TestDatabase, type TestDatabaseOptions } from './database.ts'
import { keepSnapshot, restoreSnapshot } from './snapshot.ts'
import { borrowDatabase, openWarmDatabases } from './warm-databases.ts'

/** What the tests' processes have, in the environment, from the one that made it: who lends databases, and what is put into them. */
interface Run {
  readonly port: number
  readonly folder: string
}

type Content = 'empty' | 'demo'

const runOf = ({ DEVICETRAIL_TEST_RUN: told } = process.env): Run | undefined => (told === undefined ? undefined : JSON.parse(told) as Run)
const snapshotIn = (folder: string, content: Content): string => join(folder, `${content}.snapshot`)
const dataIn = (folder: string): string => join(folder, 'data')

/** A Neo4j of its own with the migrations applied and the demo loaded. */
export const openDemoDatabase = (options?: TestDatabaseOptions): Promise<TestDatabase> => openDatabase('demo', options)

/** A Neo4j of its own with the migrations applied. */
export const openEmptyDatabase = (options?: TestDatabaseOptions): Promise<TestDatabase> => openDatabase('empty', options)

const openDatabase = async (content: Content, options?: TestDatabaseOptions): Promise<TestDatabase> => {
  const run = runOf()
  return run ? borrowed(run, content) : started(content, options)
}

const borrowed = async ({ port, folder }: Run, content: Content): Promise<TestDatabase> => {
  const { database, end } = await borrowDatabase(port)
  await restoreSnapshot(database, snapshotIn(folder, content))
  const dataFolder = await mkdtemp(join(tmpdir(), 'devicetrail-test-'))
  if (content === 'demo') await cp(dataIn(folder), dataFolder, { recursive: true })
  const stop = async (): Promise<void> => {
    end()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { ...database, dataFolder, stop }
}

const started = async (content: Content, options?: TestDatabaseOptions): Promise<TestDatabase> => {
  const database = await startTestDatabase(options)
  await migrateAll(database)
  if (content === 'demo') await loadDemoInto(database, database.dataFolder)
  return database
}

const migrateAll = async (address: DatabaseAddress): Promise<void> => { await migrate(address, inProject('graph-schema/migrations')) }

const loadDemoInto = async (address: DatabaseAddress, dataFolder: string): Promise<void> => {
  const graph = openGraph(address)
  await loadDemo(graph, { dataFolder })
  await graph.close()
}

/** Makes the demo once for all databases of a run. What it gives ends them; only who made it does. */
export async function makeDemoOnce(): Promise<() => Promise<void>> {
  if (runOf()) return async () => undefined
  const folder = await mkdtemp(join(tmpdir(), 'devicetrail-run-'))
  const { port, stop } = await openWarmDatabases(migrateAll)
  await makeContents(port, folder)
  process.env.DEVICETRAIL_TEST_RUN = JSON.stringify({ port, folder } satisfies Run)
  return async () => {
    delete process.env.DEVICETRAIL_TEST_RUN
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const makeContents = async (port: number, folder: string): Promise<void> => {
  const { database, end } = await borrowDatabase(port)
  await keepSnapshot(database, snapshotIn(folder, 'empty'))
  await loadDemoInto(database, dataIn(folder))
  await keepSnapshot(database, snapshotIn(folder, 'demo'))
  end()
}
