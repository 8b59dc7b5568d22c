import { migrate } from '../server/database/migrate.ts'
import { resolveDatabase } from '../server/database/resolve-database.ts'
import type { ImportResult } from '../server/features/catalog/import/import-catalog.ts'
import { importCatalogFile } from '../server/features/catalog/import/import-catalog-file.ts'
import { type Graph, openGraph } from '../server/kernel/graph.ts'
import { inProject } from '../server/kernel/project.ts'
import { readSettings } from '../server/kernel/settings.ts'
import { step } from '../server/steps.mjs'
import { loadDemo } from './demo.ts'
import { generate } from './generate.ts'
import { loadHistory } from './load-history.ts'
import { Progress } from './progress.ts'
import { readSeedArguments, type SeedWish } from './seed-arguments.ts'

const say = (text: string): void => { process.stderr.write(`${text}\n`) }

const loadGenerated = async (graph: Graph, serials: number, seed: number, dataFolder: string): Promise<void> => {
  const progress = new Progress(serials, 'serials')
  const began = Date.now()
  const counts = await loadHistory(graph, generate({ serials, seed }), {
    name: `generated ${seed}`, dataFolder, report: ({ serials: done, events }) => progress.show(done, `${events.toLocaleString('en')} events`),
  })
  progress.end()
  if (counts === undefined) return say(`The graph has the generated history of seed ${seed} already: nothing was changed. Another --seed gives another history.`)
  const seconds = (Date.now() - began) / 1000
  say(`${counts.serials.toLocaleString('en')} serials of ${counts.batches.toLocaleString('en')} batches with ${counts.events.toLocaleString('en')} events in ${seconds.toFixed(1)} s: ${Math.round(counts.serials / seconds).toLocaleString('en')} serials/s.`)
}

const importFile = async (graph: Graph, file: { kind: 'gudid' | 'udid'; path: string }): Promise<void> => {
  const { imported, updated, unchanged, rejected } = await step(`Importing ${file.path}`, (report): Promise<ImportResult> =>
    importCatalogFile(graph, file, (sofar) => report(`${sofar.imported + sofar.updated + sofar.unchanged} records`)))
  for (const { line, reason } of rejected) say(`  line ${line}: ${reason}`)
  say(`${imported} imported, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected.`)
}

const load = async (graph: Graph, wish: SeedWish, dataFolder: string): Promise<void> => {
  if (wish.kind === 'generated') return loadGenerated(graph, wish.serials, wish.seed, dataFolder)
  if (wish.kind !== 'demo') return importFile(graph, wish)
  const isNew = await step('Loading the demo', (report) =>
    loadDemo(graph, { dataFolder, report: ({ serials, events }) => report(`${serials} serials, ${events} events`) }))
  if (!isNew) say('The graph has the demo already: nothing was changed.')
}

const main = async (): Promise<void> => {
  const wish = readSeedArguments(process.argv.slice(2))
  const settings = readSettings()
  const database = await resolveDatabase(settings)
  const graph = openGraph(database)
  try {
    await step('Bringing the graph\'s schema up to date', () => migrate(database, inProject('graph-schema/migrations')))
    await load(graph, wish, settings.dataFolder)
  } finally {
    await graph.close()
    await database.stop()
  }
}

await main()
