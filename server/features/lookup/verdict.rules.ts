import type { Label } from '../identify/label.ts'
import type { LookupRow } from './lookup.cypher.ts'

/** Worst first: the worst reason decides. */
export const verdicts = ['RECALLED', 'SUSPECT', 'QUARANTINED', 'RETIRED', 'USED', 'EXPIRED', 'OVERDUE', 'UNKNOWN', 'CLEAR'] as const
export type Verdict = (typeof verdicts)[number]

/** What each reason means for the verdict. CLEAR: a remark only, nothing against use. */
const weight = {
  RECALL_OPEN: 'RECALLED',
  SEEN_ELSEWHERE: 'SUSPECT',
  HELD_PENDING_RECALL: 'QUARANTINED',
  HELD_BY_QUALITY: 'QUARANTINED',
  NOT_RELEASED: 'QUARANTINED',
  SCRAPPED: 'RETIRED',
  ALREADY_USED: 'USED',
  EXPIRED: 'EXPIRED',
  SERVICE_OVERDUE: 'OVERDUE',
  PRODUCT_UNKNOWN: 'UNKNOWN',
  BATCH_UNKNOWN: 'UNKNOWN',
  SERIAL_UNKNOWN: 'UNKNOWN',
  LABEL_NOT_READ: 'UNKNOWN',
  SCHEME_NOT_READ: 'UNKNOWN',
  LABEL_MISMATCH: 'UNKNOWN',
  EXPIRES_SOON: 'CLEAR',
  SERVICE_DUE: 'CLEAR',
  IN_TRANSIT: 'CLEAR',
  NOT_IN_YOUR_STOCK: 'CLEAR',
  REGISTRATION_EXPIRED: 'CLEAR',
  WITHDRAWN_FROM_MARKET: 'CLEAR',
} as const satisfies Record<string, Verdict>

export interface VerdictReason {
  readonly code: keyof typeof weight
  readonly message: string
}

interface Known {
  readonly label: Label
  readonly row: LookupRow
  /** The day at the scanning place, YYYY-MM-DD. */
  readonly today: string
}

const soon = 90
const daysUntil = (day: string, today: string): number => (Date.parse(day) - Date.parse(today)) / 86_400_000

const reason = (code: VerdictReason['code'], message: string): VerdictReason => ({ code, message })

const recallReasons = ({ row }: Known): VerdictReason[] => {
  const open = row.recalls.filter((recall) => recall.status === 'ONGOING' && !recall.drill)
  const told = open.map((recall) => reason('RECALL_OPEN', `Recall ${recall.reference}, class ${recall.classification}: ${recall.title}.`))
  const marked = holdsOf(row).includes('RECALLED') && told.length === 0
  return marked ? [reason('RECALL_OPEN', 'The maker has called this device back.')] : told
}

const holdsOf = (row: LookupRow): readonly string[] => [...(row.serialFacts?.holds ?? []), ...(row.batchFacts?.holds ?? [])]

const holdReasons = ({ row }: Known): VerdictReason[] => {
  const holds = holdsOf(row)
  const stopped = ['QUARANTINED', 'NON_CONFORMANT', 'DAMAGED'].filter((hold) => holds.includes(hold))
  return [
    ...(holds.includes('SUSPECT') || row.serialFacts?.status === 'LOST' ? [reason('SEEN_ELSEWHERE', 'It was reported lost or seen at another place.')] : []),
    ...(stopped.length > 0 ? [reason('HELD_BY_QUALITY', `Held: ${stopped.join(', ').toLowerCase().replace('_', ' ')}.`)] : []),
  ]
}

const lifeReasons = ({ row: { serialFacts, batchFacts } }: Known): VerdictReason[] => {
  if (!serialFacts) return batchFacts && !batchFacts.released ? [reason('NOT_RELEASED', 'Its lot is not released yet.')] : []
  switch (serialFacts.status) {
    case 'DESTROYED':
      return [reason('SCRAPPED', 'It was scrapped.')]
    case 'IMPLANTED':
      return [reason('ALREADY_USED', 'It was implanted.')]
    case 'CONSUMED':
      return [reason('ALREADY_USED', 'It was used up.')]
    case 'MADE':
      return [reason('NOT_RELEASED', 'It is not released yet.')]
    default:
      return []
  }
}

/** Told to whom the device or some of the lot goes, and to who sees where the device is now. */
const transitReasons = ({ row: { serialFacts, batchFacts } }: Known): VerdictReason[] => {
  if (serialFacts?.inTransitToViewer) return [reason('IN_TRANSIT', 'It is on its way to you: confirm the receipt.')]
  if (serialFacts) return serialFacts.status === 'IN_TRANSIT' && serialFacts.seenNow ? [reason('IN_TRANSIT', 'It is on its way to another organization.')] : []
  return batchFacts?.inTransitToViewer ? [reason('IN_TRANSIT', 'Some of this lot is on its way to you: confirm the receipt.')] : []
}

