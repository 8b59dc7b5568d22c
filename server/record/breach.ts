import type { Graph } from '../kernel/graph.ts'
import { newId } from '../kernel/ids.ts'
import { type AuditEntry, recordRows, type RecordRow } from './audit-row.ts'
import { writeRecords } from './audit.cypher.ts'
import { whyNot } from './authenticity.ts'
import { recordHash } from './leaf.ts'
import { setApart, type TailRow } from './seal.cypher.ts'

/** What the record calls it that something in its tail was not written by the hub. */
export const breachAction = 'RECORD_BREACH'

/** A breach's change with the RFC 6962 leaf hash (hex) of what was found: its content stands apart, and so is bound to the record of it. */
export const breachContent = 'content'

/** What was written by hand may hold anything. */
const textOr = <None>(value: unknown, none: None): string | None => (typeof value === 'string' ? value : none)

/** Told to whom it claims to concern: in the thing's history, to the organization and to the maker. */
const breachOf = (row: TailRow, at: string): RecordRow[] => {
  const { id, subject, organization, maker, action } = row.record
  const found = { record: textOr(id, 'none'), action: textOr(action, 'none'), [breachContent]: recordHash(row.record).toString('hex') }
  const entry: AuditEntry = { subject: textOr(subject, null), maker: textOr(maker, undefined), changes: Object.entries(found).map(([field, after]) => ({ field, before: null, after })) }
  const viewer = { person: null, client: null, organization: textOr(organization, null) }
  return [...recordRows({ viewer, address: null, requestId: newId('hub') }, { action: breachAction, at, outcome: 'REFUSED', code: whyNot(row) }, [entry]).records]
}

/**
 * Sets records apart that the hub did not write as they stand, and records that it found them, both or neither.
 * @throws Error where they changed meanwhile, or the lease is another's
 */
export const keepApart = async (graph: Graph, holder: string, rows: readonly TailRow[]): Promise<void> => {
  const at = new Date().toISOString()
  await graph.write(async (writer) => {
    const [done] = await writer.run(setApart, { holder, at, elements: rows.map(({ element }) => element) })
    if (done?.apart !== rows.length) throw new Error('What was written by hand changed while it was being set apart')
    await writer.run(writeRecords, { records: rows.flatMap((row) => breachOf(row, at)), personal: [], actors: [] })
  })
}
