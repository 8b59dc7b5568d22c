import { type BatchRule, changeCell, take, withUse } from './batch-changes.rules.ts'
import { actingParty, destinationParty, siteOf, sourceParty } from './party.rules.ts'

/** commissioning, creating_class_instance, output of a Transformation: more units, where they were made. */
export const makeLot: BatchRule = (state, { event }, quantity, { places }) => {
  const maker = destinationParty(event, places)
  return changeCell(state, maker, siteOf(event, maker, places), quantity, event.eventTime)
}

/** Input of a Transformation, sampling, destroying, Object DELETE: fewer units, used by nobody. */
export const spendLot: BatchRule = (state, { event }, quantity, { places }) => {
  const holder = sourceParty(event, places)
  return take(state, holder, siteOf(event, holder, places), quantity, event.eventTime)
}

/** dispensing, implanting: used at the place. */
export const useLot: BatchRule = (state, step, quantity, context) => {
  const user = sourceParty(step.event, context.places)
  return withUse(spendLot(state, step, quantity, context), user, siteOf(step.event, user, context.places), quantity, step.event)
}

/** explanting: back from use. */
export const takeOutOfUse: BatchRule = (state, { event }, quantity, { places }) => {
  const user = actingParty(event, places)
  const site = siteOf(event, user, places)
  return changeCell(withUse(state, user, site, -quantity, event), user, site, quantity, event.eventTime)
}

/** retail_selling: over the counter, to a named customer or to someone the hub does not know. */
export const sellLot: BatchRule = (state, step, quantity, context) => {
  const { event } = step
  if (event.to === undefined) return useLot(state, step, quantity, context)
  const left = spendLot(state, { ...step, event: { ...event, to: undefined } }, quantity, context)
  return changeCell(left, event.to, context.places.mainSite(event.to), quantity, event.eventTime)
}
