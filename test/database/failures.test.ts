import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../../server/database/neo4j-process.ts'
import { startHolder } from './holder.ts'

// Each trouble as the operator meets it: a real process that ends in one sentence, and not with code 0.
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'devicetrail-failures-'))
  await mkdir(join(folder, 'bin'))
  // Vite and the shebangs below need nothing else from the system.
  await symlink(process.execPath, join(folder, 'bin', 'node'))
  await symlink('/bin/sh', join(folder, 'bin', 'sh'))
})
afterEach(() => rm(folder, { recursive: true }))

async function program(name: string, script: string): Promise<void> {
  const file = join(folder, 'bin', name)
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
}

const java = (version: string): Promise<void> => program('java', `echo 'openjdk version "${version}" 2024-01-01' >&2`)

/** The last line of a start with only our programs on the PATH, an empty cache and an empty data folder. */
async function failureOf(settings: Record<string, string> = {}): Promise<string> {
  const ours = { PATH: join(folder, 'bin'), JAVA_HOME: '', DEVICETRAIL_DATA: join(folder, 'data'), DEVICETRAIL_CACHE: join(folder, 'cache') }
  const { code, said } = await startHolder({ ...ours, ...settings }).ended
  expect(code).toBe(1)
  expect(said).not.toMatch(/^\s+at /m)
  return said.trim().split('\n').at(-1) ?? ''
}

test('no Java', async () => {
  expect(await failureOf()).toMatch(/^No Java on the PATH: install Java 17 or newer \(.+\), or set NEO4J_URI to a running Neo4j 5\.$/)
})

test('no Java where JAVA_HOME points', async () => {
  expect(await failureOf({ JAVA_HOME: folder })).toMatch(`No Java in JAVA_HOME (${folder}): install Java 17 or newer`)
})

test.each(['11.0.2', '1.8.0_392'])('Java %s is too old', async (version) => {
  await java(version)
  expect(await failureOf()).toMatch(/^java is Java (11|8), too old for Neo4j: install Java 17 or newer/)
})

test('no Maven', async () => {
  await java('17.0.15')
  expect(await failureOf()).toMatch(/^No Maven on the PATH, which fetches Neo4j: install Maven 3\.6 or newer \(.+\), or set NEO4J_URI/)
})

test('a download that fails', async () => {
  await java('21.0.1')
  await program('mvn', "echo '[ERROR] Could not transfer artifact org.neo4j'; exit 1")
  expect(await failureOf()).toMatch(/^Maven could not fetch Neo4j 5[\d.]+: check the network .+ or set NEO4J_URI .+ Could not transfer artifact org\.neo4j$/)
})

test('a disk that is full while downloading', async () => {
  await java('17')
  await program('mvn', "echo '[ERROR] copying failed: No space left on device'; exit 1")
  expect(await failureOf()).toMatch(/^The disk that holds .+ is full: free some room there, or name a folder on another disk with DEVICETRAIL_CACHE\.$/)
})

test('a data folder that cannot be one', async () => {
  const file = join(folder, 'data')
  await writeFile(file, '')
  expect(await failureOf()).toBe(`${file} is not a folder (ENOTDIR): make it a folder that this user may write to, or name another with DEVICETRAIL_DATA.`)
})

test('a cache folder that cannot be one', async () => {
  await java('17')
  await program('mvn', 'exit 0')
  await writeFile(join(folder, 'cache'), '')
  expect(await failureOf()).toMatch(`${join(folder, 'cache')} is not a folder`)
})

test('NEO4J_URI that nothing answers at', async () => {
  const uri = `bolt://127.0.0.1:${await freePort()}`
  expect(await failureOf({ NEO4J_URI: uri })).toMatch(new RegExp(`^Neo4j at ${uri} cannot be reached \\(.+\\): start it, correct NEO4J_URI, or unset it for a managed Neo4j\\.$`))
})

test('a setting with a value that is not allowed', async () => {
  expect(await failureOf({ PORT: 'http' })).toBe('PORT is "http": give a whole number from 0 (any free one) to 65535.')
})

test('a download that failed is tried again, and leaves nothing in the cache', async () => {
  await java('17')
  await program('mvn', 'exit 1')
  await failureOf()
  await program('mvn', "echo '[ERROR] asked again'; exit 1")
  expect(await failureOf()).toMatch('asked again')
  expect(await readdir(join(folder, 'cache'))).toEqual([])
})
