import type { Writer } from '../../kernel/graph.ts'
import { newId } from '../../kernel/ids.ts'
import { type AuditEntry, recordRows } from '../../record/audit-row.ts'
import type { Message } from '../../record/change.ts'
import { tellOfHub } from './hub-message.cypher.ts'

export interface HubAct {
  /** What the record calls it. */
  readonly action: string
  readonly at: string
  readonly entries: readonly AuditEntry[]
  readonly messages: readonly Message[]
}

/** Records what the hub did by itself, and tells it, in the transaction in which it was done. */
export const actOfHub = async (writer: Writer, { action, at, entries, messages }: HubAct): Promise<void> => {
  const origin = { viewer: { person: null, client: null, organization: null }, address: null, requestId: newId('hub') }
  const rows = messages.map(({ data, ...message }) => ({ id: newId('msg'), at, ...message, data: JSON.stringify(data) }))
  await writer.run(tellOfHub, { ...recordRows(origin, { action, at }, entries), messages: rows })
}
