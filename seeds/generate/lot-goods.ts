import type { ThingSeed } from '../history.ts'
import { distributors, hospitalCode, lotDevices, mainSite, makers, wardOf } from './cast.ts'
import type { Chance } from './chance.ts'
import { type Chunk, day, dayOf } from './chunk.ts'
import type { Plan } from './plan.ts'

/** Pieces of the component lot that a batch of lot goods takes. */
export const piecesForLotGoods = 500

const hospitalsServed = 5

/** A batch without serial numbers: made, shipped in part, shared out to hospitals, used in part. */
export const tellLotGoods = (chunk: Chunk, plan: Plan, number: number, makerIndex: number, component: string, madeAt: number, chance: Chance): void => {
  const maker = makers[makerIndex] ?? ''
  const product = chance.pick(lotDevices.filter((device) => device.maker === maker)).di
  const key = `goods-${number}`
  const days = { manufacturedOn: dayOf(madeAt), expiresOn: dayOf(madeAt + 2 * 365 * day) }
  chunk.batches.push({ key, product, lotNumber: `L${plan.tag}-${number}`, kind: 'FINISHED', madeBy: maker, madeAt: mainSite(maker), ...days, quantity: 1000, unit: 'EA' })
  const of = (quantity: number): ThingSeed[] => [{ role: 'EPC', batch: key, quantity, measure: 'EA' }]
  const input: ThingSeed = { role: 'INPUT', batch: component, quantity: piecesForLotGoods, measure: 'EA' }
  chunk.tell('commissioning', madeAt, maker, [{ role: 'OUTPUT', batch: key, quantity: 1000, measure: 'EA' }, input], { type: 'TRANSFORMATION', disposition: 'active' })
  chunk.tell('inspecting', madeAt + day, maker, [{ role: 'EPC', batch: key }], { disposition: 'conformant' })
  const distributor = chance.pick(distributors)
  chunk.send(of(800), maker, distributor, madeAt + 3 * day, madeAt + 6 * day)
  for (let served = 0; served < hospitalsServed; served += 1) {
    const hospital = hospitalCode(2 + chance.below(plan.hospitals - 2))
    const [left, quantity] = [madeAt + (8 + served) * day, 20 * (1 + chance.below(5))]
    chunk.send(of(quantity), distributor, hospital, left, left + day)
    chunk.tell('dispensing', left + 5 * day, hospital, of(1 + chance.below(quantity - 1)), { site: wardOf(hospital) })
  }
}
