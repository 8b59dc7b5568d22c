import { emperion, xience } from './devices.ts'
import type { Thing } from './happening.ts'
import { abbott, smithNephew } from './makers.ts'
import { some } from './story.ts'
import type { Teller } from './verbs.ts'

const importLot = (tell: Teller, lotNumber: string, pieces: number, expiresOn: string, sent: string, received: string): Thing => {
  const lot = tell.story.lot(xience, lotNumber, { kind: 'FINISHED', madeBy: abbott, expiresOn, quantity: pieces, unit: 'EA' })
  tell.stockUp(some(lot, pieces)).at(`${abbott}-MAIN`).on(`${sent.slice(0, 10)} 06:00`)
  tell.inspect(lot).at(`${abbott}-MAIN`).on(`${sent.slice(0, 10)} 08:00`)
  tell.deliver({ from: abbott, to: 'KANGLUO', sent, received, paper: `AV-${lotNumber}` }, some(lot, pieces)).proved('INSPECTION_REPORT', `KL-QC-${lotNumber}`)
  return lot
}

/** XIENCE ALPINE by lot and piece, of which nothing but deliveries and use is told; one lot ran out of date on the shelf. */
export const tellXience = (tell: Teller): void => {
  const cathLab = { from: 'KANGLUO', to: 'CJUH', into: 'CJUH-CATHLAB' }
  const fresh = importLot(tell, '5031184', 60, '2028-04-30', '2026-09-28 15:00', '2026-10-14 09:30')
  const usual = importLot(tell, '4082261', 60, '2027-08-31', '2025-11-03 15:00', '2025-11-20 09:30')
  const old = importLot(tell, '3117640', 30, '2026-10-31', '2024-12-02 15:00', '2024-12-18 09:30')
  tell.deliver({ ...cathLab, sent: '2024-12-27 08:30', received: '2024-12-27 15:00', paper: 'KL-1227-001' }, some(old, 4))
  tell.implant(some(old, 2)).at('CJUH-CATHLAB').on('2025-03-18 10:00').procedure('CJ-OP-25-1106')
  tell.deliver({ ...cathLab, sent: '2025-12-08 08:30', received: '2025-12-08 14:10', paper: 'KL-1208-004' }, some(usual, 3))
  tell.implant(some(usual, 1)).at('CJUH-CATHLAB').on('2026-02-10 11:30').procedure('CJ-OP-26-0417')
  tell.deliver({ from: 'KANGLUO', to: 'NCCH', into: 'NCCH-CATHLAB', sent: '2025-12-15 08:30', received: '2025-12-16 10:00', paper: 'KL-1215-003' }, some(usual, 6))
  tell.deliver({ ...cathLab, sent: '2026-11-02 08:30', received: '2026-11-02 14:20', paper: 'KL-1102-002' }, some(fresh, 4)).proved('INSPECTION_REPORT', 'CJ-1102-008')
}

/** Trial instruments of the EMPERION set in Germany. */
export const tellEmperion = (tell: Teller): void => {
  const lot = tell.story.lot(emperion, '19EM2204', { kind: 'FINISHED', madeBy: smithNephew, quantity: 12, unit: 'EA' })
  tell.stockUp(some(lot, 12)).at(`${smithNephew}-MAIN`).on('2019-06-03 08:00')
  tell.inspect(lot).at(`${smithNephew}-MAIN`).on('2019-06-03 09:00')
  tell.deliver({ from: smithNephew, to: 'NORDKAI', sent: '2019-06-03 15:00', received: '2019-06-24 10:00', paper: 'SN-190603' }, some(lot, 12))
  tell.deliver({ from: 'NORDKAI', to: 'ELSBETH', into: 'ELSBETH-OR', sent: '2019-07-01 08:00', received: '2019-07-01 12:30', paper: 'NK-31007' }, some(lot, 2))
}
