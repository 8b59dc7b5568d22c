import { newId } from '../kernel/ids.ts'
import { type PersonalValue, personalValue, recurringValue } from './personal-value.ts'

export interface FieldChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  /** The person whose value it is, where it must be erasable: the record then holds references only. */
  readonly person?: string
}

/** What a change did to one thing. */
export interface AuditEntry {
  /** Global id of the thing; null where there is none, as for a refused sign-in. */
  readonly subject: string | null
  readonly changes?: readonly FieldChange[]
  readonly reason?: string
  /** Id of the manufacturer whose product it concerns, where the subject is no product, batch, serial or recall. */
  readonly maker?: string
}

/** Who did it, from where. */
export interface Origin {
  readonly viewer: { readonly person: string | null; readonly client: string | null; readonly organization: string | null }
  readonly address: string | null
  readonly requestId: string
}

export type Outcome = 'DONE' | 'REFUSED'

export interface Act {
  readonly action: string
  readonly at: string
  readonly outcome?: Outcome
  /** Why it was refused. */
  readonly code?: string
  /** How often within its minute; only refusals are counted. */
  readonly count?: number
}

/** What is written with a change: records, and apart from them what must be erasable. */
export interface RecordRows {
  readonly records: readonly object[]
  readonly personal: readonly PersonalValue[]
}

/** The records as they are stored and later sealed; never changed, never deleted. The actor's name stands with the person, by reference, so that it can be erased. */
export const recordRows = ({ viewer, address, requestId }: Origin, { action, at, outcome = 'DONE', code, count = 1 }: Act, entries: readonly AuditEntry[]): RecordRows => {
  const personal: PersonalValue[] = []
  const keep = (value: PersonalValue): string => {
    personal.push(value)
    return value.id
  }
  const apart = (person: string, value: string | null): string | null => value === null ? null : keep(personalValue(person, value))
  const from = address === null ? null : keep(recurringValue(viewer.person ?? 'nobody', address))
  const changesOf = (changes: readonly FieldChange[]): object[] =>
    changes.map(({ field, before, after, person }) => person === undefined ? { field, before, after } : { field, before: apart(person, before), after: apart(person, after) })
  const records = entries.map(({ subject, changes = [], reason, maker }) => ({
    id: newId('aud'), at, action, outcome, code: code ?? null, count, subject,
    actor: viewer.person, client: viewer.client, organization: viewer.organization, address: from, requestId,
    changes: JSON.stringify(changesOf(changes)), reason: reason ?? null, maker: maker ?? null,
  }))
  return { records, personal }
}
