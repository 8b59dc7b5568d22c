import { breachAction } from './breach.ts'
import type { NumberedRecord } from './export.cypher.ts'
import type { ExportLine } from './export-line.ts'
import { recordHash, type StoredRecord } from './leaf.ts'
import { readVerifierKey } from './note.ts'
import { personalId } from './personal-value.ts'
import { signatureBinding } from './sign.ts'
import { verifyBreaches } from './verify-breaches.ts'
import { verifyCheckpoints } from './verify-checkpoints.ts'
import type { Finding, Verdict } from './verify-findings.ts'

/** An unsealed record that is older than this, in milliseconds, was left out, or no sealer runs. */
const longestTail = 60_000

const bindingField = 'signature.binding'

/** Reads the lines one by one and keeps of a record its hash only. */
class ExportReading {
  readonly findings: Finding[] = []
  readonly leaves: Buffer[] = []
  readonly notes: string[] = []
  readonly signatures = new Map<string, string>()
  readonly bindings = new Map<string, string>()
  readonly breaches: StoredRecord[] = []
  readonly apart: StoredRecord[] = []
  keys: readonly string[] = []
  origin = ''
  exportedAt = ''
  unsealed = 0
  values = 0
  read = 0
  end: number | undefined

  take(line: ExportLine): void {
    if (line.type === 'log') [this.keys, this.origin, this.exportedAt] = [line.keys, line.origin, line.exportedAt]
    else if (line.type === 'record') this.#record(line)
    else if (line.type === 'apart') this.apart.push(line.record)
    else if (line.type === 'checkpoint') this.notes.push(line.note)
    else if (line.type === 'signature') this.signatures.set(line.signature.id, signatureBinding(line.signature))
    else if (line.type === 'end') this.end = line.records
    else this.#value(line.value.id, personalId(line.value.salt, line.value.value))
  }

  #record({ sequence, hash, record }: NumberedRecord): void {
    this.read += 1
    if (record.action === breachAction) this.breaches.push(record)
    this.#bindings(record)
    if (sequence === null) this.#tail(record)
    else this.#sealed(sequence, hash, record)
  }

  #tail({ id, at }: StoredRecord): void {
    this.unsealed += 1
    if (Date.parse(this.exportedAt) - Date.parse(at) > longestTail) this.findings.push({ code: 'LEFT_UNSEALED', message: `Record ${id} of ${at} is not sealed.` })
  }

  #sealed(sequence: number, hash: string | null, record: StoredRecord): void {
    const next = this.leaves.length
    if (!Number.isInteger(sequence) || sequence < next) {
      this.findings.push({ code: 'INSERTED', message: `Record ${record.id} has the number ${sequence}, which another one has.` })
      return
    }
    if (sequence > next) this.findings.push({ code: 'MISSING', message: sequence === next + 1 ? `Record ${next} is missing.` : `Records ${next} to ${sequence - 1} are missing.` })
    const leaf = recordHash(record)
    if (leaf.toString('hex') !== hash) this.findings.push({ code: 'EDITED', message: `Record ${sequence} (${record.id}, ${record.action} at ${record.at}) is not what was sealed.` })
    // A hole is filled with what is in no tree, so that the numbers after it stay right.
    while (this.leaves.length < sequence) this.leaves.push(Buffer.alloc(32))
    this.leaves.push(leaf)
  }

  #bindings({ changes }: StoredRecord): void {
    if (!changes.includes(bindingField)) return
    const fields = new Map((JSON.parse(changes) as { field: string; after: string | null }[]).map(({ field, after }) => [field, after]))
    this.bindings.set(fields.get('signature') ?? '', fields.get(bindingField) ?? '')
  }

  #value(id: string, expected: string): void {
    this.values += 1
    if (id !== expected) this.findings.push({ code: 'VALUE_EDITED', message: `The value ${id} is not the one that a record refers to.` })
  }
}

const signatureFindings = ({ signatures, bindings }: ExportReading): Finding[] => [
  ...[...signatures].filter(([id, binding]) => bindings.get(id) !== binding).map(([id]): Finding => ({ code: 'SIGNATURE_EDITED', message: `Signature ${id} is not the one that was recorded.` })),
  ...[...bindings.keys()].filter((id) => !signatures.has(id)).map((id): Finding => ({ code: 'SIGNATURE_MISSING', message: `Signature ${id} was recorded and is missing.` })),
]

const cut = ({ read, end }: ExportReading): Finding[] =>
  read === end ? [] : [{ code: 'EXPORT_CUT', message: end === undefined ? 'The export has no end.' : `The database holds ${end} records, the export ${read}: some have neither a number nor a place in the tail.` }]

/**
 * Checks a record from its export alone: content, order, completeness, checkpoints, signatures and the values apart.
 * @param trusted keys (`name+id+key`) known from elsewhere; without any, the export's own are believed
 */
export const verifyExport = async (lines: AsyncIterable<ExportLine>, trusted: readonly string[] = []): Promise<Verdict> => {
  const reading = new ExportReading()
  for await (const line of lines) reading.take(line)
  const keys = (trusted.length > 0 ? trusted : reading.keys).map(readVerifierKey)
  const findings = [...reading.findings, ...verifyCheckpoints(reading.notes, reading.origin, keys, reading.leaves), ...verifyBreaches(reading.breaches, reading.apart), ...signatureFindings(reading), ...cut(reading)]
  return { sealed: reading.leaves.length, unsealed: reading.unsealed, apart: reading.apart.length, checkpoints: reading.notes.length, signatures: reading.signatures.size, values: reading.values, findings }
}

