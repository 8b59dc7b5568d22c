import { type BatchEdge, batchEdges, type BatchEdges, type BatchReach, inventoryKey } from '../custody/batch-edges.rules.ts'
import { type BatchTally, countSerial, newTally } from '../custody/batch-tally.rules.ts'
import type { BatchState, SerialState } from '../custody/custody-state.type.ts'
import { holdNames } from '../custody/serial-changes.rules.ts'
import type { StoredBatch } from './batch-invariants.cypher.ts'
import { type Breach, difference, kept, unordered } from './breach.ts'
import type { StoredSerial } from './serial-invariants.cypher.ts'

type Nullable<T> = { readonly [K in keyof T]: T[K] | null }

const nameOf = ({ id, udi }: StoredBatch): string => `${id} ${udi}`

const plain = (edges: readonly BatchEdge[]) => unordered(edges.map(({ one, other, serials, quantity, at, part }) => [one, other, serials, quantity, at ?? null, part ?? null]))

const perPlace = (rule: string, thing: string, found: readonly BatchEdge[], expected: readonly BatchEdge[]): Breach[] => {
  const placeOf = ({ one, other, owner }: BatchEdge): string => [one, other, ...(owner ? [`of ${owner}`] : [])].join(' ')
  const places = new Set([...found, ...expected].map(placeOf))
  const at = (edges: readonly BatchEdge[], place: string) => plain(edges.filter((edge) => placeOf(edge) === place)).map(([, , ...facts]) => facts)
  return [...places].flatMap((place) => difference(rule, `${thing} at ${place}`, at(found, place), at(expected, place)))
}

const against = (batch: StoredBatch, edges: BatchEdges): Breach[] => {
  const thing = nameOf(batch)
  const reach = (list: readonly Nullable<BatchReach>[]) =>
    unordered(list.map(({ organization, serials, from, until }) => [organization, serials, from ?? null, until ?? null]))
  return [
    ...difference('batch.serialCount', thing, batch.serialCount, edges.serialCount),
    ...perPlace('batch.stock', thing, batch.stocked, edges.stocked),
    ...perPlace('batch.transit', thing, batch.transit, edges.transit),
    ...perPlace('batch.usage', thing, batch.used, edges.used),
    ...difference('batch.passed', thing, reach(batch.passed), reach(edges.reached)),
  ]
}

const negative = (batch: StoredBatch): Breach[] => {
  const short = batch.stocked.filter(({ quantity }) => quantity < 0)
  if (short.length === 0 || batch.openFindings.includes('NEGATIVE_STOCK')) return []
  return [{ rule: 'batch.negative', thing: nameOf(batch), found: short.map(({ other, quantity }) => `${quantity} at ${other}`).join(), expected: 'an open finding NEGATIVE_STOCK' }]
}

const keys = (batch: StoredBatch): Breach[] => {
  const key = inventoryKey({ expiresOn: batch.expiresOn, di: batch.products[0]?.di ?? '', lotNumber: batch.lotNumber })
  return batch.stocked.flatMap((edge) => difference('STOCKED_AT properties', `${nameOf(batch)} at ${edge.other}`, { site: edge.site, key: edge.key }, { site: edge.other, key: edge.quantity === 0 ? null : key }))
}

/** The counts that the relationships of a batch's serials, as stored, add up to: stock must equal custody even where both are wrong. */
const storedTally = (serials: readonly StoredSerial[]): BatchTally => {
  const tally = newTally()
  for (const { held, stored, transit, used, passed } of serials) {
    const [holder, place, journey, usage] = [held[0], stored[0], transit[0], used[0]]
    countSerial(tally, {
      holder: holder?.to, since: holder?.since ?? '', site: place?.to, passed,
      transit: journey && { ...journey, returned: false }, usage: usage && { ...usage, kind: 'CONSUMED' },
      status: 'MADE', holds: [], findings: [],
    })
  }
  return tally
}

const countOf = (edges: readonly BatchEdge[]) => unordered(edges.filter(({ serials }) => serials > 0).map(({ one, other, serials }) => [one, other, serials]))

const countedAs = (batch: StoredBatch, serials: readonly StoredSerial[]): Breach[] => {
  const { stocked, transit, used } = batchEdges(storedTally(serials), { status: 'MADE', holds: [], cells: [], transit: [], used: [], inside: {}, tenures: [], findings: [] })
  return [
    ...difference('batch.serials in stock', nameOf(batch), countOf(batch.stocked), countOf(stocked)),
    ...difference('batch.serials in transit', nameOf(batch), countOf(batch.transit), countOf(transit)),
    ...difference('batch.serials used', nameOf(batch), countOf(batch.used), countOf(used)),
  ]
}

/** Where a stored batch is not what its events and its serials say. */
export const checkBatch = (batch: StoredBatch, state: BatchState, serials: readonly StoredSerial[], states: readonly SerialState[]): Breach[] => {
  const tally = newTally()
  for (const serial of states) countSerial(tally, serial)
  const thing = nameOf(batch)
  return [
    ...(batch.products.length === 1 ? [] : [{ rule: 'batch.product', thing, found: batch.products.map(({ id }) => id).join() || 'none', expected: 'one product' }]),
    ...difference('batch.status', thing, batch.status, state.status),
    ...difference('batch.holds', thing, [...batch.holds].sort(), holdNames(state.holds)),
    ...difference('batch.head', thing, batch.head, state.head ?? null),
    ...kept('batch.custody', thing, batch.custody, state),
    ...against(batch, batchEdges(tally, state)), ...countedAs(batch, serials), ...keys(batch), ...negative(batch),
  ]
}
