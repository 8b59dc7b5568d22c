import 'reflect-metadata'
import type { TestProject } from 'vitest/node'
import { pino } from 'pino'
import { ensureBuilt } from '../../server/build.mjs'
import { startImporter } from '../../server/features/files/importer.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { makeDemoOnce, openDemoDatabase } from './demo-database.ts'
import { openHubOn } from './hub-on.ts'
import { openTestIssuer } from './issuer.ts'

/** The whole hub as a user meets it, for tests in a browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt()
  const forget = await makeDemoOnce()
  const { stop, dataFolder, ...address } = await openDemoDatabase()
  const { key } = await openTestIssuer()
  const hub = await openHubOn(address, dataFolder, { issuerKey: key })
  const graph = openGraph(address)
  const importer = startImporter({ graph, logger: pino({ level: 'silent' }), dataFolder })
  project.provide('hubUrl', hub.url)
  project.provide('issuerKey', key)
  return async () => {
    await importer.stop()
    await graph.close()
    await hub.stop()
    await stop()
    await forget()
  }
}
