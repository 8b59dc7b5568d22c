import { readFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDriver, probe, type DatabaseAddress } from '../../server/database/bolt.ts'
import { startManagedNeo4j } from '../../server/database/managed-neo4j.ts'
import { bornAt } from '../../server/database/process-identity.ts'
import { silentStep } from '../../server/steps.mjs'
import { startHolder, type Holder } from './holder.ts'

// One data folder and three starts of Neo4j, in the order in which a hub's life brings them.
let dataFolder: string
const holders: Holder[] = []
const PATIENT = { timeout: 180_000 }

beforeAll(async () => { dataFolder = await mkdtemp(join(tmpdir(), 'devicetrail-managed-')) })
afterAll(async () => {
  for (const holder of holders) holder.process.kill('SIGTERM')
  await Promise.all(holders.map(({ ended }) => ended))
  await rm(dataFolder, { recursive: true })
})

function hold(): Holder {
  const holder = startHolder({ DEVICETRAIL_DATA: dataFolder, DEVICETRAIL_NEO4J_HEAP: '512m', DEVICETRAIL_NEO4J_PAGECACHE: '128m' })
  holders.push(holder)
  return holder
}

async function query(address: DatabaseAddress, statement: string): Promise<object[]> {
  const driver = openDriver(address)
  const { records } = await driver.executeQuery(statement)
  await driver.close()
  return records.map((record) => record.toObject())
}

/** Waits, since a process that nobody waits for ends in its own time. */
const ends = (pid: number): Promise<void> => expect.poll(() => bornAt(pid), { timeout: 30_000, interval: 50 }).toBeUndefined()

test('two starts at once on one data folder share one server', PATIENT, async () => {
  const [one, other] = [hold(), hold()]
  const [first, second] = await Promise.all([one.database, other.database])
  expect(second.pid).toBe(first.pid)
  await query(first, "CREATE (:Ward {name: 'kept'})")

  one.process.kill('SIGTERM')
  expect(await one.ended).toMatchObject({ code: 0 })
  expect(await probe(second)).toBeUndefined()

  other.process.kill('SIGTERM')
  expect(await other.ended).toMatchObject({ code: 0 })
  expect(bornAt(first.pid)).toBeUndefined()
})

test('after a kill -9 the next start finds the same server, its data and its password, and may end it', PATIENT, async () => {
  const killed = hold()
  const left = await killed.database
  killed.process.kill('SIGKILL')
  await killed.ended
  const found = await startManagedNeo4j({ dataFolder, step: silentStep })
  expect(found).toMatchObject({ pid: left.pid, uri: left.uri, password: left.password })
  expect(await query(found, 'MATCH (w:Ward) RETURN w.name AS name')).toEqual([{ name: 'kept' }])
  await found.stop()
  expect(bornAt(left.pid)).toBeUndefined()
})

test('a server that is killed under its users is started again once, where it was, with what was kept', PATIENT, async () => {
  const [one, other] = [hold(), hold()]
  const [before] = await Promise.all([one.database, other.database])
  process.kill(before.pid, 'SIGKILL')
  await ends(before.pid)
  await expect.poll(() => probe(before), { timeout: 60_000, interval: 200 }).toBeUndefined()
  expect(await query(before, 'MATCH (w:Ward) RETURN w.name AS name')).toEqual([{ name: 'kept' }])
  const again = await startManagedNeo4j({ dataFolder, step: silentStep })
  expect(again.uri).toBe(before.uri)
  one.process.kill('SIGTERM')
  other.process.kill('SIGTERM')
  expect(await one.ended).toMatchObject({ code: 0 })
  expect(await other.ended).toMatchObject({ code: 0 })
  expect(bornAt(again.pid)).toBeDefined()
  await again.stop()
  expect(bornAt(again.pid)).toBeUndefined()
})

test('the password is long, and only its owner may read it', async () => {
  const passwordFile = join(dataFolder, 'neo4j', 'password')
  expect((await stat(passwordFile)).mode & 0o777).toBe(0o600)
  expect((await readFile(passwordFile, 'utf8')).length).toBeGreaterThanOrEqual(32)
})

test('a stale state that names a running stranger is not believed; a crash of the hub ends the server', PATIENT, async () => {
  const stale = { pid: process.pid, born: 'another process', port: 1, stopping: false, users: [] }
  await writeFile(join(dataFolder, 'neo4j', 'server.json'), JSON.stringify(stale))
  const holder = hold()
  const { pid } = await holder.database
  expect(pid).not.toBe(process.pid)
  holder.process.stdin?.write('crash')
  expect((await holder.ended).said).toMatch('crashed as asked')
  await ends(pid)
})
