// `node server/run.mjs test/bench/evidence.ts [--serials 50000] [--keep FILE.zip]`: the memory of a hub's process while it streams the evidence pack of a recall, and whether that is whole.
import 'reflect-metadata'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSecrets } from '../../server/access/secrets.ts'
import { migrate } from '../../server/database/migrate.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { verifyPack } from '../../server/features/evidence/verify-pack.ts'
import { inProject } from '../../server/kernel/project.ts'
import { authenticateBy } from '../../server/record/authenticity.ts'
import { startTestDatabase, type TestDatabase } from '../testkit/database.ts'
import { type HubProcess, startHubProcess } from './hub-process.ts'
import { loadRecallFixture } from './recall-fixture.ts'
import { signOnce } from './recall-signature.ts'

const { values } = parseArgs({ options: { serials: { type: 'string', default: '50000' }, keep: { type: 'string' } } })
const serials = Number(values.serials)

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
})

/** The testkit's viewers name their organization by its code. */
const onHub = cypher<object, never>()`MATCH (maker:Organization {id: 'org_maker'}) SET maker.onHub = true`

const say = (text: string): void => { process.stdout.write(`${text}\n`) }

/** A signed recall of everything that the fixture's maker made. @returns its id */
const prepare = async (database: TestDatabase): Promise<string> => {
  await migrate(database, inProject('graph-schema/migrations'))
  authenticateBy((await openSecrets(database.dataFolder)).keyFor('record'))
  const graph = openGraph(database, { deadline: 120_000, writeDeadline: 120_000 })
  try {
    await loadRecallFixture(graph, serials, 1_580)
    await graph.write((writer) => writer.run(onHub, {}))
    return await signOnce(graph)
  } finally {
    await graph.close()
  }
}

const measure = async (hub: HubProcess, recall: string, file: string): Promise<void> => {
  const resident = async (): Promise<number> => (await hub.residentMegabytes()) ?? Number.NaN
  const [sizes, before, began] = [[] as number[], await resident(), performance.now()]
  const bytes = await hub.read('quality:BENCH-MAKER', `/evidence/${recall}`, file, async () => { sizes.push(await resident()) })
  const half = Math.max(...sizes.slice(0, Math.ceil(sizes.length / 2)))
  say(`${serials} serials: ${(bytes / 1e6).toFixed(1)} MB in ${((performance.now() - began) / 1_000).toFixed(0)} s; the hub's memory: before ${before.toFixed(0)} MB, most in the first half ${half.toFixed(0)} MB, most ${Math.max(...sizes).toFixed(0)} MB, after ${(await resident()).toFixed(0)} MB`)
  const { files, proofs, findings } = await verifyPack(file)
  say(`${files} files and ${proofs} proofs; ${findings.length === 0 ? 'all as it was packed' : findings.map(({ message }) => message).join(' ')}`)
}

const database = await startTestDatabase({ asServed: true })
try {
  const recall = await prepare(database)
  const hub = await startHubProcess(database, await freePort())
  // The first pack loads the fonts and compiles; the second shows what stays.
  for (const _ of [1, 2]) await measure(hub, recall, values.keep ?? join(database.dataFolder, 'pack.zip')).catch((error: unknown) => say(String(error)))
  await hub.stop()
} finally {
  await database.stop()
}
