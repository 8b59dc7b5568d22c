// Node's own modules only: this brings the packages.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from './command.mjs'
import { failure, step } from './steps.mjs'

const [OLD_MAJOR, OLD_MINOR] = [20, 19]

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/** Installs the packages where they are missing or are not those of package-lock.json. */
export async function ensurePackages() {
  checkNode()
  if (packagesAreThere()) return
  await step('Installing packages', async (report) => {
    const ticker = setInterval(() => report(countInstalled()), 500)
    const { code, lastLine } = await runCommand('npm', ['ci', '--no-audit', '--no-fund'], { cwd: projectRoot })
    clearInterval(ticker)
    if (code !== 0) throw failure(`npm ci failed: check the network and npm's settings (proxy, registry) and start again. Its last words: ${lastLine}`)
    report(countInstalled())
  })
}

function countInstalled() {
  const wanted = Object.entries(packagesOf(join(projectRoot, 'package-lock.json')) ?? {}).filter(([path, { optional }]) => path !== '' && !optional)
  const there = wanted.filter(([path]) => existsSync(join(projectRoot, path)))
  return `${there.length} of ${wanted.length}`
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLD_MAJOR || (major === OLD_MAJOR && minor >= OLD_MINOR)) return
  throw failure(`This is Node ${process.versions.node}: install Node ${OLD_MAJOR}.${OLD_MINOR} or newer.`)
}

/** npm writes down what it has installed, last of all; what only other platforms need is not in it. */
function packagesAreThere() {
  const installed = packagesOf(join(projectRoot, 'node_modules', '.package-lock.json'))
  if (!installed) return false
  const wanted = packagesOf(join(projectRoot, 'package-lock.json')) ?? {}
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path === '' || (installed[path] ? installed[path].version === version : optional))
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined
}
