import type { TestProject } from 'vitest/node'
import { makeDemoOnce, openDemoDatabase } from './demo-database.ts'

/** One Neo4j with the demo for all integration tests of a run; who changes what others read starts its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const forget = await makeDemoOnce()
  const { stop, dataFolder, uri, user, password, database } = await openDemoDatabase()
  project.provide('database', { uri, user, password, database })
  project.provide('dataFolder', dataFolder)
  return async () => {
    await stop()
    await forget()
  }
}
