import type { TestProject } from 'vitest/node'
import type { DatabaseAddress } from '../../server/database/bolt.ts'
import { openDemoDatabase } from './demo-database.ts'

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
  const { stop, dataFolder, ...address } = await openDemoDatabase()
  project.provide('database', address)
  project.provide('dataFolder', dataFolder)
  return stop
}
