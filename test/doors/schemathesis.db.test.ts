import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'
import { findSchemathesis } from '../testkit/schemathesis.ts'

// A second opinion beside fuzz.db.test.ts, by a tool that the project did not write.
const program = findSchemathesis()
// Seconds, the hub's own limit: what is fast on a quiet machine is for the benchmarks to say.
const longest = '10'
const schema = fileURLToPath(new URL('../../graph-schema/schema.graphql', import.meta.url))

let database: TestDatabase
let hub: TestHub
beforeAll(async () => {
  if (program === undefined) return
  database = await openDemoDatabase()
  hub = await openTestHub(database, database.dataFolder)
})
afterAll(async () => {
  await hub?.stop()
  await database?.stop()
})

const run = (args: readonly string[]): Promise<{ code: number | null; output: string }> => new Promise((resolve) => {
  const child = spawn(program ?? '', args, { cwd: database.dataFolder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
  let output = ''
  child.stdout.on('data', (data: Buffer) => void (output += data.toString('utf8')))
  child.stderr.on('data', (data: Buffer) => void (output += data.toString('utf8')))
  child.on('close', (code) => resolve({ code, output }))
})

describe.skipIf(program === undefined)('schemathesis (skipped where Python or its packages are missing)', () => {
  it.each([['a hospital', 'hospital:CJUH'], ['the maker', 'quality'], ['nobody', undefined]])('finds no unhandled error as %s', async (_who, viewer) => {
    const { authorization } = await hub.headers(viewer) as { authorization?: string }
    const { code, output } = await run(['run', schema, '--url', `${hub.url}/graphql`, ...(authorization === undefined ? [] : ['-H', `Authorization: ${authorization}`]), '--checks', 'not_a_server_error', '--max-response-time', longest, '--max-examples', '12', '--seed', '1', '--phases', 'fuzzing'])
    expect(code, output.slice(-4_000)).toBe(0)
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200)
  }, 600_000)
})
