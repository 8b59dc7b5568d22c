import type { TestProject } from 'vitest/node'
import type { DatabaseAddress } from '../../server/database/bolt.ts'
import { migrate } from '../../server/database/migrate.ts'
import { loadDemo } from '../../seeds/demo.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { inProject } from '../../server/kernel/project.ts'
import { step } from '../../server/steps.mjs'
import { startTestDatabase } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The Neo4j of this run, with the migrations applied and the demo loaded. */
    database: DatabaseAddress
    /** Where the demo's documents lie. */
    dataFolder: string
  }
}

/** One Neo4j with the demo for all integration tests of a run; who changes what others read starts its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, dataFolder, ...address } = await startTestDatabase(step)
  await migrate(address, inProject('graph-schema/migrations'))
  const graph = openGraph(address)
  await loadDemo(graph, { dataFolder })
  await graph.close()
  project.provide('database', address)
  project.provide('dataFolder', dataFolder)
  return stop
}
