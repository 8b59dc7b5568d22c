import { rm } from 'node:fs/promises'
import { loadDemo } from '../../seeds/demo.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { inProject } from '../../server/kernel/project.ts'
import { startTestDatabase, type TestDatabase, type TestDatabaseOptions } from './database.ts'

/** A Neo4j of its own with the migrations applied and the demo loaded: a copy of the one that the run has made, if it has. */
export async function openDemoDatabase(options: Pick<TestDatabaseOptions, 'asServed'> = {}): Promise<TestDatabase> {
  // The tests' own processes have the variable from the one that made the demo.
  const folder = process.env.DEVICETRAIL_TEST_DEMO
  return folder ? startTestDatabase({ ...options, from: folder }) : loadedDatabase(options)
}

async function loadedDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const database = await startTestDatabase(options)
  await migrate(database, inProject('graph-schema/migrations'))
  const graph = openGraph(database)
  await loadDemo(graph, { dataFolder: database.dataFolder })
  await graph.close()
  return database
}

/** Makes the demo once for all databases of a run. What it gives removes it again; only who made it does. */
export async function makeDemoOnce(): Promise<() => Promise<void>> {
  if (process.env.DEVICETRAIL_TEST_DEMO) return async () => undefined
  const { dataFolder, end } = await loadedDatabase()
  await end()
  process.env.DEVICETRAIL_TEST_DEMO = dataFolder
  return async () => {
    delete process.env.DEVICETRAIL_TEST_DEMO
    await rm(dataFolder, { recursive: true, force: true })
  }
}
