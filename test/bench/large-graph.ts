import { generate, type Landmarks, landmarksOf } from '../../seeds/generate.ts'
import { loadHistory } from '../../seeds/load-history.ts'
import { startManagedNeo4j } from '../../server/database/managed-neo4j.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { inProject } from '../../server/kernel/project.ts'
import { step } from '../../server/steps.mjs'

/** A Neo4j with the generated graph; made once and kept, since it takes a minute or two. */
export const openLargeGraph = async (serials: number) => {
  const dataFolder = inProject(process.env['DEVICETRAIL_BENCH'] ?? `.devicetrail/bench-${serials}`)
  const database = await startManagedNeo4j({ dataFolder, cacheFolder: undefined, heap: '1g', pageCache: '1g', step })
  await migrate(database, inProject('graph-schema/migrations'))
  const graph = openGraph(database, { deadline: 120_000 })
  const options = { serials, seed: 1 }
  await step(`Making ${serials} serials`, (report) =>
    loadHistory(graph, generate(options), { name: `generated ${options.seed}`, dataFolder, report: (counts) => report(`${counts.serials} serials`) }))
  const landmarks: Landmarks = landmarksOf(options)
  return { database, dataFolder, graph, landmarks, stop: async () => { await graph.close(); await database.stop() } }
}
