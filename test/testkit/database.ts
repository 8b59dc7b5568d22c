import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseAddress } from '../../server/database/bolt.ts'
import { startManagedNeo4j } from '../../server/database/managed-neo4j.ts'
import { silentStep } from '../../server/steps.mjs'

export interface TestDatabase extends DatabaseAddress {
  /** Its data folder, for documents too. */
  readonly dataFolder: string
  /** Lets go of the server and removes its data. */
  stop(): Promise<void>
}

// Java's quick compiler alone: its other one took more of the processor than all tests could save by it. In the room for
// code that Java gives the quick one by itself, Neo4j's planner is thrown out and compiled again and again.
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:ReservedCodeCacheSize=256m']

export interface TestDatabaseOptions {
  /** Java as the hub has it, for what is measured: slower to begin with. */
  readonly asServed?: boolean
  readonly step?: typeof silentStep
}

/** A small Neo4j of its own for tests, with the jars of the user's cache; nothing is in it. */
export async function startTestDatabase({ asServed = false, step = silentStep }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'devicetrail-test-'))
  const server = await startManagedNeo4j({ dataFolder, cacheFolder: process.env.DEVICETRAIL_CACHE || undefined, heap: '512m', pageCache: '128m', jvmOptions: asServed ? [] : quickStart, step })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { uri: server.uri, user: server.user, password: server.password, database: server.database, dataFolder, stop }
}
