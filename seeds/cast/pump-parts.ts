import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import { airSensor, battery, mainBoard, pumpHead } from './materials.ts'
import { mainSiteOf } from './settle.ts'
import { buy } from './supply.ts'
import type { Teller } from './verbs.ts'

export interface PumpParts {
  readonly boards: readonly Thing[]
  readonly sensors: readonly Thing[]
  readonly heads: Thing
  readonly oldBatteries: Thing
  readonly newBatteries: Thing
}

export const pumpCount = 24

/** Yuechuan's boards and sensors carry serial numbers of their own. The ones of the story's pump are 31-88027 and AS4-5512. */
const electronics = (tell: Teller): Pick<PumpParts, 'boards' | 'sensors'> => {
  const plant = mainSiteOf('YUECHUAN-ELECTRONICS')
  const series = (product: string, serialOf: (index: number) => string): Thing[] =>
    Array.from({ length: pumpCount }, (_, index) => tell.story.device(product, serialOf(index), { manufacturedOn: '2026-02-02' }))
  const boards = series(mainBoard, (index) => `31-${88021 + index}`)
  const sensors = series(airSensor, (index) => `AS4-${5506 + index}`)
  tell.commission(...boards, ...sensors).at(plant).on('2026-02-02 16:00')
  tell.inspect(...boards, ...sensors).at(plant).on('2026-02-03 11:00').proved('CERTIFICATE_OF_CONFORMITY', 'YC-COC-260203')
  tell.deliver({ from: 'YUECHUAN-ELECTRONICS', to: mailan, sent: '2026-02-09 09:00', received: '2026-02-11 14:00', paper: 'YC-0209-17' }, ...boards, ...sensors)
    .proved('INSPECTION_REPORT', 'IQC-YC-0209-17')
  return { boards, sensors }
}

export const buyPumpParts = (tell: Teller): PumpParts => {
  const lot = (product: string, lotNumber: string, supplier: string, quantity: number, madeOn: string) =>
    ({ product, lotNumber, supplier, quantity, madeOn, unit: 'EA', kind: 'COMPONENT' }) as const
  return {
    ...electronics(tell),
    heads: buy(tell, lot(pumpHead, 'H2602-11', 'RHEINQUELL', 60, '2026-02-05'), { sent: '2026-02-09 15:00', received: '2026-02-20 10:00', paper: 'RQ-2602-0041' }),
    oldBatteries: buy(tell, lot(battery, 'B2503-07', 'HENGLU-BATTERY', 80, '2025-03-14'), { sent: '2025-03-20 10:00', received: '2025-03-22 09:30', paper: 'HL-250320' }),
    newBatteries: buy(tell, lot(battery, 'B2607-02', 'HENGLU-BATTERY', 40, '2026-07-06'), { sent: '2026-07-10 10:00', received: '2026-07-12 09:30', paper: 'HL-260710' }),
  }
}
