// Node's own modules only.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { projectRoot } from './packages.mjs'
import { failure, step } from './steps.mjs'

const BUILDS = [
  { name: 'the portal', output: 'dist/portal/index.html', sources: ['portal', 'graph-schema/schema.graphql', 'vite.config.ts', 'package-lock.json'], args: ['build'] },
  { name: 'the server', output: 'dist/server/main.js', sources: ['server', 'seeds', 'vite.server.config.ts', 'package-lock.json'], args: ['build', '--config', 'vite.server.config.ts'] },
]

/** Builds what is not built, or is older than its sources. */
export async function ensureBuilt() {
  for (const { name, output, sources, args } of BUILDS) {
    if (newest(output) > Math.max(...sources.map(newest))) continue
    await step(`Building ${name}`, () => build(name, args))
  }
}

/**
 * @param {string} name
 * @param {string[]} args
 */
async function build(name, args) {
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')
  // Whoever builds, tests for example: the app is built as it is used, with its service worker.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code, output } = await runCommand(process.execPath, [vite, ...args], { cwd: projectRoot, env })
  if (code !== 0) throw failure(`Building ${name} failed; Vite said:\n${output}`)
}

/**
 * When the file, or the newest of all that is in the folder, was changed, in milliseconds; 0 where there is none. A
 * folder's own time counts too: it tells of removed files.
 *
 * @param {string} path below the project's folder
 * @returns {number}
 */
function newest(path) {
  const stat = statSync(join(projectRoot, path), { throwIfNoEntry: false })
  if (!stat) return 0
  const inside = stat.isDirectory() ? readdirSync(join(projectRoot, path)).map((name) => newest(join(path, name))) : []
  return Math.max(stat.mtimeMs, ...inside)
}
