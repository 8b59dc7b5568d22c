import type { TestProject } from 'vitest/node'
import type { DatabaseAddress } from '../../server/database/bolt.ts'
import { migrate } from '../../server/database/migrate.ts'
import { inProject } from '../../server/kernel/project.ts'
import { startTestDatabase } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The Neo4j of this run, with the migrations applied. */
    database: DatabaseAddress
  }
}

/** One Neo4j for all integration tests of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...address } = await startTestDatabase()
  await migrate(address, inProject('graph-schema/migrations'))
  project.provide('database', address)
  return stop
}
