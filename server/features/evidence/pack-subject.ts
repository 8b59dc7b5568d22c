import { labelOfId } from '../../kernel/ids.ts'
import { batchQuery, caseQuery, recallQuery, serialQuery } from './evidence.query.ts'
import { type Asking, factsOf, type Row } from './pages.ts'

export type SubjectKind = 'serial' | 'batch' | 'case' | 'recall'

/** What a pack is about, as its maker may see it. */
export interface PackSubject {
  readonly id: string
  readonly kind: SubjectKind
  /** Its number: of the serial, lot, case or recall. */
  readonly label: string
  readonly facts: Row
}

const kinds: Readonly<Record<string, { readonly kind: SubjectKind; readonly query: string; readonly label: string }>> = {
  Serial: { kind: 'serial', query: serialQuery, label: 'serialNumber' },
  Batch: { kind: 'batch', query: batchQuery, label: 'lotNumber' },
  AdverseEvent: { kind: 'case', query: caseQuery, label: 'caseNumber' },
  Recall: { kind: 'recall', query: recallQuery, label: 'reference' },
}

/** Undefined where there is no such thing, where no packs are made of its kind, and where the viewer does not see it. */
export const findSubject = async (asking: Asking, id: string): Promise<PackSubject | undefined> => {
  const found = kinds[labelOfId(id) ?? '']
  const facts = found && await factsOf(asking, found.query, { id })
  return found && facts ? { id, kind: found.kind, label: String(facts[found.label]), facts } : undefined
}
