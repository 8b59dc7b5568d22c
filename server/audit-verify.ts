// `npm run audit:verify [-- FILE] [--key name+id+key]`: checks an export of the record; needs no hub and no database.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { ExportLine } from './record/export-line.ts'
import { verifyExport } from './record/verify-export.ts'

const { values: { key }, positionals: [file = 'record.ndjson'] } = parseArgs({ allowPositionals: true, options: { key: { type: 'string', multiple: true } } })

async function* lines(): AsyncGenerator<ExportLine> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line) as ExportLine
}

const say = (line: string): void => { process.stdout.write(`${line}\n`) }

const { sealed, unsealed, apart, checkpoints, signatures, values, findings } = await verifyExport(lines(), key)
for (const { code, message } of findings) say(`${code}  ${message}`)
say(`${sealed} sealed records, ${unsealed} not yet sealed, ${apart} apart, ${checkpoints} checkpoints, ${signatures} signatures, ${values} values apart: ${findings.length === 0 ? 'all as it was sealed' : `${findings.length} findings`}.`)
if (!key) say('Signed by the key that the export names. To trust it, give the key you know: --key name+id+key.')
process.exitCode = findings.length > 0 ? 1 : 0
