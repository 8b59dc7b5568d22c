import { type BatchRule, heldBy, putParts, takeOn, takeParts, withBlocked } from './batch-changes.rules.ts'
import { blockedIn } from './batch-marks.rules.ts'
import type { CustodyContext, CustodyEvent, Places, Step } from './custody-event.type.ts'
import type { BatchState, LotTransit } from './custody-state.type.ts'
import { atHands, outOfCarton } from './batch-packed.rules.ts'
import { destinationParty, siteOf, sourceParty } from './party.rules.ts'
import { rounded } from './rounded.ts'
import { withFinding } from './serial-changes.rules.ts'

export const total = (transits: readonly { readonly quantity: number }[]): number => rounded(transits.reduce((sum, { quantity }) => sum + quantity, 0))

const underWay = (state: BatchState, from: string): number => total(state.transit.filter((transit) => transit.from === from && !transit.passed))

const checkedStock = (state: BatchState, from: string, quantity: number, event: CustodyEvent): BatchState =>
  rounded(heldBy(state, from) - underWay(state, from)) >= quantity ? state : withFinding(state, 'CUSTODY_GAP', event)

/** What is held and does not go back already may not go on. */
const checkedHolds = (state: BatchState, from: string, quantity: number, event: CustodyEvent): BatchState => {
  const held = rounded(state.cells.reduce((sum, cell) => sum + (cell.organization === from ? blockedIn(cell.blocked) : 0), 0))
  const returning = total(state.transit.filter((transit) => transit.from === from && !transit.passed && transit.returned === true))
  const stays = Math.max(0, rounded(held - returning))
  return withBlocked(state, stays > 0 && rounded(heldBy(state, from) - underWay(state, from) - stays) < quantity, event)
}

const leaving = ({ event, via }: Step, from: string, quantity: number, places: Places, passed: boolean): LotTransit => ({
  from, to: event.to ?? from, quantity, since: event.eventTime, site: siteOf(event, from, places), passed,
  ...(event.document !== undefined && { document: event.document }), ...(event.disposition === 'returned' && { returned: true }), ...(event.owner !== undefined && { owner: event.owner }),
  ...(via === undefined ? !passed && event.bizStep !== undefined && { step: event.bizStep } : { via }),
})

/** Whether papers do not say that these are two journeys or arrivals. */
export const agree = (one: string | undefined, other: string | undefined): boolean => one === undefined || other === undefined || one === other

/** What left before by the same carton, or by the other one of shipping and departing, whichever was told first. */
const sameJourney = (state: BatchState, now: LotTransit): { state: BatchState; left: number } => {
  let left = now.quantity
  const transit = state.transit.flatMap((open): LotTransit[] => {
    if (open.from !== now.from || open.to !== now.to || open.passed !== now.passed || open.via !== now.via) return [open]
    const isSame = now.via !== undefined || (open.step !== undefined && open.step !== now.step && agree(open.document, now.document))
    const part = isSame ? Math.min(left, open.quantity) : 0
    left = rounded(left - part)
    if (part === 0 || now.via !== undefined) return [open]
    const { step: _, ...both } = { ...open, quantity: part }
    return part === open.quantity ? [both] : [both, { ...open, quantity: rounded(open.quantity - part) }]
  })
  return { state: { ...state, transit }, left }
}

const depart = (state: BatchState, step: Step, quantity: number, { places }: CustodyContext, passed: boolean): { state: BatchState; left: number } => {
  const from = sourceParty(step.event, places)
  const now = leaving(step, from, quantity, places, passed)
  const known = sameJourney(state, now)
  if (known.left <= 0) return known
  const there = checkedStock(known.state, from, known.left, step.event)
  const checked = passed ? there : checkedHolds(there, from, known.left, step.event)
  return { state: { ...checked, transit: [...checked.transit, { ...now, quantity: known.left }] }, left: known.left }
}

/** shipping, departing: the stock stays the shipper's until receipt. */
export const shipLot: BatchRule = (state, step, quantity, context) => depart(state, step, quantity, context, false).state

/** consigning: the stock is the recipient's at once, with what stands against it. */
export const consignLot: BatchRule = (state, step, quantity, context) => {
  const { event, via } = step
  const [from, to] = [sourceParty(event, context.places), destinationParty(event, context.places)]
  const gone = depart(state, step, quantity, context, true)
  if (gone.left <= 0) return gone.state
  const taken = takeOn(gone.state, from, siteOf(event, from, context.places), gone.left, event, { owner: to })
  return atHands(putParts(taken, to, context.places.mainSite(to), event.eventTime, { owner: event.owner }), via, to)
}

/**
 * The part of each journey that ends, up to the quantity: those of the lowest rank first, of these the oldest. Those
 * without a rank go on.
 */
export const settle = (state: BatchState, rankOf: (transit: LotTransit) => number | undefined, quantity: number): { rest: BatchState; ended: LotTransit[] } => {
  const order = state.transit.map((transit, index) => ({ transit, index, rank: rankOf(transit) ?? Infinity }))
    .filter(({ rank }) => rank < Infinity).sort((one, other) => one.rank - other.rank || one.index - other.index)
  const parts = new Map<number, number>()
  let left = quantity
  for (const { transit, index } of order) {
    const part = Math.min(left, transit.quantity)
    left = rounded(left - part)
    parts.set(index, part)
  }
  const transit = state.transit.flatMap((open, index) => {
    const rest = rounded(open.quantity - (parts.get(index) ?? 0))
    return rest > 0 ? [{ ...open, quantity: rest }] : []
  })
  const ended = order.flatMap(({ transit: open, index }) => ((parts.get(index) ?? 0) > 0 ? [{ ...open, quantity: parts.get(index) ?? 0 }] : []))
  return { rest: { ...state, transit }, ended }
}

/** What arrives by itself came out of the carton that it left in. */
export const unpackedOnArrival = (state: BatchState, ended: readonly LotTransit[], via: string | undefined): BatchState =>
  ended.reduce((after, transit) => (transit.via === undefined || transit.via === via ? after : outOfCarton(after, transit.via, transit.quantity)), state)

const takeBack = (state: BatchState, transit: LotTransit, { eventTime }: CustodyEvent, { places }: CustodyContext): BatchState => {
  if (!transit.passed) return state
  const taken = takeParts(state, transit.to, places.mainSite(transit.to), transit.quantity, eventTime, { owner: transit.owner ?? transit.from })
  return atHands(putParts(taken, transit.from, transit.site, eventTime), transit.via, transit.from)
}

/** void_shipping: so many of the shipper's units did not leave. */
export const voidLotShipping: BatchRule = (state, { event, via }, quantity, context) => {
  const from = sourceParty(event, context.places)
  const rankOf = (transit: LotTransit): number | undefined => {
    if (transit.from !== from || (event.to !== undefined && transit.to !== event.to) || (via !== undefined && transit.via !== via)) return undefined
    return transit.document !== undefined && transit.document === event.document ? 1 : 2
  }
  const { rest, ended } = settle(state, rankOf, quantity)
  const back = ended.reduce((after, transit) => takeBack(after, transit, event, context), rest)
  return total(ended) < quantity ? withFinding(back, 'NOTHING_TO_VOID', event) : back
}
