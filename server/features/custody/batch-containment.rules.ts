import { type BatchRule, rounded, take, withUse } from './batch-changes.rules.ts'
import { destinationParty, siteOf } from './party.rules.ts'
import { takeOutOfUse } from './batch-use.rules.ts'

/** packing: so many units are in the logistic unit, and go where it goes. */
export const packLot: BatchRule = (state, { parent }, quantity) =>
  parent === undefined ? state : { ...state, inside: { ...state.inside, [parent]: rounded((state.inside[parent] ?? 0) + quantity) } }

/** unpacking: so many units came out; all of them where the event does not say. */
export const unpackLot: BatchRule = (state, step, quantity) => {
  const unit = step.parent ?? step.via ?? ''
  const left = step.quantity === undefined ? 0 : rounded((state.inside[unit] ?? 0) - quantity)
  const { [unit]: _, ...others } = state.inside
  return { ...state, inside: left > 0 ? { ...others, [unit]: left } : others }
}

/** assembling, installing: built into a device, so no stock any more: of who brought the parts, else of who has the device. */
export const installLot: BatchRule = (state, step, quantity, { places }) => {
  const { event } = step
  const user = step.parentHolder ?? destinationParty(event, places)
  const giver = event.from ?? user
  const taken = take(state, giver, siteOf(event, giver, places), quantity, event.eventTime)
  return withUse(taken, user, siteOf(event, user, places), quantity, event)
}

/** removing, disassembling, replacing: worn parts of a lot go back to stock only where they were found good. */
export const removeLot: BatchRule = (state, step, quantity, context) => {
  const good = step.event.disposition === 'conformant' || step.event.disposition === 'available'
  return good ? takeOutOfUse(state, step, quantity, context) : state
}
