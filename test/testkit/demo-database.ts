import { loadDemo } from '../../seeds/demo.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { inProject } from '../../server/kernel/project.ts'
import { startTestDatabase, type TestDatabase } from './database.ts'

/** A Neo4j of its own with the migrations applied and the demo loaded. */
export async function openDemoDatabase(): Promise<TestDatabase> {
  const database = await startTestDatabase()
  await migrate(database, inProject('graph-schema/migrations'))
  const graph = openGraph(database)
  await loadDemo(graph, { dataFolder: database.dataFolder })
  await graph.close()
  return database
}
