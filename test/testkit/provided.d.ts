import type { DatabaseAddress } from '../../server/database/bolt.ts'

/** What the global setups give to the tests of a run. */
declare module 'vitest' {
  interface ProvidedContext {
    /** A Neo4j with the migrations applied and the demo loaded. */
    database: DatabaseAddress
    /** Where the demo's documents lie. */
    dataFolder: string
  }
}
