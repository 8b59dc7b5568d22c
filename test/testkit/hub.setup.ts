import 'reflect-metadata'
import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../server/build.mjs'
import { openDemoDatabase } from './demo-database.ts'
import { openHubOn } from './hub-on.ts'

/** The whole hub as a user meets it, for tests in a browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt()
  const { stop, dataFolder, ...address } = await openDemoDatabase()
  const hub = await openHubOn(address, dataFolder)
  project.provide('hubUrl', hub.url)
  return async () => {
    await hub.stop()
    await stop()
  }
}
