import { newId } from '../kernel/ids.ts'
import { macOf } from './authenticity.ts'
import type { StoredRecord } from './leaf.ts'
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
  readonly viewer: {
    readonly person: string | null
    readonly client: string | null
    readonly organization: string | null
    readonly name?: string
    readonly nameZh?: string | null
  }
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

/** A record as it is written: with what proves that the hub did. */
export interface RecordRow extends StoredRecord {
  readonly mac?: string
}

/** What is written with a change: records, and apart from them what must be erasable. */
export interface RecordRows {
  readonly records: readonly RecordRow[]
  readonly personal: readonly PersonalValue[]
  readonly actors: readonly object[]
}

/** A change as the record's JSON has it; with `apart`, before and after are ids of personal values. */
export interface StoredChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
  readonly apart?: true
}

/** Names by which the record's readers know an actor: not every one has an account here. */
const actorsOf = ({ person, organization, name, nameZh }: Origin['viewer']): object[] =>
  person === null || name === undefined ? [] : [{ id: person, name, nameZh: nameZh ?? null, organization }]

/** The records as they are stored and later sealed; never changed, never deleted. The actor's name stands with the person, by reference, so that it can be erased. */
export const recordRows = ({ viewer, address, requestId }: Origin, { action, at, outcome = 'DONE', code, count = 1 }: Act, entries: readonly AuditEntry[]): RecordRows => {
  const personal: PersonalValue[] = []
  const keep = (value: PersonalValue): string => {
    personal.push(value)
    return value.id
  }
  const apart = (person: string, value: string | null): string | null => value === null ? null : keep(personalValue(person, value))
  const from = address === null ? null : keep(recurringValue(viewer.person ?? 'nobody', address))
  const kept = ({ field, before, after, person }: FieldChange): StoredChange =>
    person === undefined ? { field, before, after } : { field, before: apart(person, before), after: apart(person, after), apart: true }
  const records = entries.map(({ subject, changes = [], reason, maker }) => {
    const stored = changes.map(kept)
    const record = {
      id: newId('aud'), at, action, outcome, code: code ?? null, count, subject,
      actor: viewer.person, client: viewer.client, organization: viewer.organization, address: from, requestId,
      changes: JSON.stringify(stored), reason: reason ?? null, maker: maker ?? null,
    }
    const refs = stored.filter((change) => change.apart).flatMap(({ before, after }) => [before, after]).filter((ref) => ref !== null)
    return { ...record, refs, mac: macOf(record) }
  })
  return { records, personal, actors: actorsOf(viewer) }
}
