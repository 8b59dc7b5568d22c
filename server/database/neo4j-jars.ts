import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { errorCode, Failure, fileFailure } from '../kernel/failure.ts'
import { inProject } from '../kernel/project.ts'
import type { step as Step } from '../steps.mjs'

const OR_SET_URI = 'or set NEO4J_URI to a running Neo4j 5'
const pom = inProject('server/database/pom.xml')

/** The version of the managed Neo4j, from the pom. */
export function neo4jVersion(): string {
  const [, version] = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(pom, 'utf8')) ?? []
  if (version === undefined) throw new Error(`${pom} names no version of Neo4j`)
  return version
}

/** Where downloads are kept between projects of this user. */
export function defaultCacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'devicetrail')
}

/**
 * The folder with Neo4j's jars; fetched by Maven the first time. An interrupted or failed download leaves nothing
 * that counts: the jars arrive in a folder beside it, and only a rename makes them valid.
 * @throws Failure without Maven, without network, or without a writable cache folder
 */
export async function neo4jJars(cacheFolder: string, step: typeof Step): Promise<string> {
  const version = neo4jVersion()
  const lib = join(cacheFolder, `neo4j-${version}`)
  if (existsSync(lib)) return lib
  await step(`Fetching Neo4j ${version} with Maven into ${lib}`, async (report) => {
    const incoming = await incomingFolder(cacheFolder, version)
    try {
      await copyJars(incoming, version, report)
      await settle(incoming, lib)
    } finally {
      await rm(incoming, { recursive: true, force: true })
    }
  })
  return lib
}

async function incomingFolder(cacheFolder: string, version: string): Promise<string> {
  try {
    await mkdir(cacheFolder, { recursive: true })
    return await mkdtemp(join(cacheFolder, `incoming-${version}-`))
  } catch (error) {
    throw fileFailure(error, cacheFolder, 'DEVICETRAIL_CACHE')
  }
}

/** Of two downloads at once the second finds the place taken by the same jars, which is as good. */
async function settle(incoming: string, lib: string): Promise<void> {
  try {
    await rename(incoming, lib)
  } catch (error) {
    if (!existsSync(lib)) throw fileFailure(error, lib, 'DEVICETRAIL_CACHE')
  }
}

async function copyJars(folder: string, version: string, report: (detail: string) => void): Promise<void> {
  const args = ['-B', '-C', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`]
  const output: string[] = []
  const code = await runMaven(args, (text) => {
    output.push(text)
    const jars = output.join('').match(/Downloaded from \S+ \S+\.jar/g)?.length ?? 0
    if (jars > 0) report(`${jars} files`)
  })
  if (code !== 0) throw downloadFailure(output.join(''), version, folder)
}

function runMaven(args: string[], onOutput: (text: string) => void): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const end = (): void => { maven.kill() }
    process.once('exit', end)
    maven.stdout.setEncoding('utf8').on('data', onOutput)
    maven.stderr.setEncoding('utf8').on('data', onOutput)
    maven.once('error', (error) => reject(errorCode(error) === 'ENOENT' ? noMaven() : error))
    maven.once('close', (code) => { process.off('exit', end); resolve(code) })
  })
}

function noMaven(): Failure {
  return new Failure(`No Maven on the PATH, which fetches Neo4j: install Maven 3.6 or newer (on Debian \`apt install maven\`), ${OR_SET_URI}.`)
}

function downloadFailure(output: string, version: string, folder: string): Failure {
  if (output.includes('No space left on device')) return fileFailure(Object.assign(new Error(output), { code: 'ENOSPC' }), folder, 'DEVICETRAIL_CACHE')
  const reason = /\[ERROR\] (.*)/.exec(output)?.[1]?.replaceAll('\x1b', '').slice(0, 300) ?? 'Maven gave no reason'
  return new Failure(`Maven could not fetch Neo4j ${version}: check the network and Maven's settings (proxy, mirror) and start again, ${OR_SET_URI}. Maven said: ${reason}`)
}
