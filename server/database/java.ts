import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Failure } from '../kernel/failure.ts'

const OLDEST_JAVA = 17
const run = promisify(execFile)

/**
 * The Java to run Neo4j with: JAVA_HOME's, or the first on the PATH.
 * @throws Failure where there is none, or only one older than 17
 */
export async function findJava(): Promise<string> {
  const home = process.env.JAVA_HOME
  const java = home ? join(home, 'bin', 'java') : 'java'
  const version = await javaVersion(java)
  if (version === undefined) throw noJava(home)
  if (version < OLDEST_JAVA) {
    throw new Failure(`${java} is Java ${version}, too old for Neo4j: install Java ${OLDEST_JAVA} or newer and point JAVA_HOME at it, or set NEO4J_URI to a running Neo4j 5.`)
  }
  return java
}

function noJava(home: string | undefined): Failure {
  const where = home ? `in JAVA_HOME (${home})` : 'on the PATH'
  return new Failure(`No Java ${where}: install Java ${OLDEST_JAVA} or newer (on Debian \`apt install openjdk-17-jre-headless maven\`), or set NEO4J_URI to a running Neo4j 5.`)
}

async function javaVersion(java: string): Promise<number | undefined> {
  try {
    const { stdout, stderr } = await run(java, ['-version'])
    // "1.8.0_392" is Java 8, "17.0.15" is Java 17.
    const [, version] = /version "(?:1\.)?(\d+)/.exec(stderr + stdout) ?? []
    return version === undefined ? undefined : Number(version)
  } catch {
    return undefined
  }
}
