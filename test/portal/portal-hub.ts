import { pino } from 'pino'
import { afterAll } from 'vitest'
import { startImporter } from '../../server/features/files/importer.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openHubOn } from '../testkit/hub-on.ts'

const { stop, dataFolder, ...address } = await openDemoDatabase()
const graph = openGraph(address)
const importer = startImporter({ graph, logger: pino({ level: 'silent' }), dataFolder })

/** The whole hub as a user meets it, with the demo: the test file's own. */
export const portalHub = await openHubOn(address, dataFolder)

afterAll(async () => {
  await importer.stop()
  await graph.close()
  await portalHub.stop()
  await stop()
})
