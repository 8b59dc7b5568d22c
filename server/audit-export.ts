// `npm run audit:export [-- FILE] [--without-personal-data]`: the whole record of the hub as JSON lines, for audit:verify.
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { resolveDatabase } from './database/resolve-database.ts'
import { openGraph } from './kernel/graph.ts'
import { readSettings } from './kernel/settings.ts'
import { exportRecord } from './record/export-record.ts'
import { keyPath } from './record/keeper.ts'

const { values, positionals: [file = 'record.ndjson'] } = parseArgs({ allowPositionals: true, options: { 'without-personal-data': { type: 'boolean', default: false } } })
const settings = readSettings()
const database = await resolveDatabase(settings)
const graph = openGraph(database, { deadline: 600_000 })
try {
  const { dataFolder, record: { keyFile } } = settings
  const lines = exportRecord({ graph, dataFolder, keyFile: keyPath(dataFolder, keyFile), withPersonalData: !values['without-personal-data'] })
  await pipeline(Readable.from(lines), async function* (source: AsyncIterable<object>) { for await (const line of source) yield `${JSON.stringify(line)}\n` }, createWriteStream(file, { mode: 0o600 }))
  process.stdout.write(`The record is in ${file}. It is checked by: npm run audit:verify -- ${file}\n`)
} finally {
  await graph.close()
  await database.stop()
}
