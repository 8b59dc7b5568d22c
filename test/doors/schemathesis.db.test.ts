import { spawn, spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'

// A second opinion beside fuzz.db.test.ts, by a tool that the project did not write: `pip install schemathesis`.
const isThere = spawnSync('schemathesis', ['--version']).status === 0

let database: TestDatabase
let hub: TestHub
beforeAll(async () => {
  if (!isThere) return
  database = await openDemoDatabase()
  hub = await openTestHub(database, database.dataFolder)
})
afterAll(async () => {
  if (!isThere) return
  await hub.stop()
  await database.stop()
})

const run = (args: readonly string[]): Promise<{ code: number | null; output: string }> => new Promise((resolve) => {
  const child = spawn('schemathesis', args, { cwd: database.dataFolder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
  let output = ''
  child.stdout.on('data', (data: Buffer) => void (output += data.toString('utf8')))
  child.stderr.on('data', (data: Buffer) => void (output += data.toString('utf8')))
  child.on('close', (code) => resolve({ code, output }))
})

describe.skipIf(!isThere)('schemathesis (skipped where it is not installed: pip install schemathesis)', () => {
  it.each([['a hospital', 'hospital:CJUH'], ['the maker', 'quality']])('finds no unhandled error as %s', async (_who, viewer) => {
    const authorization = (await hub.headers(viewer))['authorization'] ?? ''
    const { code, output } = await run(['run', `${hub.url}/graphql`, '-H', `Authorization: ${authorization}`, '--checks', 'not_a_server_error', '--max-examples', '12', '--seed', '1', '--phases', 'fuzzing'])
    expect(code, output.slice(-4_000)).toBe(0)
  }, 600_000)
})
