import { infusionSet, portNeedle, syringe, testStrips, venousCatheter } from './devices.ts'
import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import { mainSiteOf } from './settle.ts'
import { some } from './story.ts'
import { release } from './supply.ts'
import type { Teller } from './verbs.ts'

const plant = mainSiteOf(mailan)

interface Recipe { readonly product: string; readonly lotNumber: string; readonly pieces: number; readonly madeOn: string; readonly released: string; readonly expiresOn: string }

const build = (tell: Teller, { product, lotNumber, pieces, madeOn, released, expiresOn }: Recipe): Thing => {
  const lot = tell.story.lot(product, lotNumber, { kind: 'FINISHED', madeBy: mailan, madeAt: plant, manufacturedOn: madeOn, expiresOn, quantity: pieces, unit: 'EA' })
  tell.stockUp(some(lot, pieces)).at(plant).on(`${madeOn} 15:00`)
  release(tell, lot, lotNumber, released)
  return lot
}

/** A thousand of a lot get a German label and with it a lot number of their own. */
const splitLot = (tell: Teller, lot: Thing): void => {
  const german = tell.story.lot(infusionSet, '26IS0413-DE', {
    kind: 'FINISHED', madeBy: mailan, madeAt: plant, manufacturedOn: '2026-04-13', expiresOn: '2029-04-12', quantity: 1000, unit: 'EA',
  })
  tell.make([some(german, 1000)], [some(lot, 1000)]).at(plant).on('2026-05-04 14:00').noting('分批：换贴德文标签', 'Split: relabelled in German')
  release(tell, german, '26IS0413-DE', '2026-05-05 10:00')
  tell.deliver({ from: mailan, to: 'NORDKAI', sent: '2026-05-18 16:00', received: '2026-06-08 10:20', paper: 'ML-260518-EX1' }, some(german, 1000))
  tell.deliver({ from: 'NORDKAI', to: 'SILBERSEE', into: 'SILBERSEE-ICU', sent: '2026-06-15 08:10', received: '2026-06-16 09:40', paper: 'NK-75508' }, some(german, 300))
  tell.dispense(some(german, 120)).at('SILBERSEE-ICU').on('2026-08-31 18:00')
}

/** What goes by lot and number of pieces: infusion sets and venous catheters, under GS1. Returns the infusion sets. */
export const tellLotGoods = (tell: Teller): Thing => {
  const sets = build(tell, { product: infusionSet, lotNumber: '26IS0413', pieces: 6000, madeOn: '2026-04-13', released: '2026-04-27 11:00', expiresOn: '2029-04-12' })
  splitLot(tell, sets)
  tell.deliver({ from: mailan, to: 'KANGLUO', sent: '2026-05-06 09:00', received: '2026-05-08 10:00', paper: 'ML-260506-01' }, some(sets, 3000))
  tell.deliver({ from: 'KANGLUO', to: 'CJUH', into: 'CJUH-ICU', sent: '2026-05-13 08:30', received: '2026-05-13 14:40', paper: 'KL-0513-002' }, some(sets, 600))
    .proved('INSPECTION_REPORT', 'CJ-0513-004')
  tell.dispense(some(sets, 240)).at('CJUH-ICU').on('2026-08-31 18:00').noting('六至八月用量', 'Used June to August')
  const catheters = build(tell, { product: venousCatheter, lotNumber: '26IV0302', pieces: 4000, madeOn: '2026-03-02', released: '2026-03-16 09:30', expiresOn: '2029-03-01' })
  tell.deliver({ from: mailan, to: 'HEZHONG', sent: '2026-03-25 10:30', received: '2026-03-27 09:15', paper: 'ML-260325-02' }, some(catheters, 2000))
  tell.deliver({ from: 'HEZHONG', to: 'DLCH', into: 'DLCH-ICU', sent: '2026-04-02 09:00', received: '2026-04-02 15:30', paper: 'HZ-20260402-1' }, some(catheters, 400))
  tell.dispense(some(catheters, 150)).at('DLCH-ICU').on('2026-09-30 18:00')
  return sets
}

/** Goods with something to say against them: a registration that has expired, a product withdrawn from the market. */
export const tellPapersTrouble = (tell: Teller): void => {
  const syringes = build(tell, { product: syringe, lotNumber: '23SY0105', pieces: 12000, madeOn: '2023-01-05', released: '2023-01-19 10:00', expiresOn: '2028-01-04' })
  tell.deliver({ from: mailan, to: 'KANGLUO', sent: '2023-02-06 09:00', received: '2023-02-08 10:20', paper: 'ML-230206-01' }, some(syringes, 6000))
  tell.deliver({ from: 'KANGLUO', to: 'JPPH', sent: '2023-02-20 09:00', received: '2023-02-21 10:00', paper: 'KL-0220-005' }, some(syringes, 1200))
  tell.dispense(some(syringes, 900)).at('JPPH-MAIN').on('2023-07-20 18:00')
  const strips = build(tell, { product: testStrips, lotNumber: '25GS0901', pieces: 800, madeOn: '2025-09-01', released: '2025-09-15 10:00', expiresOn: '2027-08-31' })
  tell.deliver({ from: mailan, to: 'HEZHONG', sent: '2025-09-29 10:00', received: '2025-10-09 09:40', paper: 'ML-250929-03' }, some(strips, 400))
  tell.deliver({ from: 'HEZHONG', to: 'YXTC', sent: '2025-10-16 09:00', received: '2025-10-16 14:45', paper: 'HZ-20251016-2' }, some(strips, 60))
  tell.deliver({ from: 'HEZHONG', to: 'BLRH', sent: '2025-10-17 09:00', received: '2025-10-17 15:05', paper: 'HZ-20251017-1' }, some(strips, 40))
}

/** Needles with HIBC on the label, and a customer that is not on the hub. */
export const tellNeedles = (tell: Teller): void => {
  const needles = build(tell, { product: portNeedle, lotNumber: 'H2607', pieces: 900, madeOn: '2026-07-06', released: '2026-07-20 09:00', expiresOn: '2028-05-31' })
  tell.deliver({ from: mailan, to: 'NORDKAI', sent: '2026-07-27 16:00', received: '2026-08-17 11:00', paper: 'ML-260727-EX2' }, some(needles, 500))
  tell.deliver({ from: 'NORDKAI', to: 'ELSBETH', into: 'ELSBETH-OR', sent: '2026-08-24 08:15', received: '2026-08-24 13:30', paper: 'NK-76214' }, some(needles, 100))
    .proved('INSPECTION_REPORT', 'SE-WE-0824')
  tell.deliver({ from: mailan, to: 'STRAITS-MERIDIAN', sent: '2026-07-28 11:00', received: '2026-08-12 10:10', paper: 'ML-260728-EX1' }, some(needles, 200))
  tell.consign({ from: 'STRAITS-MERIDIAN', to: 'ORCHARD-BAY', sent: '2026-08-20 09:30', paper: 'SM-4617' }, some(needles, 50))
}
