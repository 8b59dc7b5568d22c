import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { inProject } from '../../server/kernel/project.ts'
import type { ManagedNeo4j } from '../../server/database/managed-neo4j.ts'

export interface Holder {
  process: ChildProcess
  /** What it works with, once that is ready. */
  database: Promise<ManagedNeo4j>
  /** What it wrote on stderr, and its exit code, once it has ended. */
  ended: Promise<{ code: number | null, said: string }>
}

/** Starts test/database/hold-database.ts with these settings and nothing else of ours in its environment. */
export function startHolder(settings: Record<string, string>): Holder {
  const script = inProject('test/database/hold-database.ts')
  const child = spawn(process.execPath, [inProject('server/run.mjs'), script], { cwd: inProject('.'), env: { ...process.env, NEO4J_URI: '', ...settings }, stdio: 'pipe' })
  const said = text(child.stderr)
  const ended = once(child, 'close').then(async ([code]) => ({ code: code as number | null, said: await said }))
  const database = once(child.stdout, 'data').then(([line]) => JSON.parse(String(line)) as ManagedNeo4j)
  return { process: child, database, ended }
}
