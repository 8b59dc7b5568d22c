import type { TestProject } from 'vitest/node'
import { openDemoDatabase } from './demo-database.ts'

/** One Neo4j with the demo for all integration tests of a run; who changes what others read starts its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, dataFolder, ...address } = await openDemoDatabase()
  project.provide('database', address)
  project.provide('dataFolder', dataFolder)
  return stop
}
