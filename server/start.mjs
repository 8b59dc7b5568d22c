// `npm start`: from a fresh clone to a running hub. Node's own modules only, until the packages are there.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensurePackages, projectRoot } from './packages.mjs'
import { endOnSignal } from './signals.mjs'
import { endWith } from './steps.mjs'

/** @type {{ stop(): Promise<void> } | undefined} */
let hub
endOnSignal(() => hub?.stop())

try {
  await ensurePackages()
  await ensureBuilt()
  process.env.NODE_ENV ??= 'production'
  const { start } = await import(pathToFileURL(join(projectRoot, 'dist', 'server', 'main.js')).href)
  hub = await start()
} catch (error) {
  endWith(error)
}
