import type { CustodyEvent, Places, Step } from './custody-event.type.ts'
import type { SerialState, Sighting } from './custody-state.type.ts'
import { actingParty, destinationParty, siteOf, sourceParty } from './party.rules.ts'
import { withFinding } from './serial-changes.rules.ts'

/**
 * The least minutes from one place to another that any transport needs. Sites have a country and no coordinates, so
 * these are the times between neighbours: whatever is quicker cannot be, and of what is slower nothing is said.
 */
export const leastMinutes = {
  sameOrganization: 0,
  /** Sent to who sees it next: handed over at the door. */
  handedOver: 0,
  sameCountry: 15,
  otherCountry: 120,
} as const

const outbound = new Set(['shipping', 'departing', 'consigning', 'retail_selling'])
const inbound = new Set(['receiving', 'accepting'])

/** Steps for which one has it in one's hands. To inspect, hold, release or recall may be done at a desk. */
const handling = new Set([
  ...outbound, ...inbound, 'commissioning', 'storing', 'stocking', 'entering_exiting', 'picking', 'packing', 'unpacking', 'loading', 'unloading', 'arriving',
  'dispensing', 'implanting', 'explanting', 'assembling', 'installing', 'removing', 'disassembling', 'replacing', 'putting_into_service', 'taking_out_of_service',
  'cycle_counting', 'stock_taking', 'repairing', 'collecting', 'sampling', 'destroying',
])
const notThere = new Set(['unavailable', 'stolen', 'unknown'])

const handler = (event: CustodyEvent, places: Places): string => {
  if (outbound.has(event.bizStep ?? '')) return sourceParty(event, places)
  return inbound.has(event.bizStep ?? '') ? destinationParty(event, places) : actingParty(event, places)
}

/** Where an event saw a thing; undefined where it was in nobody's hands, or only the carton that it is in. */
export const sightingOf = ({ event, via }: Step, places: Places): Sighting | undefined => {
  if (via !== undefined || !handling.has(event.bizStep ?? '') || notThere.has(event.disposition ?? '')) return undefined
  const organization = handler(event, places)
  const site = siteOf(event, organization, places)
  const country = places.country(site)
  return { organization, site, at: event.eventTime, ...(country !== undefined && { country }) }
}

/** Minutes that it takes at least from one place to the other. */
export const minutesBetween = (from: Sighting, to: Sighting, wasSent: boolean): number => {
  if (from.site === to.site) return 0
  if (from.country !== undefined && to.country !== undefined && from.country !== to.country) return leastMinutes.otherCountry
  if (from.organization === to.organization) return leastMinutes.sameOrganization
  return wasSent ? leastMinutes.handedOver : leastMinutes.sameCountry
}

const isImpossible = (from: Sighting, to: Sighting, wasSent: boolean): boolean =>
  Date.parse(to.at) - Date.parse(from.at) < minutesBetween(from, to, wasSent) * 60_000

/** Where it was seen last. Seen at another place sooner than anything could have taken it there: one of the two is not it. */
export const withSighting = (before: SerialState, after: SerialState, step: Step, places: Places): SerialState => {
  const seen = sightingOf(step, places)
  if (seen === undefined) return after
  const wasSent = before.transit?.to === seen.organization
  const suspect = before.seen !== undefined && isImpossible(before.seen, seen, wasSent)
  return { ...(suspect ? withFinding(after, 'SUSPECT', step.event) : after), seen }
}
