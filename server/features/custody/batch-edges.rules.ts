import { rounded } from './rounded.ts'
import { blockedIn } from './batch-marks.rules.ts'
import type { BatchTally, SerialCount } from './batch-tally.rules.ts'
import type { BatchState } from './custody-state.type.ts'

/**
 * A derived relationship of a batch: serials and units together. `one` and `other` are organization and site, or sender
 * and recipient. `at` is told of units only: each serial has its own.
 */
export interface BatchEdge {
  readonly one: string
  readonly other: string
  readonly serials: number
  readonly quantity: number
  readonly at?: string
  /** Of the units, so many that are held where they are, or go back where they are on their way. Absent where none. */
  readonly part?: number
  /** Of stock: whose it is, where that is not who has it. */
  readonly owner?: string
}

/** That an organization has or had any of it: so many serials, and units from when until when (open: still). */
export interface BatchReach {
  readonly organization: string
  readonly serials: number
  readonly from?: string
  readonly until?: string
}

export interface BatchEdges {
  readonly unit: string
  readonly serialCount: number
  readonly stocked: readonly BatchEdge[]
  readonly transit: readonly BatchEdge[]
  readonly used: readonly BatchEdge[]
  readonly reached: readonly BatchReach[]
}

interface Units {
  readonly one: string
  readonly other: string
  readonly quantity: number
  readonly at: string
  readonly part?: number
  readonly owner?: string | undefined
}

/** What tells two edges of a batch of one kind apart. */
export const edgeKey = ({ one, other, owner = '' }: { readonly one: string; readonly other: string; readonly owner?: string | undefined }): string => `${one}|${other}|${owner}`

const merged = (counts: Iterable<SerialCount>, units: readonly Units[], choose: (one: string, other: string) => string): BatchEdge[] => {
  const edges = new Map<string, BatchEdge>()
  for (const { one, other, serials } of counts) edges.set(edgeKey({ one, other }), { one, other, serials, quantity: 0 })
  for (const { one, other, quantity, at, part = 0, owner } of units) {
    const edge = edges.get(edgeKey({ one, other, owner })) ?? { one, other, serials: 0, quantity: 0, ...(owner !== undefined && { owner }) }
    const parts = rounded((edge.part ?? 0) + part)
    edges.set(edgeKey(edge), { ...edge, quantity: rounded(edge.quantity + quantity), at: edge.at === undefined ? at : choose(edge.at, at), ...(parts > 0 && { part: parts }) })
  }
  return [...edges.values()].filter(({ serials, quantity }) => serials !== 0 || quantity !== 0)
}

const earliest = (one: string, other: string): string => (one < other ? one : other)
const latest = (one: string, other: string): string => (one > other ? one : other)

const reachOf = (tally: BatchTally, state: BatchState): BatchReach[] => {
  const reach = new Map([...tally.reached].map(([organization, serials]): [string, BatchReach] => [organization, { organization, serials }]))
  for (const tenure of state.tenures) reach.set(tenure.organization, { serials: reach.get(tenure.organization)?.serials ?? 0, ...tenure })
  return [...reach.values()].filter(({ serials, from }) => serials !== 0 || from !== undefined)
}

/** STOCKED_AT, IN_TRANSIT, USED_AT and PASSED of a batch, from its serials and its units without serial numbers. */
export const batchEdges = (tally: BatchTally, state: BatchState): BatchEdges => ({
  unit: state.unit ?? 'EA',
  serialCount: tally.serials,
  stocked: merged(tally.stocked.values(), state.cells.map(({ organization, site, quantity, since, blocked, owner }) => ({ one: organization, other: site, quantity, at: since, part: blockedIn(blocked), owner })), earliest),
  transit: merged(tally.transit.values(), state.transit.map(({ from, to, quantity, since, returned }) => ({ one: from, other: to, quantity, at: since, part: returned ? quantity : 0 })), earliest),
  used: merged(tally.used.values(), state.used.map(({ organization, site, quantity, on }) => ({ one: organization, other: site, quantity, at: on })), latest),
  reached: reachOf(tally, state),
})

/** Inventory order, first expired first: by expiry, product, lot, serial number. */
export const inventoryKey = (thing: { expiresOn?: string | null; di: string; lotNumber?: string | null; serialNumber?: string | null }): string =>
  `${thing.expiresOn ?? '9999-12-31'}|${thing.di}|${thing.lotNumber ?? ''}|${thing.serialNumber ?? ''}`
