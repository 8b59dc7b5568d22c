import { resolve } from 'node:path'
import { errorCode, fileFailure } from '../kernel/failure.ts'
import { step as spokenStep } from '../steps.mjs'
import type { DatabaseAddress } from './bolt.ts'
import { exclusively } from './exclusive.ts'
import { findJava } from './java.ts'
import { becomesReady } from './neo4j-ready.ts'
import { ensurePassword, ensureRoom, openHome, readPassword, writeConf, type Neo4jHome, type Neo4jMemory } from './neo4j-home.ts'
import { defaultCacheFolder, neo4jJars } from './neo4j-jars.ts'
import { freePort, launchNeo4j, type Neo4jProgram } from './neo4j-process.ts'
import { readState, writeState, type Neo4jState } from './neo4j-state.ts'
import { hasGone, resign } from './neo4j-stop.ts'
import { reviveWhereGone } from './revive.ts'
import { bornAt, thisProcess } from './process-identity.ts'

export interface ManagedNeo4jOptions extends Partial<Neo4jMemory> {
  /** Neo4j keeps everything in `neo4j` below it. */
  dataFolder: string
  /** Where Neo4j's jars are kept; the user's cache by default. */
  cacheFolder?: string
  /** More options for Java. */
  jvmOptions?: string[]
  /** Whether it is started again where it ends though nobody told it to: at the same port, so that drivers come back by themselves. */
  revived?: boolean
  /** Tells of each step; by default on stderr. */
  step?: typeof spokenStep
}

export interface ManagedNeo4j extends DatabaseAddress {
  pid: number
  /** Lets go of the server, and ends it unless another process still works with it. Resolves when it has ended. */
  stop(): Promise<void>
}

/**
 * A Neo4j Community of our own on loopback: joins the one that already runs on this data folder (another process
 * works with it, or a hub was killed and left it), or starts one. It ends with its last user, however that ends;
 * only after a `kill -9` it stays, to be found by the next start.
 * @throws Failure without Java, Maven, network, room, or a writable folder
 */
export async function startManagedNeo4j(options: ManagedNeo4jOptions): Promise<ManagedNeo4j> {
  const { step = spokenStep, cacheFolder = defaultCacheFolder(), heap = '1g', pageCache = '512m', jvmOptions = [] } = options
  const home = await openHome(resolve(options.dataFolder))
  const leave = (): void => { resign(home) }
  process.once('exit', leave)
  const joinOrStart = (port?: number): Promise<Neo4jState> => exclusively(home.lock, async () => {
    const running = await join(home, step)
    if (running) return running
    const java = await findJava()
    const lib = await neo4jJars(cacheFolder, step)
    const what = port === undefined ? 'Starting Neo4j' : 'Neo4j has ended by itself: starting it again'
    return step(what, () => start(home, { java, lib, jvmOptions }, { heap, pageCache }, port))
  })
  const state = await joinOrStart().catch((error: unknown) => { leave(); throw error })
  const reviver = options.revived ? reviveWhereGone(state, () => joinOrStart(state.port)) : undefined
  const stop = async (): Promise<void> => {
    await reviver?.stop()
    const ending = await exclusively(home.lock, async () => resign(home))
    process.off('exit', leave)
    if (ending) await hasGone(ending)
  }
  return { ...addressOf(home, state), pid: state.pid, stop }
}

async function join(home: Neo4jHome, step: typeof spokenStep): Promise<Neo4jState | undefined> {
  const running = readState(home)
  if (!running) return undefined
  if (running.stopping) {
    await step('Waiting for the former Neo4j to end', () => hasGone(running))
    return undefined
  }
  return step(`Joining the Neo4j that runs as process ${running.pid}`, async () => {
    const state = { ...running, users: [...running.users, thisProcess()] }
    writeState(home, state)
    await becomesReady(home, state, addressOf(home, state))
    return state
  })
}

async function start(home: Neo4jHome, program: Neo4jProgram, memory: Neo4jMemory, formerPort?: number): Promise<Neo4jState> {
  await ensureRoom(home.folder)
  const port = formerPort ?? await freePort()
  try {
    await writeConf(home, port, memory)
    await ensurePassword(home, program.java, program.lib)
  } catch (error) {
    throw errorCode(error) ? fileFailure(error, home.folder, 'DEVICETRAIL_DATA') : error
  }
  const pid = await launchNeo4j(program, home, memory.heap)
  const state = { pid, born: bornAt(pid) ?? 'unknown', port, stopping: false, users: [thisProcess()] }
  writeState(home, state)
  await becomesReady(home, state, addressOf(home, state))
  return state
}

function addressOf(home: Neo4jHome, { port }: Neo4jState): DatabaseAddress {
  return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: readPassword(home), database: 'neo4j' }
}
