import { added, blockedIn, cellsOf, parted, usableIn, within } from './batch-marks.rules.ts'
import type { CustodyContext, CustodyEvent, Step } from './custody-event.type.ts'
import type { BatchState, Cell, LotUse, Marks } from './custody-state.type.ts'
import { rounded } from './rounded.ts'
import { withFinding } from './serial-changes.rules.ts'

/** What one kind of event does to the units of a lot: `quantity` of them. */
export type BatchRule = (state: BatchState, step: Step, quantity: number, context: CustodyContext) => BatchState

const isCell = (organization: string, site: string) => (cell: Cell): boolean => cell.organization === organization && cell.site === site

/** Adds units to a site of an organization, some of them held, or takes them away where `quantity` is negative. An empty cell is dropped. */
export const changeCell = (state: BatchState, organization: string, site: string, quantity: number, at: string, marks?: Marks): BatchState => {
  const cell = state.cells.find(isCell(organization, site))
  const others = state.cells.filter((other) => other !== cell)
  const left = rounded((cell?.quantity ?? 0) + quantity)
  const blocked = cell?.blocked || marks ? within(added(cell?.blocked, marks), left) : undefined
  return { ...state, cells: left === 0 ? others : [...others, { organization, site, quantity: left, since: cell?.since ?? at, ...(blocked && { blocked }) }] }
}

/** Units out of an organization's hands, and what stood against some of them. */
export interface Taken {
  readonly state: BatchState
  readonly marks: Marks | undefined
}

const takeUsable = ({ state, marks }: Taken, cell: Cell, most: number, at: string): Taken & { readonly taken: number } => {
  const taken = Math.max(0, Math.min(most, usableIn(cell)))
  return { state: taken > 0 ? changeCell(state, cell.organization, cell.site, -taken, at) : state, marks, taken }
}

const takeBlocked = (before: Taken, cell: Cell, most: number, at: string): Taken & { readonly taken: number } => {
  const { part, rest } = parted(cell.blocked, most, 'WORST')
  const taken = blockedIn(part)
  if (taken === 0) return { ...before, taken }
  const freed = { ...before.state, cells: before.state.cells.map((one) => (isCell(cell.organization, cell.site)(one) ? { ...one, blocked: rest } : one)) }
  return { state: changeCell(freed, cell.organization, cell.site, -taken, at), marks: added(before.marks, part), taken }
}

/**
 * Takes units from an organization: from the site named, then from its other sites in the order of their ids, since
 * reports seldom name the shelf; usable ones before those that are held, unless it is these that go. What it does not
 * have makes the first site's stock negative.
 */
export const takeMarked = (state: BatchState, organization: string, site: string, quantity: number, at: string, first: 'USABLE' | 'HELD' = 'USABLE'): Taken => {
  let left = quantity
  let after: Taken = { state, marks: undefined }
  for (const takeSome of first === 'USABLE' ? [takeUsable, takeBlocked] : [takeBlocked, takeUsable]) {
    for (const cell of cellsOf(after.state, organization, site)) {
      const { taken, ...next } = takeSome(after, cell, left, at)
      after = next
      left = rounded(left - taken)
    }
  }
  return left > 0 ? { ...after, state: changeCell(after.state, organization, site, -left, at) } : after
}

/** The same where nobody gets them. */
export const take = (state: BatchState, organization: string, site: string, quantity: number, at: string, first?: 'USABLE' | 'HELD'): BatchState =>
  takeMarked(state, organization, site, quantity, at, first).state

/** It goes back, or is waste: whatever stands against it, it may. */
const harmless = new Set(['returned', 'non_sellable_other'])

/** What is moved on, sold or used although it is held: kept, since it happened, and a finding. */
export const withBlocked = <State extends Pick<BatchState, 'findings'>>(state: State, isBlocked: boolean, event: CustodyEvent): State =>
  isBlocked && !harmless.has(event.disposition ?? '') ? withFinding(state, 'MOVED_THOUGH_BLOCKED', event) : state

/** Takes units to be used, sold or passed on. */
export const takeOn = (state: BatchState, organization: string, site: string, quantity: number, event: CustodyEvent): Taken => {
  const { state: after, marks } = takeMarked(state, organization, site, quantity, event.eventTime)
  return { state: withBlocked(after, marks !== undefined, event), marks }
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