/** The earlier of label and record: where they differ, the careful one counts. */
const expiryOf = ({ label, row }: Known): string | undefined =>
  [label.expiresOn, row.serialFacts?.expiresOn, row.batchFacts?.expiresOn].filter((day): day is string => Boolean(day)).sort()[0]

const expiryReasons = (known: Known): VerdictReason[] => {
  const day = expiryOf(known)
  if (!day) return []
  const left = daysUntil(day, known.today)
  if (left < 0) return [reason('EXPIRED', `It expired on ${day}.`)]
  return left <= soon ? [reason('EXPIRES_SOON', `It expires on ${day}.`)] : []
}

const serviceReasons = ({ row, today }: Known): VerdictReason[] => {
  const due = row.serialFacts?.serviceDueOn
  if (!due) return []
  const left = daysUntil(due, today)
  if (left < 0) return [reason('SERVICE_OVERDUE', `Maintenance was due on ${due}.`)]
  return left <= 30 && row.serialFacts?.seenNow ? [reason('SERVICE_DUE', `Maintenance is due on ${due}.`)] : []
}

const marketReasons = ({ row: { product }, today }: Known): VerdictReason[] => {
  const ended = product?.registrations.filter(({ validUntil }) => validUntil && validUntil < today) ?? []
  return [
    ...(product?.withdrawnOn && product.withdrawnOn <= today ? [reason('WITHDRAWN_FROM_MARKET', `Its product left the market on ${product.withdrawnOn}.`)] : []),
    ...ended.map(({ number, validUntil }) => reason('REGISTRATION_EXPIRED', `Registration ${number} ended on ${validUntil}.`)),
  ]
}

const unreadReasons = ({ label, row }: Known): VerdictReason[] => {
  if (label.standard === 'AHM') return [reason('SCHEME_NOT_READ', 'This is an Alibaba Health code: it is recognised, not read.')]
  if (row.logisticUnit || row.candidates.length > 0 || row.product) return []
  if (label.di) return [reason('PRODUCT_UNKNOWN', `No product has the device identifier ${label.di}.`)]
  return [reason('LABEL_NOT_READ', 'This is no label that can be read, and no number of yours.')]
}

const unknownReasons = ({ label, row }: Known): VerdictReason[] => {
  if (!row.product) return []
  if (label.serial && !row.serialFacts) return [reason('SERIAL_UNKNOWN', `The hub knows no serial ${label.serial} of this product.`)]
  if (label.lot && !row.batchFacts) return [reason('BATCH_UNKNOWN', `The hub knows no lot ${label.lot} of this product.`)]
  if (!row.serialFacts && !row.batchFacts) return [reason('BATCH_UNKNOWN', 'The label names no lot and no serial: scan the code that has them.')]
  return []
}

const differs = (one: string | null | undefined, other: string | null | undefined): boolean => Boolean(one && other && one !== other)

const mismatchReasons = ({ label, row }: Known): VerdictReason[] => {
  const lot = row.batchFacts?.lotNumber
  const expiry = row.serialFacts?.expiresOn ?? row.batchFacts?.expiresOn
  // Who may not see the thing learns that the label is wrong, not what a right one says.
  const record = (value: string | null | undefined): string => (row.serial || row.batch ? `the record says ${value}` : 'the record says otherwise')
  return [
    ...(row.serialFacts && differs(label.lot, lot) ? [reason('LABEL_MISMATCH', `The label says lot ${label.lot}, ${record(lot)}. Do not use it; ask the manufacturer.`)] : []),
    ...(differs(label.expiresOn, expiry) ? [reason('LABEL_MISMATCH', `The label says it expires on ${label.expiresOn}, ${record(expiry)}. Do not use it; ask the manufacturer.`)] : []),
  ]
}

const stockReasons = ({ row }: Known): VerdictReason[] =>
  (row.serialFacts || row.batchFacts) && !row.inViewersStock ? [reason('NOT_IN_YOUR_STOCK', 'It is not in your stock by the record.')] : []

/**
 * The verdict on what was scanned, with every reason, worst first. The expiry day itself still counts as usable
 * (ISO 15223-1, "use-by date").
 */
export const verdictOf = (known: Known): { verdict: Verdict; reasons: VerdictReason[] } => {
  const found = [recallReasons, holdReasons, lifeReasons, transitReasons, expiryReasons, serviceReasons, unreadReasons, unknownReasons, mismatchReasons, marketReasons, stockReasons].flatMap((rule) => rule(known))
  const rank = ({ code }: VerdictReason): number => verdicts.indexOf(weight[code])
  const reasons = found.sort((one, other) => rank(one) - rank(other))
  const needsChoice = known.row.candidates.length > 1 || (known.row.logisticUnit && !known.row.product)
  return { verdict: reasons[0] ? weight[reasons[0].code] : needsChoice ? 'UNKNOWN' : 'CLEAR', reasons }
}
