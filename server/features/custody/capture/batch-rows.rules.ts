import type { BatchEdge, BatchReach } from '../batch-edges.rules.ts'
import { batchEdges, edgeKey, inventoryKey } from '../batch-edges.rules.ts'
import { newBatch } from '../batch-state.rules.ts'
import { type BatchTally, countSerial, newTally } from '../batch-tally.rules.ts'
import type { BatchState, SerialState } from '../custody-state.type.ts'
import { holdNames } from '../serial-changes.rules.ts'
import type { Advance } from './advance.rules.ts'
import type { KnownBatch, KnownThings } from './known-things.ts'

/** Serials more or fewer, and, where its units changed too, all that there are now. */
interface EdgeRow {
  readonly batch: string
  readonly one: string
  readonly other: string
  readonly owner: string | null
  readonly serials: number
  readonly units: { readonly quantity: number; readonly at: string | null; readonly part: number | null } | null
  readonly unit: string
  readonly key: string
}

interface ReachRow {
  readonly batch: string
  readonly organization: string
  readonly serials: number
  readonly tenure: { readonly from: string | null; readonly until: string | null } | null
}

export interface BatchRows {
  /** Batches of which no state was kept: what stands at their edges may be by former rules, and all is told again. */
  readonly retold: readonly { readonly id: string }[]
  readonly states: readonly { readonly id: string; readonly serials: number; readonly properties: object }[]
  readonly stocked: readonly EdgeRow[]
  readonly transit: readonly EdgeRow[]
  readonly used: readonly EdgeRow[]
  readonly reached: readonly ReachRow[]
}

const byKey = (edges: readonly BatchEdge[]): Map<string, BatchEdge> => new Map(edges.map((edge) => [edgeKey(edge), edge]))

const isSame = (was: BatchEdge | undefined, is: BatchEdge | undefined): boolean => was?.quantity === is?.quantity && was?.at === is?.at && was?.part === is?.part

const unitsOf = (edge: BatchEdge | undefined): EdgeRow['units'] => ({ quantity: edge?.quantity ?? 0, at: edge?.at ?? null, part: edge?.part ?? null })

/** The edges on which counts or units differ. */
const differing = (counts: readonly BatchEdge[], before: readonly BatchEdge[], after: readonly BatchEdge[]): Pick<EdgeRow, 'one' | 'other' | 'owner' | 'serials' | 'units'>[] => {
  const [serials, old, now] = [byKey(counts), byKey(before), byKey(after)]
  return [...new Map([...serials, ...old, ...now]).entries()].flatMap(([key, { one, other, owner = null }]) => {
    const [was, is] = [old.get(key), now.get(key)]
    const same = isSame(was, is)
    const more = serials.get(key)?.serials ?? 0
    if (same && more === 0) return []
    return [{ one, other, owner, serials: more, units: same ? null : unitsOf(is) }]
  })
}

const reachDiffering = (counts: readonly BatchReach[], before: readonly BatchReach[], after: readonly BatchReach[]): Omit<ReachRow, 'batch'>[] => {
  const of = (list: readonly BatchReach[], organization: string): BatchReach | undefined => list.find((reach) => reach.organization === organization)
  return [...new Set([...counts, ...before, ...after].map(({ organization }) => organization))].flatMap((organization) => {
    const [was, is] = [of(before, organization), of(after, organization)]
    const same = was?.from === is?.from && was?.until === is?.until
    const serials = of(counts, organization)?.serials ?? 0
    return same && serials === 0 ? [] : [{ organization, serials, tenure: same ? null : { from: is?.from ?? null, until: is?.until ?? null } }]
  })
}

/** How a report changes the counts of each batch's serials. */
export const talliesOf = (advances: ReadonlyMap<string, Advance<SerialState>>, known: KnownThings): Map<string, BatchTally> => {
  const tallies = new Map<string, BatchTally>()
  for (const [id, { before, after }] of advances) {
    const batch = known.serials.get(id)?.batch
    if (batch === null || batch === undefined) continue
    const tally = tallies.get(batch) ?? newTally()
    tallies.set(batch, tally)
    if (before !== undefined) countSerial(tally, before, -1)
    countSerial(tally, after)
  }
  return tallies
}

const stateRow = (id: string, tally: BatchTally | undefined, advance: Advance<BatchState> | undefined): BatchRows['states'][number] => {
  const after = advance?.after
  const properties = after === undefined ? {} : { status: after.status, holds: holdNames(after.holds), head: after.head ?? null, custody: JSON.stringify(after) }
  return { id, serials: tally?.serials ?? 0, properties }
}

const isRetold = ({ state }: KnownBatch, advance: Advance<BatchState> | undefined): boolean => state === undefined && advance?.before !== undefined

const rowsOf = (batch: KnownBatch, tally: BatchTally = newTally(), advance?: Advance<BatchState>): Omit<BatchRows, 'states' | 'retold'> => {
  const counts = batchEdges(tally, newBatch)
  const before = batchEdges(newTally(), isRetold(batch, advance) ? newBatch : advance?.before ?? newBatch)
  const after = batchEdges(newTally(), advance?.after ?? newBatch)
  const about = { batch: batch.id, unit: batch.unit ?? after.unit, key: inventoryKey(batch) }
  const edges = (kind: 'stocked' | 'transit' | 'used'): EdgeRow[] => differing(counts[kind], before[kind], after[kind]).map((edge) => ({ ...edge, ...about }))
  return {
    stocked: edges('stocked'), transit: edges('transit'), used: edges('used'),
    reached: reachDiffering(counts.reached, before.reached, after.reached).map((reach) => ({ ...reach, batch: batch.id })),
  }
}

/** The rows that bring stored batches from what they were to what they are. */
export const batchRows = (tallies: ReadonlyMap<string, BatchTally>, advances: ReadonlyMap<string, Advance<BatchState>>, known: ReadonlyMap<string, KnownBatch>): BatchRows => {
  const ids = [...new Set([...tallies.keys(), ...advances.keys()])]
  const all = ids.flatMap((id) => {
    const batch = known.get(id)
    return batch === undefined ? [] : [rowsOf(batch, tallies.get(id), advances.get(id))]
  })
  return {
    retold: ids.flatMap((id) => {
      const batch = known.get(id)
      return batch !== undefined && isRetold(batch, advances.get(id)) ? [{ id }] : []
    }),
    states: ids.map((id) => stateRow(id, tallies.get(id), advances.get(id))).filter(({ serials, properties }) => serials !== 0 || Object.keys(properties).length > 0),
    stocked: all.flatMap(({ stocked }) => stocked), transit: all.flatMap(({ transit }) => transit),
    used: all.flatMap(({ used }) => used), reached: all.flatMap(({ reached }) => reached),
  }
}
