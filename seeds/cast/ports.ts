import { port } from './devices.ts'
import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import { mainSiteOf } from './settle.ts'
import { numbered, release } from './supply.ts'
import type { Teller } from './verbs.ts'

const build = (tell: Teller, lotNumber: string, pieces: number, madeOn: string, released: string, expiresOn: string): Thing[] => {
  const lot = tell.story.lot(port, lotNumber, {
    kind: 'FINISHED', madeBy: mailan, madeAt: mainSiteOf(mailan), manufacturedOn: madeOn, expiresOn, quantity: pieces, unit: 'EA',
  })
  const units = numbered(`${lotNumber.slice(4)}-`, 1, pieces).map((serialNumber) => tell.story.device(port, serialNumber, { lot, manufacturedOn: madeOn, expiresOn }))
  tell.commission(...units).at(mainSiteOf(mailan)).on(`${madeOn} 15:00`)
  release(tell, lot, lotNumber, released, units)
  return units
}

/** Implanted, and one taken out again when the therapy was over: that is what ports are for. */
const implants = (tell: Teller, units: readonly Thing[]): void => {
  const [first, second, third, fourth] = units
  if (!first || !second || !third || !fourth) throw new RangeError('too few ports to implant')
  tell.implant(first).at('CJUH-OR').on('2026-06-16 09:30').procedure('CJ-OP-26-2744')
  tell.implant(second).at('CJUH-OR').on('2026-06-23 14:15').procedure('CJ-OP-26-2811')
  tell.implant(third).at('CJUH-OR').on('2026-08-11 10:40').procedure('CJ-OP-26-3478')
  tell.implant(fourth).at('CJUH-OR').on('2026-09-29 13:50').procedure('CJ-OP-26-4130')
  tell.explant(second).at('CJUH-OR').on('2026-11-10 11:05').procedure('CJ-OP-26-4951').noting('疗程结束，计划取出', 'Therapy ended; taken out as planned')
}

/** Kangluo's ports on Nanyu's shelf: the hospital has them, Kangluo owns them until they are used. */
const consignment = (tell: Teller, units: readonly Thing[]): void => {
  const journey = { from: 'KANGLUO', to: 'NYHH', sent: '2026-06-29 09:00', received: '2026-06-30 10:25', paper: 'KL-CS-0629-01' }
  tell.ship(journey, ...units).ownedBy('KANGLUO').noting('寄售', 'Consignment')
  tell.receive(journey, ...units).ownedBy('KANGLUO').proved('INSPECTION_REPORT', 'NY-0630-04')
}

/** A tray of ports, at Chengjiang for the operations of a week: one is used, one came back, two are still out. */
export const loanTray = { sscc: '106999900070000037', documentNumber: 'KL-LS-1117-01', dueOn: '2026-11-26' }

const loanSet = (tell: Teller, units: readonly Thing[]): void => {
  const [used, spare] = units
  if (!used || !spare) throw new RangeError('too few ports for a set')
  const tray = tell.story.carton(loanTray.sscc)
  const journey = { from: 'KANGLUO', to: 'CJUH', into: 'CJUH-OR', sent: '2026-11-17 09:10', received: '2026-11-17 14:30', paper: loanTray.documentNumber }
  const back = { from: 'CJUH', to: 'KANGLUO', sent: '2026-11-20 16:00', received: '2026-11-21 10:15', paper: 'CJ-RT-1120-02' }
  tell.pack(tray, ...units).at('KANGLUO-MAIN').on('2026-11-17 08:40')
  tell.ship(journey, tray).ownedBy('KANGLUO').noting('跟台器械包，借用一周', 'Loan set for a week of operations')
  tell.receive(journey, tray).ownedBy('KANGLUO').proved('INSPECTION_REPORT', 'CJ-1117-006')
  tell.unpack(tray, used).at('CJUH-OR').on('2026-11-19 10:05')
  tell.implant(used).at('CJUH-OR').on('2026-11-19 10:20').procedure('CJ-OP-26-5107')
  tell.unpack(tray, spare).at('CJUH-OR').on('2026-11-20 15:40')
  tell.ship(back, spare).ownedBy('KANGLUO')
  tell.receive(back, spare).ownedBy('KANGLUO')
}

/** One lot in use, and one that ran out of date on the shelf three weeks ago. */
export const tellPorts = (tell: Teller): void => {
  const old = build(tell, '2311P01', 10, '2023-11-06', '2023-11-20 10:00', '2026-10-31')
  const units = build(tell, '2605P02', 24, '2026-05-11', '2026-05-25 10:00', '2029-05-10')
  tell.deliver({ from: mailan, to: 'KANGLUO', sent: '2024-01-08 10:00', received: '2024-01-10 09:30', paper: 'ML-240108-02' }, ...old.slice(0, 6))
  tell.deliver({ from: 'KANGLUO', to: 'CJUH', into: 'CJUH-OR', sent: '2024-01-16 09:00', received: '2024-01-16 15:20', paper: 'KL-0116-003' }, ...old.slice(0, 3))
  tell.deliver({ from: mailan, to: 'KANGLUO', sent: '2026-06-01 10:00', received: '2026-06-03 11:10', paper: 'ML-260601-03' }, ...units.slice(0, 18))
  tell.deliver({ from: 'KANGLUO', to: 'CJUH', into: 'CJUH-OR', sent: '2026-06-09 08:40', received: '2026-06-09 14:30', paper: 'KL-0609-001' }, ...units.slice(0, 8))
    .proved('INSPECTION_REPORT', 'CJ-0609-002')
  implants(tell, units)
  consignment(tell, units.slice(8, 14))
  loanSet(tell, units.slice(14, 18))
}
