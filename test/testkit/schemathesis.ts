import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defaultCacheFolder } from '../../server/database/neo4j-jars.ts'

const version = '4.32.5'
const minutes = 60_000

const works = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args, { timeout: 5 * minutes, stdio: 'ignore' }).status === 0

/**
 * The fuzzer of https://schemathesis.io, installed into the user's cache the first time.
 * @returns its program, or undefined where Python or the way to its packages is missing
 */
export const findSchemathesis = (): string | undefined => {
  const folder = join(defaultCacheFolder(), `schemathesis-${version}`)
  const program = join(folder, 'bin', 'schemathesis')
  if (existsSync(program) && works(program, '--version')) return program
  const isThere = works('python3', '-m', 'venv', '--clear', folder) && works(join(folder, 'bin', 'pip'), 'install', '--quiet', `schemathesis==${version}`)
  return isThere ? program : undefined
}
