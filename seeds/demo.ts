import { importCatalogFile, type CatalogFile } from '../server/features/catalog/import/import-catalog-file.ts'
import { demoStops, saveDemoStops } from '../server/features/demo/demo.cypher.ts'
import type { Graph } from '../server/kernel/graph.ts'
import { inProject } from '../server/kernel/project.ts'
import { openDemoAccounts } from './cast/accounts.ts'
import { Calendar, demoDay } from './cast/calendar.ts'
import { writeMargins } from './cast/margins.ts'
import { demoPeople } from './cast/people.ts'
import { tellDemo } from './cast/tell-demo.ts'
import { tourAround, type TourStop } from './cast/tour.ts'
import type { History } from './history.ts'
import { issueToldNotices } from './load/issue-notices.ts'
import { loadHistory, type LoadOptions } from './load-history.ts'

export const demoViewers = demoPeople

/**
 * The demo's stories.
 * @param today the day, YYYY-MM-DD, around which they happen; keys and codes, and with them ids, are the same on every day
 */
export const demoHistory = (today = demoDay): History => tellDemo(today)

/** What to scan in a demo that was loaded with the same `today`. */
export const demoTour = (today = demoDay): readonly TourStop[] => {
  const calendar = new Calendar(today)
  return tourAround((written) => calendar.day(written))
}

const catalog: readonly CatalogFile[] = [
  { kind: 'gudid', path: 'seeds/catalog/gudid-xience-alpine.json' },
  { kind: 'gudid', path: 'seeds/catalog/gudid-emperion.json' },
  { kind: 'gudid', path: 'seeds/catalog/gudid-coroent.json' },
  { kind: 'gudid', path: 'seeds/catalog/gudid-cs2-acetabular-insert.xml' },
  { kind: 'udid', path: 'seeds/catalog/udid-demo.xml' },
]

export interface DemoOptions extends Pick<LoadOptions, 'dataFolder' | 'report'> {
  /** The day, YYYY-MM-DD, around which the stories happen; today where nothing is said. */
  readonly today?: string
}

/**
 * Brings the demo into a graph: catalogue, stories, people and tour. Begun again after it was cut off, it goes on where
 * that is possible.
 * @returns whether anything was loaded: false where the graph has the demo already
 * @throws Failure as importCatalogFile and loadHistory
 */
export const loadDemo = async (graph: Graph, { today = new Date().toISOString().slice(0, 10), ...options }: DemoOptions): Promise<boolean> => {
  // The tour is written last: where it is, all is.
  if ((await graph.read(demoStops, {})).length > 0) {
    await openDemoAccounts(graph)
    return false
  }
  for (const { kind, path } of catalog) await importCatalogFile(graph, { kind, path: inProject(path) })
  await loadHistory(graph, [demoHistory(today)], { ...options, name: 'demo' })
  await issueToldNotices(graph)
  await openDemoAccounts(graph)
  await graph.write(async (writer) => {
    await writeMargins(writer, new Calendar(today))
    await writer.run(saveDemoStops, { stops: demoTour(today) })
  })
  return true
}
