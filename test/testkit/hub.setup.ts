import 'reflect-metadata'
import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../server/build.mjs'
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
  project.provide('hubUrl', hub.url)
  project.provide('issuerKey', key)
  return async () => {
    await hub.stop()
    await stop()
    await forget()
  }
}
