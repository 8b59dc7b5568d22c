import type { CustodyContext, CustodyEvent, Places } from './custody-event.type.ts'
import type { BatchState, Cell, LotTransit } from './custody-state.type.ts'
import { type BatchRule, changeCell, heldBy, rounded, take } from './batch-changes.rules.ts'
import { destinationParty, siteOf, sourceParty } from './party.rules.ts'
import { withFinding } from './serial-changes.rules.ts'

const atMain = (event: CustodyEvent): CustodyEvent => ({ ...event, site: undefined })

const underWay = (state: BatchState, from: string): number =>
  rounded(state.transit.reduce((sum, transit) => sum + (transit.from === from && !transit.passed ? transit.quantity : 0), 0))

const checkedStock = (state: BatchState, from: string, quantity: number, event: CustodyEvent): BatchState =>
  rounded(heldBy(state, from) - underWay(state, from)) >= quantity ? state : withFinding(state, 'CUSTODY_GAP', event)

const depart = (passed: boolean): BatchRule => (state, { event }, quantity, { places }) => {
  const from = sourceParty(event, places)
  const transit = { from, to: event.to ?? from, quantity, since: event.eventTime, site: siteOf(event, from, places), passed }
  const checked = checkedStock(state, from, quantity, event)
  return { ...checked, transit: [...checked.transit, transit] }
}

/** shipping, departing: the stock stays the shipper's until receipt. */
export const shipLot = depart(false)

/** consigning: the stock is the recipient's at once. */
export const consignLot: BatchRule = (state, step, quantity, context) => {
  const { event } = step
  const left = depart(true)(state, step, quantity, context)
  const from = sourceParty(event, context.places)
  const to = destinationParty(event, context.places)
  const taken = take(left, from, siteOf(event, from, context.places), quantity, event.eventTime)
  return changeCell(taken, to, siteOf(atMain(event), to, context.places), quantity, event.eventTime)
}

/** The part of each journey that ends, oldest first, up to the quantity. */
const settle = (state: BatchState, ends: (transit: LotTransit) => boolean, quantity: number): { rest: BatchState; ended: LotTransit[] } => {
  let left = quantity
  const ended: LotTransit[] = []
  const open: LotTransit[] = []
  for (const transit of state.transit) {
    const part = ends(transit) ? Math.min(left, transit.quantity) : 0
    left = rounded(left - part)
    if (part > 0) ended.push({ ...transit, quantity: part })
    if (transit.quantity > part) open.push({ ...transit, quantity: rounded(transit.quantity - part) })
  }
  return { rest: { ...state, transit: open }, ended }
}

const total = (transits: readonly LotTransit[]): number => rounded(transits.reduce((sum, { quantity }) => sum + quantity, 0))

const land = (state: BatchState, transit: LotTransit, to: string, site: string, at: string, places: Places): BatchState => {
  // Consigned units are the recipient's already, booked at its main site; receipt tells where they are.
  const giver = transit.passed ? transit.to : transit.from
  const from = transit.passed ? places.mainSite(transit.to) : transit.site
  return changeCell(take(state, giver, from, transit.quantity, at), to, site, transit.quantity, at)
}

const unannounced = (state: BatchState, to: string, site: string, quantity: number, event: CustodyEvent): BatchState => {
  const noted = withFinding(state, 'NO_SHIPMENT', event)
  const from = event.from === undefined || event.from === to ? noted : take(noted, event.from, site, quantity, event.eventTime)
  return changeCell(from, to, site, quantity, event.eventTime)
}

/** receiving, accepting: what was under way to the receiver arrives, oldest first; anything beyond it is a receipt without shipment. */
export const receiveLot: BatchRule = (state, { event }, quantity, { places }) => {
  const to = destinationParty(event, places)
  const site = siteOf(event, to, places)
  const { rest, ended } = settle(state, (transit) => transit.to === to && (event.from === undefined || transit.from === event.from), quantity)
  const landed = ended.reduce((after, transit) => land(after, transit, to, site, event.eventTime, places), rest)
  const beyond = rounded(quantity - total(ended))
  return beyond > 0 ? unannounced(landed, to, site, beyond, event) : landed
}

const takeBack = (state: BatchState, transit: LotTransit, { eventTime }: CustodyEvent, { places }: CustodyContext): BatchState =>
  transit.passed
    ? changeCell(take(state, transit.to, places.mainSite(transit.to), transit.quantity, eventTime), transit.from, transit.site, transit.quantity, eventTime)
    : state

/** void_shipping: so many of the shipper's units did not leave. */
export const voidLotShipping: BatchRule = (state, { event }, quantity, context) => {
  const from = sourceParty(event, context.places)
  const { rest, ended } = settle(state, (transit) => transit.from === from, quantity)
  const back = ended.reduce((after, transit) => takeBack(after, transit, event, context), rest)
  return total(ended) < quantity ? withFinding(back, 'NOTHING_TO_VOID', event) : back
}

/** storing, stocking: from other places of the same organization, its main one first. */
export const storeLot: BatchRule = (state, { event }, quantity, { places }) => {
  const { site, eventTime } = event
  const organization = site === undefined ? undefined : places.operator(site)
  if (site === undefined || organization === undefined) return withFinding(state, 'SEEN_ELSEWHERE', event)
  const isElsewhere = (cell: Cell): boolean => cell.organization === organization && cell.site !== site && cell.quantity > 0
  const elsewhere = { ...state, cells: state.cells.filter(isElsewhere) }
  const moved = Math.min(quantity, heldBy(elsewhere, organization))
  const left = take(elsewhere, organization, places.mainSite(organization), moved, eventTime).cells
  const gathered = { ...state, cells: [...state.cells.filter((cell) => !isElsewhere(cell)), ...left] }
  const placed = moved > 0 ? changeCell(gathered, organization, site, moved, eventTime) : gathered
  return moved < quantity ? withFinding(placed, 'SEEN_ELSEWHERE', event) : placed
}

/** cycle_counting, stock_taking: moves nothing; announced and not there is a finding. */
export const countLot: BatchRule = (state, { event }) => (event.disposition === 'unavailable' ? withFinding(state, 'NOT_DELIVERED', event) : state)
