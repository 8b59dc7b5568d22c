import { createHash } from 'node:crypto'
import type { Transactions } from '../kernel/graph.ts'
import { type AuditEntry, type FieldChange, type Origin, recordRows } from './audit-row.ts'
import { countRefusal, writeRecords } from './audit.cypher.ts'

/** Who did it, from where, and the graph that keeps the record. A request's context is one. */
export interface Recorder extends Origin {
  readonly graph: Transactions
}

/**
 * Records what changes nothing and is recorded all the same: an export, a share that is opened, a look at personal data.
 * Await it before answering: what cannot be recorded does not happen.
 */
export const recordAct = (recorder: Recorder, action: string, entry: AuditEntry): Promise<void> => recordActs(recorder, action, [entry])

const recordActs = async (recorder: Recorder, action: string, entries: readonly AuditEntry[]): Promise<void> => {
  const rows = recordRows(recorder, { action, at: new Date().toISOString() }, entries)
  await recorder.graph.write((writer) => writer.run(writeRecords, rows))
}

interface Looked {
  readonly subject: string
  readonly fields: readonly string[]
  readonly reason?: string
  readonly maker?: string
}

/** Records that somebody was shown personal data: whose, which fields, and why, where a reason was asked for. */
export const recordLook = (recorder: Recorder, look: Looked): Promise<void> => recordLooks(recorder, [look])

/** The same of several things at once. */
export const recordLooks = (recorder: Recorder, looks: readonly Looked[]): Promise<void> =>
  recordActs(recorder, 'READ_PERSONAL_DATA', looks.map(({ subject, fields, reason, maker }) => ({ subject, changes: fields.map((field) => ({ field, before: null, after: null })), reason, maker })))

export interface Refusing {
  readonly action: string
  /** The code that the caller was told. */
  readonly code: string
  readonly subject?: string | null
  readonly maker?: string
  /** What was tried, of what is not secret: another try is another record. */
  readonly changes?: readonly FieldChange[]
}

/** Records that something was refused. The same refusal of the same actor from the same address is counted by the minute. */
export const recordRefusal = async (recorder: Recorder, { action, code, subject = null, maker, changes = [] }: Refusing): Promise<void> => {
  const at = new Date().toISOString()
  const minute = at.slice(0, 16)
  const rows = recordRows(recorder, { action, at, outcome: 'REFUSED', code }, [{ subject, maker, changes }])
  const { person, client, organization } = recorder.viewer
  const key = createHash('sha256').update(JSON.stringify([minute, person, client, organization, recorder.address, action, code, subject, changes])).digest('base64url')
  await recorder.graph.write((writer) => writer.run(countRefusal, { key, minute, row: JSON.stringify(rows.records[0]), ...rows }))
}
