import { type BatchRule, takeOn } from './batch-changes.rules.ts'
import { intoCarton, outOfCarton } from './batch-packed.rules.ts'
import { takeOutOfUse, usedParts } from './batch-use.rules.ts'
import { actingParty, destinationParty, siteOf } from './party.rules.ts'

/** packing: so many units are in the logistic unit, and go where it goes. */
export const packLot: BatchRule = (state, { event, parent }, quantity, { places }) =>
  parent === undefined ? state : intoCarton(state, parent, quantity, actingParty(event, places))

/** unpacking: so many units came out; all of them where the event does not say. */
export const unpackLot: BatchRule = (state, step, quantity) =>
  outOfCarton(state, step.parent ?? step.via ?? '', step.quantity === undefined ? undefined : quantity)

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
