import { block } from './batch-marks.rules.ts'
import { type BatchRule, putParts, takeParts } from './batch-changes.rules.ts'
import { agree, settle, total, unpackedOnArrival } from './batch-journeys.rules.ts'
import { atHands } from './batch-packed.rules.ts'
import type { CustodyContext, CustodyEvent, Places, Step } from './custody-event.type.ts'
import type { BatchState, Hold, LotArrival, LotTransit } from './custody-state.type.ts'
import { destinationParty, siteOf } from './party.rules.ts'
import { rounded } from './rounded.ts'
import { withFinding } from './serial-changes.rules.ts'

/** What a receipt says of the units, and where they are now. */
interface Arriving {
  readonly event: CustodyEvent
  readonly via: string | undefined
  readonly to: string
  readonly site: string
  readonly places: Places
}

const asArrived = ({ disposition = '' }: CustodyEvent): Hold | undefined => {
  if (disposition === 'damaged') return 'DAMAGED'
  return disposition.startsWith('mismatch_') ? 'SUSPECT' : undefined
}

const isReturn = ({ disposition }: CustodyEvent): boolean => disposition === 'returned'

/** What stands against units on arrival: what was found then, else that they came back and wait for inspection. */
const holdOf = (event: CustodyEvent, returned: boolean): Hold | undefined => asArrived(event) ?? (returned ? 'QUARANTINED' : undefined)

const land = (state: BatchState, transit: LotTransit, { event, to, site, places }: Arriving): BatchState => {
  // Consigned units are the recipient's already, booked at its main site; receipt tells where they are.
  const [giver, place] = transit.passed ? [transit.to, places.mainSite(transit.to)] : [transit.from, transit.site]
  // Who gets back what is its own gets that, and nothing of the giver's.
  const taken = takeParts(state, giver, place, transit.quantity, event.eventTime, { held: transit.returned === true && !transit.passed, owner: transit.passed ? transit.owner : to })
  return putParts(taken, to, site, event.eventTime, { owner: event.owner ?? transit.owner, hold: holdOf(event, isReturn(event) || transit.returned === true) })
}

const landAll = (state: BatchState, ended: readonly LotTransit[], arriving: Arriving): BatchState =>
  ended.reduce((after, transit) => land(after, transit, arriving), unpackedOnArrival(state, ended, arriving.via))

/** Whoever had them: of a carton who had that, else who is named as sender; from nowhere the hub knows, where nobody is. */
const unannounced = (state: BatchState, quantity: number, { event, via, to, site, places }: Arriving): BatchState => {
  const noted = withFinding(state, 'NO_SHIPMENT', event)
  const giver = (via === undefined ? undefined : state.packedAt?.[via]) ?? event.from
  const taken = giver === undefined || giver === to ? { state: noted, parts: [{ quantity }] } : takeParts(noted, giver, siteOf(event, giver, places), quantity, event.eventTime, { held: isReturn(event), owner: to })
  return putParts(taken, to, site, event.eventTime, { owner: event.owner, hold: holdOf(event, isReturn(event)) })
}

const month = 30 * 86_400_000

const monthBefore = (moment: string): string => new Date(Date.parse(moment) - month).toISOString()

const fits = (event: CustodyEvent, { from, document }: Pick<LotTransit, 'document'> & { readonly from?: string }): boolean =>
  (event.from === undefined || from === undefined || event.from === from) && agree(document, event.document)

const isSameDocument = ({ document }: CustodyEvent, told: { readonly document?: string }): boolean => document !== undefined && told.document === document

