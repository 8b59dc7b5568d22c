import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One step of the graph's schema: a file `NNN-name.cypher`. */
export interface Migration {
  version: number
  name: string
  /** SHA-256 of the file, in hexadecimal. */
  checksum: string
  statements: string[]
}

/**
 * The migrations of a folder, in order of their numbers.
 * @throws Error on a file with another name, or on a number that stands twice
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cypher'))
  const migrations = await Promise.all(files.map(async (file) => parse(file, await readFile(join(folder, file), 'utf8'))))
  migrations.sort((one, other) => one.version - other.version)
  const twice = migrations.find(({ version }, index) => version === migrations[index + 1]?.version)
  if (twice) throw new Error(`Two migrations in ${folder} have the number ${twice.version}`)
  return migrations
}

function parse(file: string, text: string): Migration {
  const [, version, name] = /^(\d{3})-([a-z0-9-]+)\.cypher$/.exec(file) ?? []
  if (version === undefined || name === undefined) throw new Error(`${file} is not named NNN-name.cypher`)
  // A checkout on Windows may have turned the line ends.
  const content = text.replaceAll('\r\n', '\n')
  return { version: Number(version), name, checksum: createHash('sha256').update(content).digest('hex'), statements: statementsOf(content) }
}

/** A statement ends with a semicolon at the end of a line; lines that begin with two slashes are comments. */
function statementsOf(content: string): string[] {
  const code = content.split('\n').filter((line) => !line.trimStart().startsWith('//')).join('\n')
  return code.split(/;[ \t]*(?:\n|$)/).map((statement) => statement.trim()).filter(Boolean)
}
