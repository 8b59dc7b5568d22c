import { type BatchRule, heldBy, takeOn } from './batch-changes.rules.ts'
import { intoCarton, outOfCarton } from './batch-packed.rules.ts'
import { takeOutOfUse, usedParts } from './batch-use.rules.ts'
import type { BatchState, LotTransit } from './custody-state.type.ts'
import { actingParty, destinationParty, siteOf } from './party.rules.ts'
import { withFinding } from './serial-changes.rules.ts'

const isAtEnd = (by: string) => ({ from, to }: LotTransit): boolean => from === by || to === by

/** Somebody else has units of it, and this one neither has any nor sends or gets them. */
const hasNone = (state: BatchState, by: string): boolean =>
  state.cells.some(({ organization, quantity }) => organization !== by && quantity > 0) && heldBy(state, by) <= 0 && !state.transit.some(isAtEnd(by))

/** What is in the carton is another's, and not on its way from or to this one. */
const isAnothers = (state: BatchState, carton: string, by: string): boolean => {
  const holder = state.packedAt?.[carton]
  return holder !== undefined && holder !== by && !state.transit.some((transit) => transit.via === carton && isAtEnd(by)(transit))
}

/** packing: so many units are in the logistic unit, and go where it goes. Of a stranger it is a claim. */
export const packLot: BatchRule = (state, { event, parent }, quantity, { places, maker }) => {
  const by = event.reportedBy
  if (parent === undefined) return state
  if (by !== maker && (hasNone(state, by) || isAnothers(state, parent, by))) return withFinding(state, 'PACKED_BY_OTHER', event)
  return intoCarton(state, parent, quantity, actingParty(event, places))
}

/** unpacking: so many units came out; all of them where the event does not say. */
export const unpackLot: BatchRule = (state, step, quantity, { maker }) => {
  const carton = step.parent ?? step.via ?? ''
  const { event } = step
  if (event.reportedBy !== maker && isAnothers(state, carton, event.reportedBy)) return withFinding(state, 'PACKED_BY_OTHER', event)
  return outOfCarton(state, carton, step.quantity === undefined ? undefined : quantity)
}

/** assembling, installing: built into a device, so no stock any more: of who brought the parts, else of who has the device. */
export const installLot: BatchRule = (state, step, quantity, { places }) => {
  const { event } = step
  const user = step.parentHolder ?? destinationParty(event, places)
  const giver = event.from ?? user
  return usedParts(takeOn(state, giver, siteOf(event, giver, places), quantity, event), user, siteOf(event, user, places), event)
}

/** removing, disassembling, replacing: worn parts of a lot go back to stock only where they were found good. */
export const removeLot: BatchRule = (state, step, quantity, context) => {
  const good = step.event.disposition === 'conformant' || step.event.disposition === 'available'
  return good ? takeOutOfUse(state, step, quantity, context) : state
}

/** Aggregation OBSERVE: so many are said to be in the unit. Another number is there by the record: somebody has to look. */
export const seenLotInUnit: BatchRule = (state, { event, parent }, quantity) =>
  parent === undefined || state.inside[parent] === quantity ? state : withFinding(state, 'CONTENT_DIFFERS', event)
