import { type BatchRule, changeCell, take, takeOn, withUse } from './batch-changes.rules.ts'
import { atHands, outOfCarton } from './batch-packed.rules.ts'
import type { CustodyEvent } from './custody-event.type.ts'
import { actingParty, destinationParty, siteOf, sourceParty } from './party.rules.ts'

/** commissioning, creating_class_instance, output of a Transformation: more units, where they were made. */
export const makeLot: BatchRule = (state, { event }, quantity, { places }) => {
  const maker = destinationParty(event, places)
  return changeCell(state, maker, siteOf(event, maker, places), quantity, event.eventTime)
}

/** What is scrapped is what was found bad, before anything else. */
const scraps = ({ type, bizStep, action }: CustodyEvent): boolean => bizStep === 'destroying' || (type === 'OBJECT' && action === 'DELETE')

/** It goes to a patient, to a customer or into a product; a sample is taken of what waits too. */
const endsGood = (event: CustodyEvent): boolean => !scraps(event) && event.bizStep !== 'sampling'

/** Input of a Transformation, sampling, destroying, Object DELETE: fewer units, used by nobody. */
export const spendLot: BatchRule = (state, { event, via }, quantity, { places }) => {
  const holder = sourceParty(event, places)
  const site = siteOf(event, holder, places)
  const gone = endsGood(event) ? takeOn(state, holder, site, quantity, event).state : take(state, holder, site, quantity, event.eventTime, scraps(event) ? 'HELD' : 'USABLE')
  return via === undefined ? gone : outOfCarton(gone, via)
}

/** dispensing, implanting: used at the place. */
export const useLot: BatchRule = (state, step, quantity, context) => {
  const user = sourceParty(step.event, context.places)
  return withUse(spendLot(state, step, quantity, context), user, siteOf(step.event, user, context.places), quantity, step.event)
}

const backFromUse = (held: boolean): BatchRule => (state, { event }, quantity, { places }) => {
  const user = actingParty(event, places)
  const site = siteOf(event, user, places)
  return changeCell(withUse(state, user, site, -quantity, event), user, site, quantity, event.eventTime, held ? { QUARANTINED: quantity } : undefined)
}

/** taking_out_of_service, and worn parts that were found good: back from use. */
export const takeOutOfUse = backFromUse(false)

/** The hub's own `explanting`: back in the hospital's hands, held until inspected. */
export const explantLot = backFromUse(true)

/** retail_selling: over the counter, to a named customer or to someone the hub does not know. */
export const sellLot: BatchRule = (state, step, quantity, context) => {
  const { event, via } = step
  if (event.to === undefined) return useLot(state, step, quantity, context)
  const seller = sourceParty({ ...event, to: undefined }, context.places)
  const { state: left, marks } = takeOn(state, seller, siteOf(event, seller, context.places), quantity, event)
  return atHands(changeCell(left, event.to, context.places.mainSite(event.to), quantity, event.eventTime, marks), via, event.to)
}
