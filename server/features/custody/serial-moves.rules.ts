import type { CustodyEvent } from './custody-event.type.ts'
import type { SerialState, SerialStatus } from './custody-state.type.ts'
import { actingParty, destinationParty, siteOf, sourceParty } from './party.rules.ts'
import { arrived, ended, giveTo, type SerialRule, withFinding, withHold } from './serial-changes.rules.ts'

const isReturn = (event: CustodyEvent): boolean => event.disposition === 'returned'

const depart = (state: SerialState, from: string, to: string, event: CustodyEvent): SerialState => ({
  ...state,
  status: 'IN_TRANSIT',
  transit: { from, to, since: event.eventTime, returned: isReturn(event) },
  beforeTransit: { ...state, beforeTransit: undefined },
})

const checkedSource = (state: SerialState, from: string, event: CustodyEvent): SerialState =>
  state.holder === from ? state : withFinding(state, 'CUSTODY_GAP', event)

/** shipping, departing: custody stays with the shipper until receipt. Shipping and departing of one journey count once. */
export const ship: SerialRule = (state, { event }, { places }) => {
  const from = sourceParty(event, places)
  const to = event.to ?? from
  if (state.transit?.from === from && state.transit.to === to) return state
  return depart(checkedSource(state, from, event), from, to, event)
}

/** consigning: custody passes to the recipient at once; it travels until it is seen there. */
export const consign: SerialRule = (state, { event }, context) => {
  const from = sourceParty(event, context.places)
  const to = destinationParty(event, context.places)
  const leaving = depart(checkedSource(state, from, event), from, to, event)
  return { ...giveTo(leaving, to, { ...event, site: undefined }, context), beforeTransit: leaving.beforeTransit }
}

/** Who has it by the record did not send it: where the receiver names that one, only the shipment is missing, else two have it. */
const unannounced = ({ holder }: SerialState, { from }: CustodyEvent) => (holder === undefined || holder === from ? 'NO_SHIPMENT' : 'DOUBLE_HOLDER')

const routed = (state: SerialState, to: string, event: CustodyEvent): SerialState => {
  if (state.transit === undefined) return state.holder === to ? state : withFinding(state, unannounced(state, event), event)
  return state.transit.to === to ? state : withFinding(state, 'MISROUTED', event)
}

const inspectedOnArrival = (state: SerialState, to: string, event: CustodyEvent): SerialState => {
  if (event.disposition === 'damaged') return withFinding(withHold(state, 'DAMAGED', to, event), 'RECEIVED_DAMAGED', event)
  if (event.disposition?.startsWith('mismatch_')) return withFinding(withHold(state, 'SUSPECT', to, event), 'RECEIVED_MISMATCH', event)
  return state
}

const fromJourney = (state: SerialState, to: string, event: CustodyEvent): SerialState => {
  const returned = isReturn(event) || state.transit?.returned === true
  const here = arrived(state)
  return returned ? withHold({ ...here, status: 'RETURNED' }, 'QUARANTINED', to, event) : { ...here, status: 'IN_STOCK' }
}

/** receiving, accepting: custody passes to the receiver, even against the record (a physical receipt beats paper). Accepting what was received changes nothing. */
export const receive: SerialRule = (state, { event }, context) => {
  const to = destinationParty(event, context.places)
  const again = state.transit === undefined && state.holder === to && !isReturn(event)
  const here = giveTo(again ? state : routed(state, to, event), to, event, context)
  return inspectedOnArrival(again ? here : fromJourney(here, to, event), to, event)
}

const custodyOf = ({ status, holder, since, site, passed }: SerialState): Partial<SerialState> => ({ status, holder, since, site, passed })

const isJourney = ({ transit }: SerialState, from: string, { to }: CustodyEvent): boolean => transit?.from === from && (to === undefined || transit.to === to)

/** void_shipping: as if it had not left, said by who sent it. After receipt it comes too late. */
export const voidShipping: SerialRule = (state, { event }, { places }) =>
  state.beforeTransit === undefined || !isJourney(state, sourceParty(event, places), event)
    ? withFinding(state, 'NOTHING_TO_VOID', event)
    : { ...arrived(state), ...custodyOf(state.beforeTransit) }

const waiting: ReadonlySet<SerialStatus> = new Set(['MADE', 'RETURNED', 'LOST'])

/** storing, stocking: another place of the same organization. What is not released, came back or is on its way to another stays so. */
export const store: SerialRule = (state, { event }, { places }) => {
  const elsewhere = state.holder === undefined || event.site === undefined || places.operator(event.site) !== state.holder
  if (elsewhere) return withFinding(state, 'SEEN_ELSEWHERE', event)
  const here = state.transit?.to === state.holder ? arrived(state) : state
  const keeps = here.transit !== undefined || waiting.has(state.status)
  return { ...here, site: event.site, status: keeps ? state.status : 'IN_STOCK' }
}

/** retail_selling: over the counter to a named customer, or to someone the hub does not know, which ends custody. */
export const sell: SerialRule = (state, { event }, context) => {
  const from = sourceParty({ ...event, to: undefined }, context.places)
  const checked = checkedSource(state, from, event)
  if (event.to !== undefined) return { ...arrived(giveTo(checked, event.to, { ...event, site: undefined }, context)), status: 'IN_STOCK' }
  const usage = { organization: from, site: siteOf(event, from, context.places), on: event.eventTime, kind: 'SOLD' } as const
  return { ...ended(checked, 'IN_SERVICE', event), usage }
}

const disposedOf: ReadonlySet<string | undefined> = new Set(['disposed', 'destroyed'])

/** collecting: picked up for disposal, by who is named as possessing it then. Nobody uses it any more; disposed of, it has ended. */
export const collect: SerialRule = (state, { event }, context) => {
  const from = sourceParty({ ...event, to: undefined }, context.places)
  const checked = checkedSource(state, from, event)
  const collector = event.to ?? from
  const taken = event.to === undefined ? checked : giveTo(checked, event.to, { ...event, site: undefined }, context)
  return disposedOf.has(event.disposition) ? ended(taken, 'DESTROYED', event) : withHold({ ...arrived(taken), status: 'RETURNED' }, 'QUARANTINED', collector, event)
}

/** cycle_counting, stock_taking: moves nothing. Announced and not there (disposition unavailable), or counted by another than its holder: a finding. */
export const count: SerialRule = (state, { event }, { places }) => {
  if (event.disposition === 'unavailable') return withFinding(state, 'NOT_DELIVERED', event)
  return actingParty(event, places) === state.holder ? state : withFinding(state, 'SEEN_ELSEWHERE', event)
}
