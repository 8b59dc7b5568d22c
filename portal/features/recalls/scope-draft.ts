import type { Drafted, ScopeInput } from './recall.query.ts'

export const codeFields = ['batches', 'serials', 'materialLots', 'products', 'suppliers', 'sites'] as const
/** What is left out, lots and devices apart: a bare number does not say which it is. */
export const withoutFields = ['withoutBatches', 'withoutSerials'] as const

/** A scope as it is typed: codes line by line. */
export type ScopeDraft = Record<typeof codeFields[number] | typeof withoutFields[number] | 'from' | 'to', string>

export const emptyScope = (): ScopeDraft => ({ batches: '', serials: '', materialLots: '', products: '', suppliers: '', sites: '', withoutBatches: '', withoutSerials: '', from: '', to: '' })

const lines = (text: string) => [...new Set(text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean))]

/** What the hub is asked; null while nothing is named. */
export function scopeInput(draft: ScopeDraft): ScopeInput | null {
  const named = Object.fromEntries(codeFields.map((field) => [field, lines(draft[field])] as const).filter(([, codes]) => codes.length)) as ScopeInput
  if (!Object.keys(named).length) return null
  const [batches, serials] = [lines(draft.withoutBatches), lines(draft.withoutSerials)]
  return { ...named, manufacturedFrom: draft.from || null, manufacturedTo: draft.to || null, excluding: batches.length + serials.length ? { batches, serials } : null }
}

type AskedScope = NonNullable<Drafted['draft']>['scope']

/** The scope of a draft to be revised, as it was typed. */
export function typedScope(asked: AskedScope): ScopeDraft {
  const typed = Object.fromEntries(codeFields.map((field) => [field, (asked[field] ?? []).join('\n')])) as Record<typeof codeFields[number], string>
  const { excluding } = asked
  return { ...typed, withoutBatches: (excluding?.batches ?? []).join('\n'), withoutSerials: (excluding?.serials ?? []).join('\n'), from: asked.manufacturedFrom ?? '', to: asked.manufacturedTo ?? '' }
}

/** Whether the page has a box for all that the draft was asked by: by the API more can be left out. */
export const canBeTyped = ({ excluding }: AskedScope): boolean =>
  !excluding || (!excluding.products?.length && !excluding.materialLots?.length && !excluding.suppliers?.length && !excluding.sites?.length && !excluding.manufacturedFrom && !excluding.manufacturedTo)
