import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import { mainSiteOf } from './settle.ts'
import { some } from './story.ts'
import type { Journey, Teller } from './verbs.ts'

type Bought = Readonly<{ product: string; lotNumber: string; kind?: 'RAW' | 'COMPONENT'; supplier: string; quantity: number; unit: string; madeOn: string }>

/** A supplier's lot on its way into Mailan's plant: made, certified, delivered, inspected on arrival. */
export const buy = (tell: Teller, bought: Bought, journey: Omit<Journey, 'from' | 'to'>): Thing => {
  const { product, lotNumber, supplier, quantity, unit, madeOn, kind = 'RAW' } = bought
  const place = mainSiteOf(supplier)
  const lot = tell.story.lot(product, lotNumber, { kind, madeBy: supplier, suppliedBy: supplier, madeAt: place, manufacturedOn: madeOn, quantity, unit })
  const all = some(lot, quantity, unit)
  tell.stockUp(all).at(place).on(`${madeOn} 10:00`)
  tell.inspect(lot).at(place).on(`${madeOn} 16:00`).proved('CERTIFICATE_OF_CONFORMITY', `COC-${lotNumber}`)
  tell.deliver({ ...journey, from: supplier, to: mailan }, all).proved('INSPECTION_REPORT', `IQC-${lotNumber}`)
  return lot
}

/** Serial numbers in a row: `numbered('B04-', 1, 3)` is B04-001, B04-002, B04-003. */
export const numbered = (prefix: string, first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `${prefix}${String(first + index).padStart(3, '0')}`)

/** A finished lot passes its last inspection: certificate and report for the lot, and every device released. */
export const release = (tell: Teller, lot: Thing, lotNumber: string, on: string, devices: readonly Thing[] = []): void => {
  tell.inspect(lot, ...devices).at(mainSiteOf(mailan)).on(on)
    .proved('CERTIFICATE_OF_CONFORMITY', `COC-${lotNumber}`).proved('INSPECTION_REPORT', `FQC-${lotNumber}`)
}
