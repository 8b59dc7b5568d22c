import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { access, constants, mkdir, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { diskFull, fileFailure } from '../kernel/failure.ts'

const run = promisify(execFile)

// An empty Neo4j takes 135 MB, most of it logs that are laid out in advance.
const LEAST_ROOM = 256 * 2 ** 20

/** The managed Neo4j's own folder, and what lies in it. */
export interface Neo4jHome {
  folder: string
  conf: string
  password: string
  state: string
  lock: string
  console: string
}

/**
 * Makes `<data folder>/neo4j`, if it is not there.
 * @throws Failure where that cannot be a writable folder
 */
export async function openHome(dataFolder: string): Promise<Neo4jHome> {
  const folder = join(dataFolder, 'neo4j')
  try {
    for (const part of ['conf', 'logs']) await mkdir(join(folder, part), { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw fileFailure(error, dataFolder, 'DEVICETRAIL_DATA')
  }
  return {
    folder,
    conf: join(folder, 'conf'),
    password: join(folder, 'password'),
    state: join(folder, 'server.json'),
    lock: join(folder, 'server.lock'),
    console: join(folder, 'logs', 'console.log'),
  }
}

/**
 * Told before Neo4j starts: on a full disk it cannot even write why it does not.
 * @param least bytes
 * @throws Failure where the disk has less room
 */
export async function ensureRoom(folder: string, least = LEAST_ROOM): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < least) throw diskFull(folder, 'DEVICETRAIL_DATA')
}

/** The password that was set before the first start. */
export function readPassword(home: Neo4jHome): string {
  return readFileSync(home.password, 'utf8')
}

/**
 * Before the first start: generates a password and sets it. The password file appears only after Neo4j has taken it,
 * so an interrupted first start is simply done again.
 */
export async function ensurePassword(home: Neo4jHome, java: string, lib: string): Promise<void> {
  if (existsSync(home.password) && existsSync(join(home.folder, 'data'))) return
  // Hexadecimal: the tool takes a password that begins with a dash, as base64url's may, for an option.
  const password = randomBytes(24).toString('hex')
  const incoming = `${home.password}.new`
  const asArguments = `${home.password}.arguments`
  await writeFile(incoming, password, { mode: 0o600 })
  // An @file keeps the password out of the process list.
  await writeFile(asArguments, `dbms\nset-initial-password\n${password}\n`, { mode: 0o600 })
  const env = { ...process.env, NEO4J_HOME: home.folder, NEO4J_CONF: home.conf }
  await run(java, ['-cp', join(lib, '*'), 'org.neo4j.cli.AdminTool', `@${asArguments}`], { env })
  await rm(asArguments)
  await rename(incoming, home.password)
}

/** Memory as Neo4j writes it: 512m, 1g. */
export interface Neo4jMemory {
  heap: string
  pageCache: string
}

/** Writes the configuration: Bolt on one loopback port and nothing else, for small machines. */
export async function writeConf(home: Neo4jHome, port: number, { heap, pageCache }: Neo4jMemory): Promise<void> {
  const settings = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': false,
    'server.https.enabled': false,
    'server.memory.heap.initial_size': heap,
    'server.memory.heap.max_size': heap,
    'server.memory.pagecache.size': pageCache,
    'server.config.strict_validation.enabled': true,
    'dbms.usage_report.enabled': false,
    'db.logs.query.enabled': 'OFF',
    // By default two preallocated logs of 256 MB, kept for two days; here nothing reads them but recovery.
    'db.tx_log.rotation.size': '64m',
    'db.tx_log.rotation.retention_policy': '1 files',
    // Otherwise two waits of five seconds after the store is closed: a stop takes 12 s instead of 2.
    'internal.server.bolt.thread_pool_shutdown_wait_time': '0s',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(join(home.conf, 'neo4j.conf'), ['# Written at each start.\n', ...lines].join(''))
}
