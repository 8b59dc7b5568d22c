// `npm run dev`: the portal by Vite with hot reload, and the hub from its sources, started anew when one changes. This
// process works with the database all the time, so that a managed Neo4j outlives the hub's restarts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { hubPaths } from './dev-proxy.mjs'
import { ensurePackages, projectRoot } from './packages.mjs'
import { endOnSignal } from './signals.mjs'
import { endWith } from './steps.mjs'

const HUB_SOURCES = ['server', 'seeds', 'graph-schema/migrations']
const SETTLE_MS = 150

/** @type {import('node:child_process').ChildProcess | undefined} */
let hub

const isRunning = () => hub !== undefined && hub.exitCode === null && hub.signalCode === null

async function stopHub() {
  if (!hub || !isRunning()) return
  hub.kill('SIGTERM')
  await once(hub, 'exit')
}

/** Where the portal is while it is being written: the hub's own address too, so that people sign in there. */
let publicUrl = ''

async function restartHub() {
  await stopHub()
  hub = spawn(process.execPath, [join(projectRoot, 'server', 'dev-hub.mjs')], { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, PUBLIC_URL: process.env['PUBLIC_URL'] || publicUrl } })
}

/** @param {number} port of the hub */
async function openPortal(port) {
  const { createServer } = await import('vite')
  const target = `http://127.0.0.1:${port}`
  const portal = await createServer({
    configFile: join(projectRoot, 'vite.config.ts'),
    server: { proxy: { [hubPaths]: { target, ws: true } } },
  })
  return portal.listen()
}

/** @param {import('vite').FSWatcher} watcher */
function restartOnChange(watcher) {
  const folders = HUB_SOURCES.map((folder) => join(projectRoot, folder))
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  /** @param {string} path */
  const changed = (path) => {
    if (!folders.some((folder) => path.startsWith(folder))) return
    clearTimeout(timer)
    timer = setTimeout(restartHub, SETTLE_MS)
  }
  // Not "add": it comes for every file as the watch begins, and a new file counts once another imports it.
  watcher.add(folders).on('change', changed).on('unlink', changed)
}

try {
  await ensurePackages()
  const { openRunner } = await import('./runner.mjs')
  const { runner, close } = await openRunner()
  const { readSettings } = await runner.import('/server/kernel/settings.ts')
  const { resolveDatabase } = await runner.import('/server/database/resolve-database.ts')
  const settings = readSettings()
  const database = await resolveDatabase(settings)
  const { freePort } = await runner.import('/server/kernel/port.ts')
  // One for all of its restarts.
  const port = await freePort(settings.host, settings.port)
  process.env['PORT'] = String(port)
  const portal = await openPortal(port)
  publicUrl = (portal.resolvedUrls?.local[0] ?? '').replace(/\/$/, '')
  await restartHub()
  restartOnChange(portal.watcher)
  portal.printUrls()
  endOnSignal(async () => {
    await Promise.all([stopHub(), portal.close(), close()])
    await database.stop()
  })
} catch (error) {
  endWith(error)
}
