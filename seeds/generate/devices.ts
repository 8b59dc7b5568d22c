import type { ThingSeed } from '../history.ts'
import { mainSite, makers, serialDevices } from './cast.ts'
import type { Chance } from './chance.ts'
import { type Chunk, day, dayOf, hour } from './chunk.ts'
import { type Plan } from './plan.ts'

/** A finished batch as it leaves the line. */
export interface FinishedBatch {
  readonly key: string
  readonly maker: string
  readonly serials: readonly string[]
  /** When the last of it was inspected. */
  readonly readyAt: number
}

export interface Recipe {
  readonly number: number
  readonly firstSerial: number
  readonly size: number
  readonly maker: number
  readonly inputs: readonly string[]
  readonly madeAt: number
}

const year = 365 * day
const minute = hour / 60

const inputsOf = ([main, other]: readonly string[], size: number): ThingSeed[] => [
  ...(main === undefined ? [] : [{ role: 'INPUT', batch: main, quantity: size, measure: 'EA' } as const]),
  ...(other === undefined ? [] : [{ role: 'INPUT', batch: other, quantity: 5, measure: 'EA' } as const]),
]

const makeBatch = (chunk: Chunk, plan: Plan, recipe: Recipe, chance: Chance): FinishedBatch => {
  const maker = makers[recipe.maker] ?? ''
  const ofMaker = serialDevices.filter((device) => device.maker === maker)
  const key = `finished-${recipe.number}`
  const product = chance.pick(ofMaker).di
  // One in fifty was made with a short life and has expired by now.
  const life = chance.isUnder(0.02) ? year / 4 : 3 * year
  const days = { manufacturedOn: dayOf(recipe.madeAt), expiresOn: dayOf(recipe.madeAt + life) }
  chunk.batches.push({ key, product, lotNumber: `F${plan.tag}-${recipe.number}`, kind: 'FINISHED', madeBy: maker, madeAt: mainSite(maker), ...days, quantity: recipe.size, unit: 'EA' })
  const serials = Array.from({ length: recipe.size }, (_, index) => `${plan.tag}${String(recipe.firstSerial + index).padStart(8, '0')}`)
  for (const serialNumber of serials) chunk.serials.push({ key: serialNumber, product, serialNumber, batch: key, ...days })
  return { key, maker, serials, readyAt: recipe.madeAt + 2 * day + plan.batchSize * minute }
}

/** Makes a batch of devices: transformation of the parts, then each device by itself: commissioned, inspected. */
export const tellFinishedBatch = (chunk: Chunk, plan: Plan, recipe: Recipe, chance: Chance): FinishedBatch => {
  const batch = makeBatch(chunk, plan, recipe, chance)
  const { key, maker, serials } = batch
  chunk.tell('commissioning', recipe.madeAt, maker, [{ role: 'OUTPUT', batch: key }, ...inputsOf(recipe.inputs, recipe.size)], { type: 'TRANSFORMATION', disposition: 'active' })
  serials.forEach((serial, index) => {
    const things: ThingSeed[] = [{ role: 'EPC', serial }]
    chunk.tell('commissioning', recipe.madeAt + hour + index * minute, maker, things, { action: 'ADD', disposition: 'active' })
    chunk.tell('inspecting', recipe.madeAt + 2 * day + index * minute, maker, things, { disposition: 'conformant' })
  })
  chunk.tell('inspecting', batch.readyAt, maker, [{ role: 'EPC', batch: key }], { disposition: 'conformant' })
  return batch
}
