// `npm test`, also alone in a fresh clone. Its last line is "N passed, N failed".
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../server/build.mjs'
import { ensurePackages, projectRoot } from '../server/packages.mjs'

/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} FileResult
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: FileResult[] }} Results
 */

/** @param {string} resultFile */
async function runVitest(resultFile) {
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`, ...process.argv.slice(2)]
  const child = spawn(process.execPath, [vitest, ...args], { cwd: projectRoot, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return code
}

/**
 * @param {string} resultFile
 * @param {number | null} code what vitest ended with
 */
function count(resultFile, code) {
  /** @type {Results} */
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(resultFile, 'utf8'))
  // A file that could not even be loaded, or failed around its tests, has no failed test to count.
  const brokenFiles = testResults.filter(({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
  const failed = numFailedTests + brokenFiles.length
  return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) }
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'devicetrail-results-'))
  try {
    await ensurePackages()
    await ensureBuilt()
    const resultFile = join(folder, 'results.json')
    return count(resultFile, await runVitest(resultFile))
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const { passed, failed } = await runTests()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
