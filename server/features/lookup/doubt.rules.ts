import { reason, type ReasonRule } from './verdict-reason.ts'

export const unreadReasons: ReasonRule = ({ label, row }) => {
  if (label.standard === 'AHM') return [reason('SCHEME_NOT_READ', 'This is an Alibaba Health code: it is recognised, not read.')]
  if (row.logisticUnit || row.candidates.length > 0 || row.product) return []
  if (label.di) return [reason('PRODUCT_UNKNOWN', `No product has the device identifier ${label.di}.`)]
  return [reason('LABEL_NOT_READ', 'This is no label that can be read, and no number of yours.')]
}

export const unknownReasons: ReasonRule = ({ label, row }) => {
  if (!row.product) return []
  if (label.serial && !row.serialFacts) return [reason('SERIAL_UNKNOWN', `The hub knows no serial ${label.serial} of this product.`)]
  if (label.lot && !row.batchFacts) return [reason('BATCH_UNKNOWN', `The hub knows no lot ${label.lot} of this product.`)]
  if (!row.serialFacts && !row.batchFacts) return [reason('BATCH_UNKNOWN', 'The label names no lot and no serial: scan the code that has them.')]
  return []
}

const differs = (one: string | null | undefined, other: string | null | undefined): boolean => Boolean(one && other && one !== other)

export const mismatchReasons: ReasonRule = ({ label, row }) => {
  const lot = row.batchFacts?.lotNumber
  const expiry = row.serialFacts?.expiresOn ?? row.batchFacts?.expiresOn
  // Who may not see the thing learns that the label is wrong, not what a right one says.
  const record = (value: string | null | undefined): string => (row.serial || row.batch ? `the record says ${value}` : 'the record says otherwise')
  return [
    ...(row.serialFacts && differs(label.lot, lot) ? [reason('LABEL_MISMATCH', `The label says lot ${label.lot}, ${record(lot)}. Do not use it; ask the manufacturer.`)] : []),
    ...(differs(label.expiresOn, expiry) ? [reason('LABEL_MISMATCH', `The label says it expires on ${label.expiresOn}, ${record(expiry)}. Do not use it; ask the manufacturer.`)] : []),
  ]
}
