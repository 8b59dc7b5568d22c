import { rounded } from '../custody/rounded.ts'
import type { LookupRow } from './lookup.cypher.ts'
import { daysUntil, type Known, reason, type ReasonRule } from './verdict-reason.ts'

/** On the device, on its lot, or on anything in the carton. */
const holdsOf = ({ serialFacts, batchFacts, unitFacts }: LookupRow): readonly string[] => [...(serialFacts?.holds ?? []), ...(batchFacts?.holds ?? []), ...(unitFacts?.holds ?? [])]

export const recallReasons: ReasonRule = ({ row }) => {
  const open = row.recalls.filter((recall) => recall.status === 'ONGOING' && !recall.drill)
  const told = open.map((recall) => reason('RECALL_OPEN', `Recall ${recall.reference}, class ${recall.classification}: ${recall.title}.`))
  const marked = holdsOf(row).includes('RECALLED') && told.length === 0
  return marked ? [reason('RECALL_OPEN', 'The maker has called this device back.')] : told
}

/** Of a lot: how many of those that the viewer has are held. */
const unitReasons = ({ batchFacts }: LookupRow): ReturnType<ReasonRule> => {
  const [all, held] = (batchFacts?.units ?? []).reduce(([sum, part], [quantity, blocked]) => [rounded(sum + quantity), rounded(part + blocked)], [0, 0])
  if (held === 0) return []
  return held < all
    ? [reason('SOME_HELD', `Of the ${all} in your stock ${held} are held: make sure that this is none of them.`)]
    : [reason('HELD_BY_QUALITY', 'All of this lot in your stock is held until it is inspected.')]
}

export const holdReasons: ReasonRule = ({ row }) => {
  const holds = holdsOf(row)
  const stopped = ['QUARANTINED', 'NON_CONFORMANT', 'DAMAGED'].filter((hold) => holds.includes(hold))
  const pending = row.serialFacts?.heldPendingRecall === true || row.batchFacts?.heldPendingRecall === true
  return [
    ...(pending ? [reason('HELD_PENDING_RECALL', 'The maker holds it while a recall is decided: do not use it for now.')] : []),
    ...(holds.includes('SUSPECT') || row.serialFacts?.status === 'LOST' ? [reason('SEEN_ELSEWHERE', 'It was reported lost or seen at another place.')] : []),
    ...(row.serialFacts?.seenTwice === true ? [reason('SEEN_AT_TWO_PLACES', 'Its serial number was seen at two places sooner than anything could have taken it there: one of the two may be a copy. The maker has been told.')] : []),
    ...(stopped.length > 0 ? [reason('HELD_BY_QUALITY', `Held: ${stopped.join(', ').toLowerCase().replace('_', ' ')}.`)] : unitReasons(row)),
  ]
}

const ended: Record<string, ReturnType<ReasonRule>> = {
  DESTROYED: [reason('SCRAPPED', 'It was scrapped.')],
  IMPLANTED: [reason('ALREADY_USED', 'It was implanted.')],
  CONSUMED: [reason('ALREADY_USED', 'It was used up.')],
  MADE: [reason('NOT_RELEASED', 'It is not released yet.')],
}

export const lifeReasons: ReasonRule = ({ row: { serialFacts, batchFacts } }) => {
  if (serialFacts) return ended[serialFacts.status] ?? []
  return batchFacts && !batchFacts.released ? [reason('NOT_RELEASED', 'Its lot is not released yet.')] : []
}

/** The earlier of label and record: where they differ, the careful one counts. Of a carton, what expires first. */
const expiryOf = ({ label, row }: Known): string | undefined =>
  [label.expiresOn, row.serialFacts?.expiresOn, row.batchFacts?.expiresOn, row.unitFacts?.expiresOn].filter((day): day is string => Boolean(day)).sort()[0]

const soon = 90

export const expiryReasons: ReasonRule = (known) => {
  const day = expiryOf(known)
  if (!day) return []
  const left = daysUntil(day, known.today)
  if (left < 0) return [reason('EXPIRED', `It expired on ${day}.`, day)]
  return left <= soon ? [reason('EXPIRES_SOON', `It expires on ${day}.`, day)] : []
}

export const serviceReasons: ReasonRule = ({ row: { serialFacts }, today }) => {
  const [first] = [{ what: 'Maintenance', on: serialFacts?.serviceDueOn }, { what: 'Calibration', on: serialFacts?.calibrationDueOn }]
    .filter((due): due is { what: string; on: string } => Boolean(due.on)).sort((one, other) => (one.on < other.on ? -1 : 1))
  if (!first) return []
  const left = daysUntil(first.on, today)
  if (left < 0) return [reason('SERVICE_OVERDUE', `${first.what} was due on ${first.on}.`, first.on)]
  return left <= 30 && serialFacts?.seenNow ? [reason('SERVICE_DUE', `${first.what} is due on ${first.on}.`, first.on)] : []
}
