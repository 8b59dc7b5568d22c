import 'reflect-metadata'
import { ensureBuilt } from '../../server/build.mjs'
import { makeDemoOnce } from './demo-database.ts'

/** The portal as it is built, and databases for the hubs over it. */
export async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt()
  return makeDemoOnce()
}
