// `npm run evidence:verify -- FILE.zip [--key name+id+key]`: checks an evidence pack; needs no hub and no database.
import { parseArgs } from 'node:util'
import { verifyPack } from './features/evidence/verify-pack.ts'

const { values: { key }, positionals: [file] } = parseArgs({ allowPositionals: true, options: { key: { type: 'string', multiple: true } } })
const say = (line: string): void => { process.stdout.write(`${line}\n`) }

if (file === undefined) {
  say('Say which pack: npm run evidence:verify -- FILE.zip --key name+id+key')
  process.exitCode = 2
} else {
  const { files, proofs, manifest, findings } = await verifyPack(file, key)
  for (const { code, message } of findings) say(`${code}  ${message}`)
  if (manifest) say(`${manifest.subject.kind} ${manifest.subject.label}, pack ${manifest.pack} of ${manifest.madeAt}: ${files} files, ${proofs} records proved: ${findings.length === 0 ? 'all as it was packed' : `${findings.length} findings`}.`)
  if (!key && manifest) say(`Signed by ${manifest.record.key}, which the pack names itself. To trust it, give the key you know: --key name+id+key.`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
