import { reason, type ReasonRule } from './verdict-reason.ts'

/** Told to whom the device or some of the lot goes, and to who sees where the device is now. */
export const transitReasons: ReasonRule = ({ row: { serialFacts, batchFacts, unitFacts } }) => {
  if (serialFacts?.inTransitToViewer || unitFacts?.inTransitToViewer) return [reason('IN_TRANSIT', 'It is on its way to you: confirm the receipt.')]
  if (serialFacts) return serialFacts.status === 'IN_TRANSIT' && serialFacts.seenNow ? [reason('IN_TRANSIT', 'It is on its way to another organization.')] : []
  return batchFacts?.inTransitToViewer ? [reason('IN_TRANSIT', 'Some of this lot is on its way to you: confirm the receipt.')] : []
}

/** Neither ends the use of what was sold before: said, so that a person can decide. */
export const marketReasons: ReasonRule = ({ row: { product }, today }) => {
  const ended = product?.registrations.filter(({ validUntil }) => validUntil && validUntil < today) ?? []
  return [
    ...(product?.withdrawnOn && product.withdrawnOn <= today ? [reason('WITHDRAWN_FROM_MARKET', `Its product left the market on ${product.withdrawnOn}.`, product.withdrawnOn)] : []),
    ...ended.map(({ number, validUntil }) => reason('REGISTRATION_EXPIRED', `Registration ${number} ended on ${validUntil}.`, validUntil)),
  ]
}

export const stockReasons: ReasonRule = ({ row }) =>
  (row.serialFacts || row.batchFacts) && !row.inViewersStock ? [reason('NOT_IN_YOUR_STOCK', 'It is not in your stock by the record.')] : []
