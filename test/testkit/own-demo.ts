import { breachLine } from '../../server/features/insight/breach.ts'
import { checkInvariants } from '../../server/features/insight/check-invariants.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import type { TestDatabase, TestDatabaseOptions } from './database.ts'
import { openDemoDatabase } from './demo-database.ts'
import { openHubOn, type TestHub } from './hub-on.ts'

export interface OwnDemo {
  readonly database: TestDatabase
  readonly hub: TestHub
  readonly graph: Graph
  /** Where the graph is not what its events say, line by line. */
  breaches(): Promise<string[]>
  stop(): Promise<void>
}

/** The demo on a database of its own, for tests that write, with a hub over it. */
export const openOwnDemo = async (options?: TestDatabaseOptions): Promise<OwnDemo> => {
  const database = await openDemoDatabase(options)
  const hub = await openHubOn(database, database.dataFolder)
  const graph = openGraph(database, { deadline: 60_000 })
  return {
    database, hub, graph,
    breaches: async () => {
      const found: string[] = []
      for await (const breach of checkInvariants(graph, { schema: [] })) found.push(breachLine(breach))
      return found
    },
    stop: async () => {
      await hub.stop()
      await graph.close()
      await database.stop()
    },
  }
}
