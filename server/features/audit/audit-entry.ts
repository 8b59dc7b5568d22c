import type { StoredChange } from '../../record/audit-row.ts'
import { OrganizationKind } from '../partners/organization-kind.ts'
import type { StoredEntry } from './audit.cypher.ts'
import { ActorNameState, type AuditActor, type AuditChange, type AuditEntry, AuditOutcome } from './audit.type.ts'

const nameStateOf = ({ own, actor, name, client, erased, party }: StoredEntry): ActorNameState => {
  if (own && name !== null) return ActorNameState.SHOWN
  if (own && erased) return ActorNameState.ERASED
  if (!own && party !== null) return ActorNameState.WITHHELD
  return actor === null && client === null ? ActorNameState.UNKNOWN : ActorNameState.SHOWN
}

const actorOf = (stored: StoredEntry): AuditActor => {
  const { actor, client, name, nameZh, party } = stored
  const kinds = party?.kinds.map((kind) => OrganizationKind[kind as keyof typeof OrganizationKind]) ?? []
  return { id: actor, name: name ?? '', nameZh, nameState: nameStateOf(stored), isSystem: client !== null, organization: party && { ...party, kinds } }
}

const changesOf = ({ changes, values }: StoredEntry): AuditChange[] => {
  const known = new Map(values.map(({ id, value }) => [id, value]))
  const valueOf = (ref: string | null): string | null => (ref === null ? null : (known.get(ref) ?? null))
  return (JSON.parse(changes) as StoredChange[]).map(({ field, before, after, apart }) => apart
    ? { field, before: valueOf(before), after: valueOf(after), erased: [before, after].some((ref) => ref !== null && !known.has(ref)) }
    : { field, before, after, erased: false })
}

/** A record as the API shows it. */
export const entryOf = (stored: StoredEntry): AuditEntry => {
  const { id, sequence, at, action, code, count, subject, subjectLabel, reason, address, hash } = stored
  return { id, sequence, at, action, outcome: AuditOutcome[stored.outcome], code, count, subject, subjectLabel, actor: actorOf(stored), changes: changesOf(stored), reason, address, hash }
}
