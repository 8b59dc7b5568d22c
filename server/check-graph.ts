import { readMigrations } from './database/migration-files.ts'
import { resolveDatabase } from './database/resolve-database.ts'
import { breachLine } from './features/insight/breach.ts'
import { type Checked, checkInvariants } from './features/insight/check-invariants.ts'
import { schemaNames } from './features/insight/schema-names.ts'
import { type Graph, openGraph } from './kernel/graph.ts'
import { inProject } from './kernel/project.ts'
import { readSettings } from './kernel/settings.ts'
import { step } from './steps.mjs'

// A page over a large graph takes longer than a person waits, and nobody does.
const deadline = 600_000

const say = (line: string): void => { process.stdout.write(`${line}\n`) }

const sentence = ({ batches, serials, events }: Checked): string =>
  [batches, serials, events].map((count) => count.toLocaleString('en')).join(' batches, ').replace(/ batches, (\d[\d,]*)$/, ' serials, $1 events')

const check = async (graph: Graph): Promise<number> => {
  const schema = schemaNames(await readMigrations(inProject('graph-schema/migrations')))
  let breaches = 0
  let checked: Checked = { batches: 0, serials: 0, events: 0 }
  await step('Checking the graph', async (report) => {
    const tell = (sofar: Readonly<Checked>): void => { checked = { ...sofar }; report(`${sentence(sofar)}, ${breaches} breaches`) }
    for await (const breach of checkInvariants(graph, { schema, report: tell })) {
      breaches += 1
      say(breachLine(breach))
    }
  })
  say(breaches === 0 ? `No breach in ${sentence(checked)}.` : `${breaches} breaches in ${sentence(checked)}.`)
  return breaches
}

const database = await resolveDatabase(readSettings())
const graph = openGraph(database, { deadline })
try {
  process.exitCode = (await check(graph)) > 0 ? 1 : 0
} finally {
  await graph.close()
  await database.stop()
}
