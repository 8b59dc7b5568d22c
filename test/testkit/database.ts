import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseAddress } from '../../server/database/bolt.ts'
import { startManagedNeo4j } from '../../server/database/managed-neo4j.ts'
import { silentStep } from '../../server/steps.mjs'

export interface TestDatabase extends DatabaseAddress {
  /** Its data folder, for documents too. */
  readonly dataFolder: string
  /** Ends the server; its data stay. */
  end(): Promise<void>
  /** Ends the server and removes its data. */
  stop(): Promise<void>
}

// Java's quick compiler alone: ready in half the processor time, and tests do not run long enough for the other.
const quickStart = ['-XX:TieredStopAtLevel=1']

export interface TestDatabaseOptions {
  /** Data folder of one that has ended, to begin with a copy of; otherwise it is empty. */
  readonly from?: string
  /** Java as the hub has it, for what is measured: slower to begin with. */
  readonly asServed?: boolean
  readonly step?: typeof silentStep
}

/** A small Neo4j of its own for tests, with the jars of the user's cache. */
export async function startTestDatabase({ from, asServed = false, step = silentStep }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'devicetrail-test-'))
  if (from !== undefined) await cp(from, dataFolder, { recursive: true })
  const server = await startManagedNeo4j({ dataFolder, cacheFolder: process.env.DEVICETRAIL_CACHE || undefined, heap: '512m', pageCache: '128m', jvmOptions: asServed ? [] : quickStart, step })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { uri: server.uri, user: server.user, password: server.password, database: server.database, dataFolder, end: server.stop, stop }
}
