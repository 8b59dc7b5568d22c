import type { MessageKey } from '../../app/all-messages.ts'
import { daysUntil } from '../../ui/local-time.ts'
import type { Lookup } from './lookup.query.ts'

type Subject = Pick<Lookup, 'verdict' | 'reasons' | 'scan' | 'recalls' | 'batch' | 'serial' | 'product' | 'candidates' | 'logisticUnit'>

/** What to do now: a message and the moments and numbers it names. `until` is a moment to be worded in the reader's language. */
export interface NextStep { key: MessageKey, values: Record<string, string | number>, until?: string }

/** The sentence below the verdict's word, as exact as what is known allows. */
export function nextStep(lookup: Subject): NextStep {
  if (isUnitOnly(lookup)) return { key: ofUnit[lookup.verdict as keyof typeof ofUnit] ?? 'identify.verdict.next.some_unit', values: {} }
  const known = exact[lookup.verdict as keyof typeof exact]?.(lookup)
  return known ?? { key: `identify.verdict.next.${lookup.verdict}`, values: {} }
}

/** A carton or pallet by its SSCC: the verdict is the worst of what is inside, and no word about the whole. */
export function isUnitOnly({ logisticUnit, product }: Pick<Lookup, 'logisticUnit' | 'product'>): boolean {
  return logisticUnit !== null && product === null
}

const ofUnit = { UNKNOWN: 'identify.verdict.next.UNKNOWN_unit', CLEAR: 'identify.verdict.next.CLEAR_unit' } as const

const exact = {
  RECALLED: ({ recalls }: Subject): NextStep | undefined => {
    const due = recalls.filter((recall) => recall.status === 'ONGOING' && recall.respondBy).sort((a, b) => String(a.respondBy).localeCompare(String(b.respondBy)))[0]
    return due?.respondBy ? { key: 'identify.verdict.next.RECALLED_by', values: { reference: due.reference }, until: due.respondBy } : undefined
  },
  EXPIRED: ({ reasons, scan, serial, batch }: Subject): NextStep | undefined => {
    const day = reasons.find(({ code }) => code === 'EXPIRED')?.on ?? scan.expiresOn ?? serial?.expiresOn ?? batch?.expiresOn
    return day ? { key: 'identify.verdict.next.EXPIRED_on', values: { day, n: -daysUntil(day) } } : undefined
  },
  UNKNOWN: ({ reasons, scan, candidates }: Subject): NextStep | undefined => {
    const has = (code: string) => reasons.some((reason) => reason.code === code)
    if (candidates.length) return { key: 'identify.verdict.next.UNKNOWN_candidates', values: {} }
    if (has('SERIAL_UNKNOWN') && scan.serial) return { key: 'identify.verdict.next.UNKNOWN_serial', values: { serial: scan.serial } }
    if (has('BATCH_UNKNOWN') && scan.lot) return { key: 'identify.verdict.next.UNKNOWN_batch', values: { lot: scan.lot } }
    return has('LABEL_NOT_READ') ? { key: 'identify.verdict.next.UNKNOWN_label', values: {} } : undefined
  },
}
