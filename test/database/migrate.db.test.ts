import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDriver } from '../../server/database/bolt.ts'
import { migrate } from '../../server/database/migrate.ts'
import { startTestDatabase, type TestDatabase } from '../testkit/database.ts'

let database: TestDatabase
let folder: string

beforeAll(async () => { database = await startTestDatabase() })
afterAll(() => database.stop())

beforeEach(async () => {
  await query('MATCH (n) DETACH DELETE n')
  await query('DROP INDEX ward_name IF EXISTS')
  folder = await mkdtemp(join(tmpdir(), 'devicetrail-migrations-'))
  await write('001-wards.cypher', '// Wards are looked up by name.\nCREATE INDEX ward_name IF NOT EXISTS FOR (w:Ward) ON (w.name);\n')
  await write('002-main-ward.cypher', "MERGE (w:Ward {name: 'a;b'})\n  ON CREATE SET w.main = true;\nMERGE (:Ward {name: 'second'});\n")
  return () => rm(folder, { recursive: true })
})

const write = (file: string, text: string): Promise<void> => writeFile(join(folder, file), text)

async function query(statement: string): Promise<object[]> {
  const driver = openDriver(database)
  const { records } = await driver.executeQuery(statement)
  await driver.close()
  return records.map((record) => record.toObject())
}

test('each migration is applied once, in order, and noted', async () => {
  expect(await migrate(database, folder)).toEqual(['001-wards', '002-main-ward'])
  expect(await migrate(database, folder)).toEqual([])
  expect(await query('MATCH (w:Ward) RETURN w.name AS name, w.main AS main ORDER BY name')).toEqual([{ name: 'a;b', main: true }, { name: 'second', main: null }])
  expect(await query('MATCH (m:Migration) RETURN m.version AS version, m.name AS name, size(m.checksum) AS length ORDER BY version')).toEqual([
    { version: 1, name: 'wards', length: 64 }, { version: 2, name: 'main-ward', length: 64 },
  ])
})

test('its indexes are online when it returns', async () => {
  await migrate(database, folder)
  expect(await query("SHOW INDEXES YIELD name, state WHERE name = 'ward_name' RETURN state")).toEqual([{ state: 'ONLINE' }])
})

test('of several nodes that start at once, each migration is applied by one', async () => {
  await query('DROP CONSTRAINT migration_lock IF EXISTS')
  await query('DROP CONSTRAINT migration_version IF EXISTS')
  await write('003-count.cypher', 'MERGE (c:Count {name: "runs"}) ON CREATE SET c.value = 1 ON MATCH SET c.value = c.value + 1;\n')
  const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(database, folder)))
  expect(applied.flat().sort()).toEqual(['001-wards', '002-main-ward', '003-count'])
  expect(await query('MATCH (c:Count) RETURN c.value AS runs')).toEqual([{ runs: 1 }])
})

test('a later migration is added to those that are there', async () => {
  await migrate(database, folder)
  await write('003-third.cypher', "MERGE (:Ward {name: 'third'});")
  expect(await migrate(database, folder)).toEqual(['003-third'])
})

test('a migration that was changed after it was applied is refused', async () => {
  await migrate(database, folder)
  await write('001-wards.cypher', 'CREATE INDEX ward_name IF NOT EXISTS FOR (w:Ward) ON (w.title);\n')
  await expect(migrate(database, folder)).rejects.toMatchObject({ name: 'Failure', message: expect.stringMatching(/^Migration 001-wards was changed/) })
})

test('a database that is newer than the code is refused', async () => {
  await migrate(database, folder)
  await rm(join(folder, '002-main-ward.cypher'))
  await expect(migrate(database, folder)).rejects.toMatchObject({ name: 'Failure', message: expect.stringMatching(/^The database is newer than this code \(it has migration 002-main-ward\)/) })
})

test('a migration that fails is not noted, and lets the next node in', async () => {
  await write('003-broken.cypher', 'CREATE INDEX ward_name IF NOT EXISTS;\n')
  await expect(migrate(database, folder)).rejects.toThrow(/Invalid input/)
  await write('003-broken.cypher', "MERGE (:Ward {name: 'mended'});\n")
  expect(await migrate(database, folder)).toEqual(['003-broken'])
})
