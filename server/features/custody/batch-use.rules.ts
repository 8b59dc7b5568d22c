import { type BatchRule, changeCell, type Place, putParts, type Taken, takeOn, takeParts, withUse } from './batch-changes.rules.ts'
import { atHands, outOfCarton } from './batch-packed.rules.ts'
import type { CustodyEvent, Places, Step } from './custody-event.type.ts'
import type { BatchState } from './custody-state.type.ts'
import { actingParty, destinationParty, siteOf, sourceParty } from './party.rules.ts'
import { rounded } from './rounded.ts'

/** commissioning, creating_class_instance, output of a Transformation: more units, where they were made. */
export const makeLot: BatchRule = (state, { event }, quantity, { places }) => {
  const maker = destinationParty(event, places)
  return changeCell(state, { organization: maker, site: siteOf(event, maker, places) }, quantity, event.eventTime)
}

/** What is scrapped is what was found bad, before anything else. */
const scraps = ({ type, bizStep, action }: CustodyEvent): boolean => bizStep === 'destroying' || (type === 'OBJECT' && action === 'DELETE')

/** It goes to a patient, to a customer or into a product; a sample is taken of what waits too. */
const endsGood = (event: CustodyEvent): boolean => !scraps(event) && event.bizStep !== 'sampling'

const spent = (state: BatchState, { event, via }: Step, quantity: number, places: Places): Taken => {
  const holder = sourceParty(event, places)
  const site = siteOf(event, holder, places)
  const { state: gone, parts } = endsGood(event) ? takeOn(state, holder, site, quantity, event) : takeParts(state, holder, site, quantity, event.eventTime, { held: scraps(event) })
  return { state: via === undefined ? gone : outOfCarton(gone, via), parts }
}

/** Input of a Transformation, sampling, destroying, Object DELETE: fewer units, used by nobody. */
export const spendLot: BatchRule = (state, step, quantity, { places }) => spent(state, step, quantity, places).state

/** Units that were used, each by whose they were. */
export const usedParts = ({ state, parts }: Taken, organization: string, site: string, event: CustodyEvent): BatchState =>
  parts.reduce((after, { quantity, owner }) => withUse(after, { organization, site, owner: owner === organization ? undefined : owner }, quantity, event), state)

/** dispensing, implanting: used at the place. */
export const useLot: BatchRule = (state, step, quantity, context) => {
  const user = sourceParty(step.event, context.places)
  return usedParts(spent(state, step, quantity, context.places), user, siteOf(step.event, user, context.places), step.event)
}

/** So many were used no more: its own first, then what was another's until it was used. */
const unused = (state: BatchState, place: Place, quantity: number, event: CustodyEvent): BatchState => {
  let left = quantity
  const uses = state.used.filter((use) => use.organization === place.organization && use.site === place.site && use.quantity > 0)
  const after = [...uses].sort((one, other) => ((one.owner ?? '') < (other.owner ?? '') ? -1 : 1)).reduce((before, use) => {
    const part = Math.min(left, use.quantity)
    left = rounded(left - part)
    return part > 0 ? withUse(before, use, -part, event) : before
  }, state)
  return left > 0 ? withUse(after, place, -left, event) : after
}

const backFromUse = (held: boolean): BatchRule => (state, { event }, quantity, { places }) => {
  const user = actingParty(event, places)
  const place = { organization: user, site: siteOf(event, user, places) }
  return changeCell(unused(state, place, quantity, event), place, quantity, event.eventTime, held ? { QUARANTINED: quantity } : undefined)
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
  const taken = takeOn(state, seller, siteOf(event, seller, context.places), quantity, event)
  return atHands(putParts(taken, event.to, context.places.mainSite(event.to), event.eventTime, { owner: event.owner }), via, event.to)
}

/** collecting: picked up for disposal, the bad ones first; in the hands of who is named, and held, until that is told. */
export const collectLot: BatchRule = (state, { event, via }, quantity, { places }) => {
  const holder = sourceParty({ ...event, to: undefined }, places)
  const taken = takeParts(state, holder, siteOf(event, holder, places), quantity, event.eventTime, { held: true })
  if (event.disposition === 'disposed' || event.disposition === 'destroyed') return via === undefined ? taken.state : outOfCarton(taken.state, via)
  const collector = event.to ?? holder
  const site = event.to === undefined ? siteOf(event, holder, places) : places.mainSite(event.to)
  return atHands(putParts(taken, collector, site, event.eventTime, { hold: 'QUARANTINED' }), via, collector)
}
