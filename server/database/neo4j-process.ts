import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { diskFull, Failure } from '../kernel/failure.ts'
import type { Neo4jHome } from './neo4j-home.ts'

// What Neo4j's own launcher gives the JVM, as far as a small Community server needs it.
const JVM = [
  '-XX:-OmitStackTraceInFastThrow', '-XX:+DisableExplicitGC', '-XX:+ExitOnOutOfMemoryError',
  '-XX:+UnlockExperimentalVMOptions', '-XX:+TrustFinalNonStaticFields',
  '-Djdk.nio.maxCachedBufferSize=1024', '-Dio.netty.tryReflectionSetAccessible=true', '-Dfile.encoding=UTF-8', '-Dlog4j2.disable.jmx=true',
  '--add-opens=java.base/java.nio=ALL-UNNAMED', '--add-opens=java.base/java.io=ALL-UNNAMED', '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
]

/** On a heap of up to 2 GB the parallel collector's pauses are short, and a bulk load takes a quarter less of the processor than with G1. */
const collectorFor = (heap: string): string => (/^(\d+k|\d{1,3}m|1\d{3}m|20[0-4]\dm|[12]g)$/i.test(heap) ? '-XX:+UseParallelGC' : '-XX:+UseG1GC')

/** What is run: a Java, the folder of jars, and more options for Java. */
export interface Neo4jProgram {
  java: string
  lib: string
  jvmOptions: string[]
}

/**
 * Starts Neo4j in a process group of its own: Ctrl-C goes to the whole foreground group, and the database has to
 * outlive the hub's last transactions. Returns its process id.
 */
export async function launchNeo4j({ java, lib, jvmOptions }: Neo4jProgram, home: Neo4jHome, heap: string): Promise<number> {
  const out = openSync(home.console, 'w')
  const args = [`-Xms${heap}`, `-Xmx${heap}`, collectorFor(heap), ...JVM, ...jvmOptions, '-cp', join(lib, '*'), 'org.neo4j.server.CommunityEntryPoint', '--console-mode', `--home-dir=${home.folder}`, `--config-dir=${home.conf}`]
  const child = spawn(java, args, { cwd: home.folder, detached: true, stdio: ['ignore', out, out] })
  closeSync(out)
  await once(child, 'spawn')
  child.unref()
  return child.pid ?? 0
}

/** Why Neo4j ended by itself, from what it wrote. */
export function startFailure(home: Neo4jHome): Failure {
  const output = readFileSync(home.console, 'utf8')
  if (/No space left on device|OutOfDiskSpace/i.test(output)) return diskFull(home.folder, 'DEVICETRAIL_DATA')
  const known = REASONS.find(({ sign }) => sign.test(output))
  return new Failure(known ? known.sentence(home) : `Neo4j did not start: ${home.console} says why; put it right and start again.`)
}

const REASONS: { sign: RegExp, sentence: (home: Neo4jHome) => string }[] = [
  { sign: /locked by another process|FileLockException/, sentence: (home) => `Another Neo4j uses ${home.folder}: end it, or name another folder with DEVICETRAIL_DATA.` },
  { sign: /heap|Could not reserve|Cannot allocate memory|insufficient memory/i, sentence: (home) => `Java cannot have the memory asked for: give less with DEVICETRAIL_NEO4J_HEAP (as 512m) and DEVICETRAIL_NEO4J_PAGECACHE (as 256m); ${home.console} says more.` },
]

/** A port on loopback that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
