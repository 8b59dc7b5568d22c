import type { Writer } from '../kernel/graph.ts'
import { type FieldChange, recordRows } from '../record/audit-row.ts'
import { writeRecords } from '../record/audit.cypher.ts'

/** Where a request comes from. */
export interface Where {
  readonly address: string | null
  readonly requestId: string
}

interface CredentialAct {
  /** Id; null where somebody asks who has not shown to be the person. */
  readonly actor: string | null
  /** Whose sign-in it is. */
  readonly person: string
  readonly organization: string | null
  /** ASK_PASSWORD_LINK, SET_PASSWORD, SET_SECOND_FACTOR, USE_SECOND_FACTOR, CLAIMS_CHANGED. */
  readonly action: string
  readonly changes: readonly FieldChange[]
}

/** Records, in the transaction of the change, what becomes of that by which a person signs in: never a secret, nor a sum of one. */
export const recordCredential = (writer: Writer, { address, requestId }: Where, { actor, person, organization, action, changes }: CredentialAct): Promise<unknown> =>
  writer.run(writeRecords, recordRows({ viewer: { person: actor, client: null, organization }, address, requestId }, { action, at: new Date().toISOString() }, [{ subject: person, changes }]))
