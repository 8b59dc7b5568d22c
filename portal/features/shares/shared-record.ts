import type { Named } from '../../app/words.ts'

export interface SharedEvent { id: string, type: string, bizStep: string | null, disposition: string | null, eventTime: string, timeZoneOffset: string | null, documentNumber: string | null, errorDeclaredAt: string | null, from: Named | null, to: Named | null, site: Named | null }
export interface SharedNotice { recipient: Named & { kinds: string[], country: string | null }, status: string, issuedAt: string, itemCount: number, outstandingCount: number }
type Facts = Record<string, unknown>

/** What `GET /shares/:token` answers; which parts there are depends on what is shared. */
export interface SharedRecord {
  kind: string
  label: string | null
  from: string | null
  to: string | null
  recipient: string
  expiresAt: string
  sharedBy: Named
  recall?: Facts
  notices?: SharedNotice[]
  adverseEvent?: Facts
  thing?: Facts
  events?: SharedEvent[]
  files?: string[]
}

const textOf = (value: unknown): string => Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value)
const isTold = (value: unknown) => value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)

/** The facts that are told, by name, the product's beside the thing's own. */
export function factsOf({ recall, adverseEvent, thing, from, to }: SharedRecord): { name: string, text: string }[] {
  const { product, filed: _, ...own } = { ...recall, ...adverseEvent, ...thing, from, to } as Facts
  return Object.entries({ ...(product as Facts | null), ...own }).filter(([, value]) => isTold(value)).map(([name, value]) => ({ name, text: textOf(value) }))
}
