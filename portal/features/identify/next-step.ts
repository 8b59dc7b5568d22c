import type { MessageKey } from '../../app/all-messages.ts'
import { daysUntil } from '../../ui/local-time.ts'
import type { Lookup } from './lookup.query.ts'

type Subject = Pick<Lookup, 'verdict' | 'reasons' | 'scan' | 'recalls' | 'batch' | 'serial' | 'product' | 'candidates' | 'logisticUnit'>

/** What to do now: a message and the moments and numbers it names. `until` is a moment to be worded in the reader's language. */
export interface NextStep { key: MessageKey, values: Record<string, string | number>, until?: string }

/** The sentence below the verdict's word, as exact as what is known allows. */
export function nextStep(lookup: Subject): NextStep {
  const known = exact[lookup.verdict as keyof typeof exact]?.(lookup)
  return known ?? { key: `identify.verdict.next.${lookup.verdict}`, values: {} }
}

const exact = {
  RECALLED: ({ recalls }: Subject): NextStep | undefined => {
    const due = recalls.filter((recall) => recall.status === 'ONGOING' && recall.respondBy).sort((a, b) => String(a.respondBy).localeCompare(String(b.respondBy)))[0]
    return due?.respondBy ? { key: 'identify.verdict.next.RECALLED_by', values: { reference: due.reference }, until: due.respondBy } : undefined
  },
  EXPIRED: ({ scan, serial, batch }: Subject): NextStep | undefined => {
    const day = scan.expiresOn ?? serial?.expiresOn ?? batch?.expiresOn
    return day ? { key: 'identify.verdict.next.EXPIRED_on', values: { day, n: -daysUntil(day) } } : undefined
  },
  UNKNOWN: ({ reasons, scan, candidates, logisticUnit }: Subject): NextStep | undefined => {
    if (logisticUnit) return { key: 'identify.verdict.next.UNKNOWN_unit', values: {} }
    const has = (code: string) => reasons.some((reason) => reason.code === code)
    if (candidates.length) return { key: 'identify.verdict.next.UNKNOWN_candidates', values: {} }
    if (has('SERIAL_UNKNOWN') && scan.serial) return { key: 'identify.verdict.next.UNKNOWN_serial', values: { serial: scan.serial } }
    if (has('BATCH_UNKNOWN') && scan.lot) return { key: 'identify.verdict.next.UNKNOWN_batch', values: { lot: scan.lot } }
    return has('LABEL_NOT_READ') ? { key: 'identify.verdict.next.UNKNOWN_label', values: {} } : undefined
  },
  CLEAR: ({ logisticUnit, product }: Subject): NextStep | undefined =>
    logisticUnit && !product ? { key: 'identify.verdict.next.CLEAR_unit', values: {} } : undefined,
}
