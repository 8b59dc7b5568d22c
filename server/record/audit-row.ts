import type { Context } from '../kernel/context.ts'
import { newId } from '../kernel/ids.ts'

export interface FieldChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** What a change did to one thing. */
export interface AuditEntry {
  /** Global id of the thing. */
  readonly subject: string
  readonly changes?: readonly FieldChange[]
  readonly reason?: string
}

/** The record as it is stored and later sealed; never changed, never deleted. The actor's name stands with the person, by reference, so that it can be erased. */
export const auditRow = ({ viewer, address, requestId }: Context, action: string, at: string, { subject, changes = [], reason }: AuditEntry): object => ({
  id: newId('aud'),
  at,
  action,
  subject,
  actor: viewer.person,
  client: viewer.client,
  organization: viewer.organization,
  address,
  requestId,
  changes: JSON.stringify(changes),
  reason: reason ?? null,
})
