import { added, blockedIn, cellsOf, parted, usableIn, within } from './batch-marks.rules.ts'
import type { CustodyContext, CustodyEvent, Step } from './custody-event.type.ts'
import type { BatchState, Cell, Hold, LotUse, Marks } from './custody-state.type.ts'
import { rounded } from './rounded.ts'
import { withFinding } from './serial-changes.rules.ts'

/** What one kind of event does to the units of a lot: `quantity` of them. */
export type BatchRule = (state: BatchState, step: Step, quantity: number, context: CustodyContext) => BatchState

/** Where units are counted: whose hands, which place, and whose they are where they are another's. */
export interface Place {
  readonly organization: string
  readonly site: string
  readonly owner?: string | undefined
}

const isAt = ({ organization, site, owner }: Place) => (other: Place): boolean => other.organization === organization && other.site === site && other.owner === owner

/** Adds units to a place, some of them held, or takes them away where `quantity` is negative. An empty cell is dropped. */
export const changeCell = (state: BatchState, { organization, site, owner }: Place, quantity: number, at: string, marks?: Marks): BatchState => {
  const cell = state.cells.find(isAt({ organization, site, owner }))
  const others = state.cells.filter((other) => other !== cell)
  const left = rounded((cell?.quantity ?? 0) + quantity)
  const blocked = cell?.blocked || marks ? within(added(cell?.blocked, marks), left) : undefined
  return { ...state, cells: left === 0 ? others : [...others, { organization, site, quantity: left, since: cell?.since ?? at, ...(blocked && { blocked }), ...(owner !== undefined && { owner }) }] }
}

/** Units out of somebody's hands: whose they were, and what stood against some of them. */
export interface Part {
  readonly quantity: number
  readonly owner?: string | undefined
  readonly marks?: Marks | undefined
}

export interface Taken {
  readonly state: BatchState
  readonly parts: readonly Part[]
}

const usableOf = (cell: Cell, most: number): Part => ({ quantity: Math.max(0, Math.min(most, usableIn(cell))), owner: cell.owner })

const blockedOf = ({ blocked, owner }: Cell, most: number): Part => {
  const marks = parted(blocked, most, 'WORST').part
  return { quantity: blockedIn(marks), owner, marks }
}

const without = (state: BatchState, cell: Cell, { quantity, marks }: Part, at: string): BatchState => {
  const blocked = marks === undefined ? cell.blocked : parted(cell.blocked, quantity, 'WORST').rest
  return changeCell({ ...state, cells: state.cells.map((one) => (one === cell ? { ...cell, blocked } : one)) }, cell, -quantity, at)
}

/** Which units go first. */
export interface Choice {
  /** Those that are held, where these are meant. */
  readonly held?: boolean | undefined
  /** Of whose they are. */
  readonly owner?: string | undefined
}

/**
 * Takes units from an organization: from the site named, then from its other sites in the order of their ids, since
 * reports seldom name the shelf; usable ones before those that are held, and its own before those that are another's,
 * unless others are chosen. What it does not have makes the first site's stock negative.
 */
export const takeParts = (state: BatchState, organization: string, site: string, quantity: number, at: string, { held, owner }: Choice = {}): Taken => {
  let left = quantity
  let after = state
  const parts: Part[] = []
  for (const some of held === true ? [blockedOf, usableOf] : [usableOf, blockedOf]) {
    for (const cell of cellsOf(after, organization, site, owner)) {
      const part = some(cell, left)
      if (part.quantity === 0) continue
      after = without(after, cell, part, at)
      parts.push(part)
      left = rounded(left - part.quantity)
    }
  }
  return left > 0 ? { state: changeCell(after, { organization, site }, -left, at), parts: [...parts, { quantity: left }] } : { state: after, parts }
}

/** The same where nobody gets them. */
export const take = (state: BatchState, organization: string, site: string, quantity: number, at: string, choice?: Choice): BatchState =>
  takeParts(state, organization, site, quantity, at, choice).state

/** What is said of units where they arrive; else they are whose they were, and what stood against them stands. */
export interface Told {
  readonly owner?: string | undefined
  readonly hold?: Hold | undefined
}

/** Puts units into somebody's hands. */
export const putParts = ({ state, parts }: Taken, organization: string, site: string, at: string, { owner, hold }: Told = {}): BatchState =>
  parts.reduce((after, part) => {
    const whose = owner ?? part.owner
    return changeCell(after, { organization, site, owner: whose === organization ? undefined : whose }, part.quantity, at, hold === undefined ? part.marks : { [hold]: part.quantity })
  }, state)

/** It goes back, or is waste: whatever stands against it, it may. */
const harmless = new Set(['returned', 'non_sellable_other'])

/** What is moved on, sold or used although it is held: kept, since it happened, and a finding. */
export const withBlocked = <State extends Pick<BatchState, 'findings'>>(state: State, isBlocked: boolean, event: CustodyEvent): State =>
  isBlocked && !harmless.has(event.disposition ?? '') ? withFinding(state, 'MOVED_THOUGH_BLOCKED', event) : state

/** Takes units to be used, sold or passed on. */
export const takeOn = (state: BatchState, organization: string, site: string, quantity: number, event: CustodyEvent, choice?: Choice): Taken => {
  const { state: after, parts } = takeParts(state, organization, site, quantity, event.eventTime, choice)
  return { state: withBlocked(after, parts.some(({ marks }) => marks !== undefined), event), parts }
}

/** What an organization has of it, over all its sites. */
export const heldBy = (state: BatchState, organization: string): number =>
  rounded(state.cells.reduce((sum, cell) => sum + (cell.organization === organization ? cell.quantity : 0), 0))

/** Counts units as used at a site, by whose they were until then. */
export const withUse = (state: BatchState, place: Place, quantity: number, event: CustodyEvent): BatchState => {
  const before = state.used.find(isAt(place))
  const { organization, site, owner } = place
  const use: LotUse = { organization, site, quantity: rounded((before?.quantity ?? 0) + quantity), on: event.eventTime, ...(owner !== undefined && { owner }) }
  return { ...state, used: [...state.used.filter((one) => one !== before), use] }
}
