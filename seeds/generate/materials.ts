import type { BatchSeed, ThingSeed } from '../history.ts'
import { components, makers, mainSite, rawMaterials, suppliers } from './cast.ts'
import { type Chunk, day, dayOf, hour } from './chunk.ts'
import type { Plan } from './plan.ts'

export interface RawLot {
  readonly key: string
  readonly index: number
  readonly maker: number
}

export const rawLotNumber = (plan: Plan, index: number): string => `R${plan.tag}-${String(index + 1).padStart(4, '0')}`
export const rawMaterialOf = (index: number): string => rawMaterials[index % rawMaterials.length]?.di ?? ''

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length]
  if (item === undefined) throw new RangeError('Nothing there')
  return item
}

const epc = (batch: string, quantity: number, measure: string): ThingSeed => ({ role: 'EPC', batch, quantity, measure })

/** A supplier's lot: made, inspected, shipped, received by the manufacturer. */
export const tellRawLot = (chunk: Chunk, plan: Plan, index: number, serials: number, madeAt: number): RawLot => {
  const supplier = at(suppliers, index)
  const maker = at(makers, index)
  const lotNumber = rawLotNumber(plan, index)
  const quantity = 100 + Math.ceil(serials / 15)
  const batch: BatchSeed = {
    key: `raw-${index}`, product: rawMaterialOf(index), lotNumber, kind: 'RAW', madeBy: supplier, suppliedBy: supplier, madeAt: mainSite(supplier),
    manufacturedOn: dayOf(madeAt), quantity, unit: 'KGM',
  }
  chunk.batches.push(batch)
  chunk.tell('commissioning', madeAt, supplier, [epc(batch.key, quantity, 'KGM')], { action: 'ADD', disposition: 'active' })
  chunk.tell('inspecting', madeAt + 4 * hour, supplier, [{ role: 'EPC', batch: batch.key }], { disposition: 'conformant' })
  chunk.send([epc(batch.key, quantity, 'KGM')], supplier, maker, madeAt + 5 * day, madeAt + 7 * day)
  return { key: batch.key, index, maker: index % makers.length }
}

/** A manufacturer's own lot of parts, made of one raw lot. */
export const tellComponentLot = (chunk: Chunk, plan: Plan, raw: RawLot, number: number, pieces: number, madeAt: number): string => {
  const maker = at(makers, raw.maker)
  const key = `component-${raw.index}-${number}`
  const batch: BatchSeed = {
    key, product: at(components, raw.maker).di, lotNumber: `C${plan.tag}-${raw.index + 1}-${number}`, kind: 'COMPONENT', madeBy: maker, madeAt: mainSite(maker),
    manufacturedOn: dayOf(madeAt), quantity: pieces, unit: 'EA',
  }
  chunk.batches.push(batch)
  const input: ThingSeed = { role: 'INPUT', batch: raw.key, quantity: Math.ceil(pieces / 10) / 10, measure: 'KGM' }
  chunk.tell('commissioning', madeAt, maker, [{ role: 'OUTPUT', batch: key, quantity: pieces, measure: 'EA' }, input], { type: 'TRANSFORMATION', disposition: 'active' })
  return key
}
