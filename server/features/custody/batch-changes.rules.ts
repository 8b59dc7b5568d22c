import type { CustodyContext, CustodyEvent, Step } from './custody-event.type.ts'
import type { BatchState, Cell, LotUse } from './custody-state.type.ts'

/** What one kind of event does to the units of a lot: `quantity` of them. */
export type BatchRule = (state: BatchState, step: Step, quantity: number, context: CustodyContext) => BatchState

/** Sums of decimal fractions drift (0.1 + 0.2); nine places are below any measure in use. */
export const rounded = (quantity: number): number => Math.round(quantity * 1e9) / 1e9

const isCell = (organization: string, site: string) => (cell: Cell): boolean => cell.organization === organization && cell.site === site

/** Adds units to a site of an organization, or takes them away where `quantity` is negative. An empty cell is dropped. */
export const changeCell = (state: BatchState, organization: string, site: string, quantity: number, at: string): BatchState => {
  const cell = state.cells.find(isCell(organization, site))
  const others = state.cells.filter((other) => other !== cell)
  const left = rounded((cell?.quantity ?? 0) + quantity)
  return { ...state, cells: left === 0 ? others : [...others, { organization, site, quantity: left, since: cell?.since ?? at }] }
}

const cellsOf = (state: BatchState, organization: string, first: string): Cell[] =>
  state.cells
    .filter((cell) => cell.organization === organization && cell.quantity > 0)
    .sort((one, other) => Number(other.site === first) - Number(one.site === first) || (one.site < other.site ? -1 : 1))

/**
 * Takes units from an organization: from the site named, then from its other sites in the order of their ids, since
 * reports seldom name the shelf. What it does not have makes the first site's stock negative.
 */
export const take = (state: BatchState, organization: string, site: string, quantity: number, at: string): BatchState => {
  let left = quantity
  let after = state
  for (const cell of cellsOf(state, organization, site)) {
    const taken = Math.min(left, cell.quantity)
    after = changeCell(after, organization, cell.site, -taken, at)
    left = rounded(left - taken)
  }
  return left > 0 ? changeCell(after, organization, site, -left, at) : after
}

/** What an organization has of it, over all its sites. */
export const heldBy = (state: BatchState, organization: string): number =>
  rounded(state.cells.reduce((sum, cell) => sum + (cell.organization === organization ? cell.quantity : 0), 0))

/** Counts units as used at a site. */
export const withUse = (state: BatchState, organization: string, site: string, quantity: number, event: CustodyEvent): BatchState => {
  const same = (use: LotUse): boolean => use.organization === organization && use.site === site
  const before = state.used.find(same)?.quantity ?? 0
  return { ...state, used: [...state.used.filter((use) => !same(use)), { organization, site, quantity: rounded(before + quantity), on: event.eventTime }] }
}
