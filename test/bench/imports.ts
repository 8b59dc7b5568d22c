// `node server/run.mjs test/bench/imports.ts [--lines 100000]`: what a file of sales costs, checked and kept, and how much memory the importer takes meanwhile.
import 'reflect-metadata'
import { setTimeout as pause } from 'node:timers/promises'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { directory } from '../../server/access/directory.ts'
import { commitImport } from '../../server/features/files/decide-import.ts'
import { keepFile } from '../../server/features/files/file-store.ts'
import { jobById } from '../../server/features/files/import.cypher.ts'
import type { StoredJob } from '../../server/features/files/import-job.ts'
import { startImporter } from '../../server/features/files/importer.ts'
import { receiveFile } from '../../server/features/files/receive-file.ts'
import { Allowance } from '../../server/kernel/allowance.ts'
import { must } from '../../server/kernel/must.ts'
import { authenticateBy } from '../../server/record/authenticity.ts'
import { device, openCaptureBench } from '../features/capture/capture-kit.ts'

const { values } = parseArgs({ options: { lines: { type: 'string', default: '100000' } } })
const count = Number(values.lines)
const atOnce = 1_000
const bench = await openCaptureBench({ asServed: true })
authenticateBy(Buffer.alloc(32))

const lots = Array.from({ length: 64 }, (_, index) => bench.batch(device, `LOT-${index}`))
await bench.capture({ batches: lots, events: [bench.event(0, 'commissioning', lots.map(({ id }) => ({ id, role: 'EPC' as const, quantity: 0, unit: 'EA' })), { action: 'ADD', site: 'MAKER-MAIN' })] })
const serials = Array.from({ length: count }, (_, index) => bench.serial(`S-${index}`, lots[index % lots.length]))
for (let begin = 0; begin < count; begin += atOnce) {
  const some = serials.slice(begin, begin + atOnce)
  const things = some.map(({ id }) => ({ id, role: 'EPC' as const }))
  await bench.capture({ serials: some, events: [bench.event(1, 'commissioning', things, { action: 'ADD', site: 'MAKER-MAIN' }), bench.event(2, 'receiving', things, { from: 'MAKER', to: 'TRADER', reportedBy: 'TRADER', site: 'TRADER-MAIN' })] })
}

const viewer = { person: 'usr_bench', name: 'Bench', nameZh: null, locale: 'en', organization: bench.id('TRADER'), kind: 'DISTRIBUTOR', internal: false, roles: ['DISTRIBUTOR_USER'], client: null, finds: directory.DISTRIBUTOR } as const
const context = { viewer, graph: bench.graph.as(viewer), address: null, requestId: 'bench' }
const csv = function* (): Generator<Buffer> {
  yield Buffer.from('Document number,Sold to,Sold at,Code\n')
  for (const { serialNumber } of serials) yield Buffer.from(`S-1,CLINIC,2026-03-01T08:00:00Z,(01)${device}(21)${serialNumber}\n`)
}
const file = await keepFile(bench.database.dataFolder, Readable.from(csv()), { bytes: Infinity, waiting: new Allowance({ one: Infinity, all: Infinity, refusal: '', seconds: 1 }).hold('org_bench') })
const made = await receiveFile(context, bench.database.dataFolder, { report: 'reportSellThrough', fileName: 'bench.csv', timeZone: 'UTC', file })
const id = 'id' in made ? made.id : must<string>(undefined, made.message)

let most = 0
const until = async (state: StoredJob['state']): Promise<StoredJob> => {
  for (;;) {
    most = Math.max(most, process.memoryUsage().rss)
    const [found] = await context.graph.read(jobById, { id })
    if (found?.job.state === state) return found.job
    if (found?.job.state === 'FAILED') throw new Error(found.job.message ?? '')
    await pause(50)
  }
}
const told = (name: string, begin: number, { accepted, rejected }: StoredJob): void => {
  const seconds = (performance.now() - begin) / 1_000
  process.stdout.write(`${name.padEnd(12)}${(count / seconds).toFixed(0).padStart(8)} lines/s   ${seconds.toFixed(1)} s   ${accepted} good, ${rejected} bad   most memory ${(most / 1_048_576).toFixed(0)} MB\n`)
}

most = process.memoryUsage().rss
process.stdout.write(`before: ${(most / 1_048_576).toFixed(0)} MB\n`)
const [checking, importer] = [performance.now(), startImporter({ graph: bench.graph, logger: pino({ level: 'warn' }), dataFolder: bench.database.dataFolder, rhythm: 50 })]
const checked = await until('CHECKED')
told('dry run', checking, checked)
const keeping = performance.now()
await commitImport(context, checked, 'GOOD_LINES')
told('kept', keeping, await until('DONE'))
await importer.stop()
await bench.stop()
