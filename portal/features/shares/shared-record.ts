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

const isTold = (value: unknown) => value !== null && value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)
const isMoment = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)

/** Where the words of a fact's code stand, by what is shared. */
const wordsOf = {
  recall: { status: 'custody.recallStatus', classification: 'identify.verdict.recallClass', actions: 'recalls.action' },
  adverseEvent: { status: 'cases.status', outcomes: 'cases.outcome' },
  thing: { status: 'custody.status' },
} as const satisfies Record<string, Record<string, string>>

/** One fact, by name: `at` of a moment, its texts of everything else. */
export interface Fact { name: string, at: string | null, texts: string[] }

/** The facts that are told, the product's beside the thing's own; codes in the reader's words. */
export function factsOf(record: SharedRecord, known: (key: string, otherwise: string) => string, yes: string): Fact[] {
  const kind = (['recall', 'adverseEvent', 'thing'] as const).find((one) => record[one])
  const families: Record<string, string> = kind ? wordsOf[kind] : {}
  const { product, filed: _, ...own } = { ...(kind && record[kind]), from: record.from, to: record.to } as Facts
  const worded = (name: string, value: unknown): string => {
    if (value === true) return yes
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return families[name] ? known(`${families[name]}.${text}`, text) : text
  }
  return Object.entries({ ...(product as Facts | null), ...own }).filter(([, value]) => isTold(value)).map(([name, value]) => ({
    name, at: isMoment(value) ? value : null, texts: [value].flat().map((one) => worded(name, one)),
  }))
}
