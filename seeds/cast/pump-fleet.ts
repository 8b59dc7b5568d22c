import { syringePump } from './devices.ts'
import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import { mainSiteOf } from './settle.ts'
import { numbered } from './supply.ts'
import type { Teller } from './verbs.ts'

/** A pump fell from a trolley and is not worth repairing. */
const scrap = (tell: Teller, unit: Thing): void => {
  tell.destroy(unit).at('CZFP-MAIN').on('2026-08-20 15:00').noting('跌落，外壳破裂，不值得修理：报废', 'Fell, housing cracked, beyond repair: scrapped').proved('SERVICE_REPORT', 'SR-2026-0802', '报废', 'scrapped')
  tell.story.ticket({
    reference: 'SV-2026-0802', kind: 'INSPECTION', status: 'CLOSED', summary: 'Fell from a trolley', summaryZh: '从推车跌落',
    openedAt: tell.story.moment('2026-08-05 08:00', 'CZFP'), closedAt: tell.story.moment('2026-08-20 16:00', 'CZFP'), organization: 'CZFP', serial: unit.serial ?? '',
  })
}

/** Another stood still for a week until it was found good. */
const releasedAgain = (tell: Teller, unit: Thing): void => {
  tell.hold(unit).at('CZFP-ICU').on('2026-10-06 11:20').noting('报警误报，待检', 'False alarms, to be checked')
  tell.inspect(unit).at('CZFP-ICU').on('2026-10-13 15:45').noting('检查合格，解除隔离', 'Checked, released from quarantine').proved('INSPECTION_REPORT', 'CF-EQ-1013')
}

/** The rest of the series: three hospitals, one loan, some at the plant and in the warehouse. */
export const tellFleet = (tell: Teller, units: readonly Thing[]): void => {
  const [first, second] = units
  if (!first || !second) throw new RangeError('the fleet has no pumps')
  tell.deliver({ from: mailan, to: 'KANGLUO', sent: '2026-04-28 16:30', received: '2026-04-30 10:50', paper: 'ML-260428-01' }, ...units.slice(0, 10))
  tell.deliver({ from: 'KANGLUO', to: 'CZFP', into: 'CZFP-ICU', sent: '2026-05-15 09:00', received: '2026-05-15 16:10', paper: 'KL-0515-002' }, ...units.slice(0, 4))
    .proved('INSPECTION_REPORT', 'CF-EQ-0515')
  tell.deliver({ from: 'KANGLUO', to: 'NCCH', into: 'NCCH-ICU', sent: '2026-06-11 09:00', received: '2026-06-12 10:30', paper: 'KL-0611-005' }, ...units.slice(4, 7))
  tell.deliver({ from: mailan, to: 'STRAITS-MERIDIAN', sent: '2026-06-18 11:00', received: '2026-07-03 15:20', paper: 'ML-260618-EX1' }, ...units.slice(10, 14))
  tell.deliver({ from: 'STRAITS-MERIDIAN', to: 'MARINA-VALE', into: 'MARINA-VALE-ICU', sent: '2026-07-13 09:30', received: '2026-07-13 14:10', paper: 'SM-4471' }, ...units.slice(10, 12))
    .proved('INSPECTION_REPORT', 'MV-BME-0713')
  scrap(tell, first)
  releasedAgain(tell, second)
}

/** Syringe pumps under MA codes: the oldest has not been serviced for more than a year, and a ticket waits for it. */
export const tellSyringePumps = (tell: Teller): void => {
  const units = numbered('SP2-2504-', 1, 12).map((serialNumber) => tell.story.device(syringePump, serialNumber, { manufacturedOn: '2025-04-08' }))
  tell.commission(...units).at(`${mailan}-LINE1`).on('2025-04-08 09:00')
  tell.inspect(...units).at(mainSiteOf(mailan)).on('2025-04-21 14:00').proved('CERTIFICATE_OF_CONFORMITY', 'COC-SP2-2504')
  tell.deliver({ from: mailan, to: 'HEZHONG', sent: '2025-05-06 10:00', received: '2025-05-08 11:30', paper: 'ML-250506-04' }, ...units.slice(0, 8))
  tell.deliver({ from: 'HEZHONG', to: 'DLCH', into: 'DLCH-ICU', sent: '2025-05-19 09:00', received: '2025-05-19 15:00', paper: 'HZ-20250519-1' }, ...units.slice(0, 5))
  tell.inspect(...units.slice(0, 4)).at('DLCH-ICU').on('2026-05-14 10:00').noting('年度维护合格', 'Yearly maintenance passed').proved('SERVICE_REPORT', 'SR-2026-0455', '维护合格', 'maintained')
  tell.story.ticket({
    reference: 'SV-2026-0531', kind: 'MAINTENANCE', status: 'OPEN', summary: 'Yearly maintenance is overdue', summaryZh: '年度维护已逾期',
    openedAt: tell.story.moment('2026-05-26 09:00', 'DLCH'), organization: 'DLCH', serial: units[4]?.serial ?? '',
  })
}
