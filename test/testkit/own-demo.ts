import { breachLine } from '../../server/features/insight/breach.ts'
import { checkInvariants } from '../../server/features/insight/check-invariants.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openDemoDatabase } from './demo-database.ts'
import { openTestHub, type TestHub } from './hub.ts'

export interface OwnDemo {
  readonly hub: TestHub
  readonly graph: Graph
  /** Where the graph is not what its events say, line by line. */
  breaches(): Promise<string[]>
  stop(): Promise<void>
}

/** The demo on a database of its own, for tests that write, with a hub over it. */
export const openOwnDemo = async (): Promise<OwnDemo> => {
  const database = await openDemoDatabase()
  const hub = await openTestHub(database, database.dataFolder)
  const graph = openGraph(database, { deadline: 60_000 })
  return {
    hub, graph,
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
