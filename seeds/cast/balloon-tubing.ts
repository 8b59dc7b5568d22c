import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import { balloonTube, coating, peba } from './materials.ts'
import { mainSiteOf } from './settle.ts'
import { some } from './story.ts'
import { buy } from './supply.ts'
import type { Teller } from './verbs.ts'

const plant = mainSiteOf(mailan)

const tubing = (tell: Teller, lotNumber: string, manufacturedOn: string, metres: number): Thing =>
  tell.story.lot(balloonTube, lotNumber, { kind: 'COMPONENT', madeBy: mailan, madeAt: plant, manufacturedOn, quantity: metres, unit: 'MTR' })

/** Mailan's own tubing and yet bought: the resin goes back to its supplier, who extrudes it under contract. */
const contractTubing = (tell: Teller, resin: Thing): Thing => {
  const sulu = mainSiteOf('SULU-POLYMER')
  const lot = tell.story.lot(balloonTube, 'BTU-2602-03', {
    kind: 'COMPONENT', madeBy: 'SULU-POLYMER', suppliedBy: 'SULU-POLYMER', madeAt: sulu, manufacturedOn: '2026-02-25', quantity: 3100, unit: 'MTR',
  })
  const out = { from: mailan, to: 'SULU-POLYMER', sent: '2026-02-18 09:00', received: '2026-02-19 11:00', paper: 'ML-OUT-260218' }
  const home = { from: 'SULU-POLYMER', to: mailan, sent: '2026-02-27 09:30', received: '2026-02-28 10:15', paper: 'SL-260227-02' }
  tell.deliver(out, some(resin, 25, 'KGM')).noting('委托加工：发料', 'Contract work: material sent')
  tell.make([some(lot, 3100, 'MTR')], [some(resin, 25, 'KGM')]).at(sulu).on('2026-02-25 17:00')
  tell.deliver(home, some(lot, 3100, 'MTR')).proved('INSPECTION_REPORT', 'IQC-BTU-2602-03')
  return lot
}

/** R26-0118 goes into three lots of tubing: alone, topped up from another lot, and by contract. */
export const extrude = (tell: Teller): readonly [Thing, Thing, Thing] => {
  const supplier = 'SULU-POLYMER'
  const resin = buy(tell, { product: peba, lotNumber: 'R26-0118', supplier, quantity: 95, unit: 'KGM', madeOn: '2026-01-18' },
    { sent: '2026-01-26 14:10', received: '2026-01-28 09:20', paper: 'SL-260126-04' })
  const topUp = buy(tell, { product: peba, lotNumber: 'R26-0131', supplier, quantity: 40, unit: 'KGM', madeOn: '2026-01-31' },
    { sent: '2026-02-05 10:40', received: '2026-02-06 15:05', paper: 'SL-260205-01' })
  const [first, second] = [tubing(tell, 'BTU-2602-01', '2026-02-09', 5200), tubing(tell, 'BTU-2602-02', '2026-02-16', 5000)]
  tell.make([some(first, 5200, 'MTR')], [some(resin, 40, 'KGM')]).at(plant).on('2026-02-09 16:30')
  tell.make([some(second, 5000, 'MTR')], [some(resin, 30, 'KGM'), some(topUp, 10, 'KGM')]).at(plant).on('2026-02-16 16:45')
    .noting('R26-0118 余料不足，以 R26-0131 补足', 'R26-0118 ran low; topped up from R26-0131')
  return [first, second, contractTubing(tell, resin)]
}

/** The coating of spring, and CT-2608-03 of August, which is what the recall is about. */
export const buyCoatings = (tell: Teller): readonly [spring: Thing, august: Thing] => {
  const supplier = 'QINGYU-COATING'
  return [
    buy(tell, { product: coating, lotNumber: 'CT-2603-01', supplier, quantity: 60, unit: 'LTR', madeOn: '2026-03-02' },
      { sent: '2026-03-05 08:30', received: '2026-03-06 10:00', paper: 'QY-0305-1' }),
    buy(tell, { product: coating, lotNumber: 'CT-2608-03', supplier, quantity: 45, unit: 'LTR', madeOn: '2026-08-17' },
      { sent: '2026-08-20 08:30', received: '2026-08-21 09:45', paper: 'QY-0820-2' }),
  ]
}
