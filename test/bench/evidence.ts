// `node server/run.mjs test/bench/evidence.ts [--serials 50000]`: the memory of a hub's process while it streams the evidence pack of a recall.
import 'reflect-metadata'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { migrate } from '../../server/database/migrate.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { inProject } from '../../server/kernel/project.ts'
import { startTestDatabase } from '../testkit/database.ts'
import { startHubProcess } from './hub-process.ts'
import { loadRecallFixture } from './recall-fixture.ts'
import { signOnce } from './recall-signature.ts'

const { values } = parseArgs({ options: { serials: { type: 'string', default: '50000' } } })
const serials = Number(values.serials)

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
})

/** The testkit's viewers name their organization by its code. */
const onHub = cypher<object, never>()`MATCH (maker:Organization {id: 'org_maker'}) SET maker.onHub = true`

const database = await startTestDatabase()
await migrate(database, inProject('graph-schema/migrations'))
const graph = openGraph(database, { deadline: 120_000, writeDeadline: 120_000 })
await loadRecallFixture(graph, serials, 1_580)
await graph.write((writer) => writer.run(onHub, {}))
const recall = await signOnce(graph)
await graph.close()
const hub = await startHubProcess(database, await freePort())
const resident = async (): Promise<number> => (await hub.residentMegabytes()) ?? Number.NaN
try {
  const sizes: number[] = []
  const before = await resident()
  const began = performance.now()
  const bytes = await hub.read('quality:BENCH-MAKER', `/evidence/${recall}`, async () => { sizes.push(await resident()) })
  const [half, whole] = [sizes.slice(0, Math.ceil(sizes.length / 2)), sizes]
  const told = [`${serials} serials: ${(bytes / 1e6).toFixed(1)} MB in ${((performance.now() - began) / 1_000).toFixed(0)} s`, `before ${before.toFixed(0)} MB`, `most in the first half ${Math.max(...half).toFixed(0)} MB`, `most ${Math.max(...whole).toFixed(0)} MB`, `after ${(await resident()).toFixed(0)} MB`]
  process.stdout.write(`${told.join(', ')}\n`)
} finally {
  await hub.stop()
  await database.stop()
}
