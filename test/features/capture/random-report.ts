import type { Chance } from '../../../seeds/generate/chance.ts'
import type { NewEvent } from '../../../server/features/custody/capture/report.type.ts'
import type { ThingRole } from '../../../server/features/custody/custody-event.type.ts'
import type { CaptureBench } from './capture-kit.ts'

export interface Cast {
  readonly serials: readonly string[]
  readonly lots: readonly string[]
  readonly units: readonly string[]
}

const parties = ['MAKER', 'TRADER', 'CLINIC']
const bizSteps = [
  'shipping', 'shipping', 'receiving', 'receiving', 'consigning', 'void_shipping', 'storing', 'implanting', 'explanting', 'dispensing', 'destroying',
  'inspecting', 'holding', 'retail_selling', 'picking', 'cycle_counting',
]

type Things = NewEvent['things']

const of = (role: ThingRole, ids: readonly string[]): Things => ids.map((id) => ({ id, role }))
const some = (chance: Chance, ids: readonly string[], most: number): string[] => [...new Set(Array.from({ length: 1 + chance.below(most) }, () => chance.pick(ids)))]

const objects = (chance: Chance, { serials, lots, units }: Cast): Things => [
  ...of('EPC', some(chance, serials, 3)),
  ...(chance.isUnder(0.4) ? [{ id: chance.pick(lots), role: 'EPC' as const, quantity: 1 + chance.below(9), unit: 'EA' }] : []),
  ...(chance.isUnder(0.3) ? of('EPC', [chance.pick(units)]) : []),
]

const packed = (chance: Chance, { serials, lots, units }: Cast): Partial<NewEvent> => {
  const [parent = '', child = ''] = some(chance, units, 4)
  const deletes = chance.isUnder(0.4)
  const children = [...of('CHILD', some(chance, serials, 3)), ...(chance.isUnder(0.3) ? [{ id: chance.pick(lots), role: 'CHILD' as const, quantity: 1 + chance.below(4), unit: 'EA' }] : []),
    ...(child !== '' && child > parent ? of('CHILD', [child]) : [])]
  return { type: 'AGGREGATION', action: deletes ? 'DELETE' : 'ADD', bizStep: deletes ? 'unpacking' : 'packing', things: [...of('PARENT', [parent]), ...(deletes && chance.isUnder(0.5) ? [] : children)] }
}

const built = (chance: Chance, { serials }: Cast): Partial<NewEvent> => {
  const [parent = '', child = ''] = [...some(chance, serials, 1), ...some(chance, serials, 1)].sort()
  const deletes = chance.isUnder(0.4)
  const things = [...of('PARENT', [parent]), ...(deletes && chance.isUnder(0.3) ? [] : of('CHILD', [child]))]
  return { type: 'ASSOCIATION', action: deletes ? 'DELETE' : 'ADD', bizStep: deletes ? 'removing' : 'assembling', things: parent === child ? of('PARENT', [parent]) : things }
}

/** Nonsense as often as sense: any step by anyone with anything, several in an hour, so that times are often the same. */
export const randomEvent = (chance: Chance, cast: Cast, bench: CaptureBench): NewEvent => {
  const bizStep = chance.pick(bizSteps)
  const [from, to] = [chance.pick(parties), chance.pick(parties)]
  const moves = ['shipping', 'consigning'].includes(bizStep) || (['receiving', 'retail_selling'].includes(bizStep) && chance.isUnder(0.5))
  const kind = chance.below(10)
  const event = bench.event(10 + chance.below(40), bizStep, objects(chance, cast), {
    site: `${chance.pick(parties)}-${chance.pick(['MAIN', 'STORE'])}`, reportedBy: from, ...(moves && { from, to }), ...(chance.isUnder(0.1) && { owner: chance.pick(parties) }),
    ...(chance.isUnder(0.2) && { disposition: chance.pick(['returned', 'conformant', 'non_conformant', 'damaged', 'available', 'recalled', 'stolen']) }),
  })
  if (kind < 2) return { ...event, ...packed(chance, cast) }
  return kind < 3 ? { ...event, ...built(chance, cast) } : event
}
