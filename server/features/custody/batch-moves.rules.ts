import { type BatchRule, heldBy, putParts, takeParts } from './batch-changes.rules.ts'
import { total } from './batch-journeys.rules.ts'
import type { CustodyEvent } from './custody-event.type.ts'
import type { Cell } from './custody-state.type.ts'
import { actingParty, siteOf } from './party.rules.ts'
import { rounded } from './rounded.ts'
import { withFinding } from './serial-changes.rules.ts'

const putAside = /^(non_sellable|non_conformant|damaged|returned|needs_replacement|expired|recalled)/

/** storing, stocking: from other places of the same organization, its main one first; those that are held where it says that they are put aside. */
export const storeLot: BatchRule = (state, { event }, quantity, { places }) => {
  const { site, eventTime, disposition = '' } = event
  const organization = site === undefined ? undefined : places.operator(site)
  if (site === undefined || organization === undefined) return withFinding(state, 'SEEN_ELSEWHERE', event)
  const isElsewhere = (cell: Cell): boolean => cell.organization === organization && cell.site !== site && cell.quantity > 0
  const elsewhere = { ...state, cells: state.cells.filter(isElsewhere) }
  const moved = Math.min(quantity, heldBy(elsewhere, organization))
  const { state: left, parts } = takeParts(elsewhere, organization, places.mainSite(organization), moved, eventTime, { held: putAside.test(disposition) })
  const gathered = { ...state, cells: [...state.cells.filter((cell) => !isElsewhere(cell)), ...left.cells] }
  const placed = putParts({ state: gathered, parts }, organization, site, eventTime)
  return moved < quantity ? withFinding(placed, 'SEEN_ELSEWHERE', event) : placed
}

const isAtPlace = ({ site }: CustodyEvent, place: string) => (one: { readonly site: string }): boolean => site === undefined || one.site === place

/**
 * cycle_counting, stock_taking: moves nothing. Announced and not there, counted by another than who has some, or another
 * number than is there is a finding; what was sent off and not received may be there still, or not.
 */
export const countLot: BatchRule = (state, { event, via }, quantity, { places }) => {
  if (event.disposition === 'unavailable') return withFinding(state, 'NOT_DELIVERED', event)
  const by = actingParty(event, places)
  if (heldBy(state, by) <= 0) return withFinding(state, 'SEEN_ELSEWHERE', event)
  if (via !== undefined) return state
  const here = isAtPlace(event, siteOf(event, by, places))
  const there = total(state.cells.filter((cell) => cell.organization === by && here(cell)))
  const leaving = total(state.transit.filter((transit) => transit.from === by && !transit.passed && here(transit)))
  return quantity > there || quantity < rounded(there - leaving) ? withFinding(state, 'COUNT_DIFFERS', event) : state
}
