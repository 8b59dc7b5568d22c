import type { ScopeInput } from './recall.query.ts'

/** A scope as it is typed: codes line by line. */
export interface ScopeDraft { batches: string, serials: string, materialLots: string, products: string, suppliers: string, sites: string, excluding: string, from: string, to: string }

export const codeFields = ['batches', 'serials', 'materialLots', 'products', 'suppliers', 'sites'] as const
export const emptyScope = (): ScopeDraft => ({ batches: '', serials: '', materialLots: '', products: '', suppliers: '', sites: '', excluding: '', from: '', to: '' })

const lines = (text: string) => [...new Set(text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean))]

/** What the hub is asked; null while nothing is named. What is left out may be a lot or a serial: a code says which. */
export function scopeInput(draft: ScopeDraft): ScopeInput | null {
  const named = Object.fromEntries(codeFields.map((field) => [field, lines(draft[field])] as const).filter(([, codes]) => codes.length)) as ScopeInput
  if (!Object.keys(named).length) return null
  const left = lines(draft.excluding)
  const isSerial = (code: string) => /\(21\)/.test(code) || !/\(10\)/.test(code)
  const excluding = left.length ? { serials: left.filter(isSerial), batches: left.filter((code) => !isSerial(code)) } : null
  return { ...named, manufacturedFrom: draft.from || null, manufacturedTo: draft.to || null, excluding }
}