/** Of what arrives, how much arrived before by the other one of receiving and accepting: by the same papers, or where none say otherwise. */
const metBefore = (state: BatchState, quantity: number, { event, to }: Arriving): { state: BatchState; left: number } => {
  const announced = state.transit.some((transit) => transit.to === to && isSameDocument(event, transit))
  let left = quantity
  const since = monthBefore(event.eventTime)
  const arrived = (state.arrived ?? []).filter(({ at }) => at >= since).flatMap((arrival): LotArrival[] => {
    const isOther = arrival.to === to && arrival.step !== event.bizStep && fits(event, arrival) && (!announced || isSameDocument(event, arrival))
    const part = isOther ? Math.min(left, arrival.quantity) : 0
    left = rounded(left - part)
    const rest = rounded(arrival.quantity - part)
    return rest > 0 ? [rest === arrival.quantity ? arrival : { ...arrival, quantity: rest }] : []
  })
  const { from, document, bizStep: step = '' } = event
  const now: LotArrival = { to, ...(from !== undefined && { from }), ...(document !== undefined && { document }), step, quantity: left, at: event.eventTime }
  return { state: { ...state, arrived: left > 0 ? [...arrived, now] : arrived }, left }
}

const rankFor = ({ event, via, to }: Arriving) => (transit: LotTransit): number | undefined => {
  if (transit.to !== to || (event.from !== undefined && transit.from !== event.from)) return undefined
  if (via !== undefined) return transit.via === via ? 1 : transit.via === undefined ? 2 : undefined
  const papers = isSameDocument(event, transit) ? 0 : agree(transit.document, event.document) ? 2 : 4
  return papers + (transit.via === undefined ? 0 : 1)
}

/** What was sent to another: the same carton, or under the same papers. */
const strayRank = ({ event, via, to }: Arriving) => (transit: LotTransit): number | undefined =>
  transit.to !== to && (via !== undefined ? transit.via === via : isSameDocument(event, transit) && fits(event, transit)) ? 1 : undefined

/** What was under way arrives, oldest first; then what was under way to another; anything beyond is a receipt without shipment. */
const arrive = (state: BatchState, quantity: number, arriving: Arriving): BatchState => {
  const due = settle(state, rankFor(arriving), quantity)
  const landed = landAll(due.rest, due.ended, arriving)
  const stray = settle(landed, strayRank(arriving), rounded(quantity - total(due.ended)))
  const found = stray.ended.length === 0 ? landed : landAll(withFinding(stray.rest, 'MISROUTED', arriving.event), stray.ended, arriving)
  const beyond = rounded(quantity - total(due.ended) - total(stray.ended))
  return atHands(beyond > 0 ? unannounced(found, beyond, arriving) : found, arriving.via, arriving.to)
}

const foundOnArrival = (state: BatchState, event: CustodyEvent): BatchState => {
  const hold = asArrived(event)
  return hold === undefined ? state : withFinding(state, hold === 'DAMAGED' ? 'RECEIVED_DAMAGED' : 'RECEIVED_MISMATCH', event)
}

/** What is there already stays; only what is found wrong with it is new. */
const judgedAgain = (state: BatchState, quantity: number, { event, to, site }: Arriving): BatchState => {
  const hold = holdOf(event, isReturn(event))
  return hold === undefined || quantity <= 0 ? state : block(state, to, site, quantity, hold).state
}

const isThere = (state: BatchState, { via, to }: Arriving): boolean =>
  via !== undefined && state.packedAt?.[via] === to && !state.transit.some((transit) => transit.via === via)

/** receiving, accepting: custody passes to the receiver, also against the record. What is there already, or arrived by the other of the two, adds nothing. */
export const receiveLot: BatchRule = (state, { event, via }: Step, quantity, { places }: CustodyContext) => {
  const to = destinationParty(event, places)
  const arriving = { event, via, to, site: siteOf(event, to, places), places }
  if (isThere(state, arriving)) return judgedAgain(foundOnArrival(state, event), quantity, arriving)
  const { state: met, left } = via === undefined ? metBefore(state, quantity, arriving) : { state, left: quantity }
  const there = left > 0 ? arrive(met, left, arriving) : met
  return judgedAgain(foundOnArrival(there, event), rounded(quantity - left), arriving)
}
