import type { Thing } from './happening.ts'
import { mailan } from './makers.ts'
import type { PumpParts } from './pump-parts.ts'
import { some } from './story.ts'
import type { Teller } from './verbs.ts'

/** The carton in which pumps came to the university hospital; long unpacked. */
const pumpCarton = '106972145000012343'

/** From the plant by Kangluo to the intensive care ward, four pumps in one carton. */
const deliver = (tell: Teller, units: readonly Thing[]): void => {
  tell.deliver({ from: mailan, to: 'KANGLUO', sent: '2026-04-19 17:45', received: '2026-04-21 11:18', paper: 'ML-260419-02' }, ...units)
    .proved('INSPECTION_REPORT', 'KL-QC-0421')
  const carton = tell.story.carton(pumpCarton)
  tell.pack(carton, ...units).at('KANGLUO-MAIN').on('2026-05-08 08:50')
  const journey = { from: 'KANGLUO', to: 'CJUH', into: 'CJUH-BIOMED', sent: '2026-05-08 09:30', received: '2026-05-10 15:02', paper: 'KL-0508-009' }
  tell.deliver(journey, carton).noting('外观、登记证、温度合格', 'Condition, registration and temperature passed').proved('INSPECTION_REPORT', 'CJ-0510-031')
  tell.unpack(carton, ...units).at('CJUH-BIOMED').on('2026-05-10 15:40')
  tell.store(...units).at('CJUH-ICU').on('2026-05-12 08:15').noting('投入使用', 'Put into service')
}

/** A weak battery is swapped; the calibration after it was first booked on the wrong pump. */
const repair = (tell: Teller, hero: Thing, neighbour: Thing, { oldBatteries, newBatteries }: PumpParts): void => {
  const position = '电池 Battery'
  tell.repair(hero).at('CJUH-BIOMED').on('2026-08-31 10:10').noting('电池续航不足，工单 SV-2026-0877', 'Battery runs down early, ticket SV-2026-0877')
  const parcel = { from: mailan, to: 'CJUH', into: 'CJUH-BIOMED', sent: '2026-08-31 16:00', received: '2026-09-01 15:20', paper: 'ML-SV-260831-03' }
  tell.deliver(parcel, some(newBatteries, 1)).noting('服务备件', 'Service part')
  tell.remove(hero, { ...some(oldBatteries, 1), position }).at('CJUH-BIOMED').on('2026-09-02 16:20').by(mailan)
  tell.install(hero, { ...some(newBatteries, 1), position }).at('CJUH-BIOMED').on('2026-09-02 16:31').by(mailan)
    .noting('更换电池：取出 B2503-07，装入 B2607-02 · 迈岚服务工程师', 'Battery replaced: out B2503-07, in B2607-02 · Mailan service')
    .proved('SERVICE_REPORT', 'SR-2026-0877', '电池已更换', 'battery replaced')
  tell.inspect(hero).at('CJUH-BIOMED').on('2026-09-03 09:40').noting('校准合格', 'Calibrated, passed')
    .declaredWrong('2026-09-03 10:00', 'did_not_occur')
  tell.inspect(neighbour).at('CJUH-BIOMED').on('2026-09-03 09:42').noting('校准合格（更正：原录入 0452 号泵）', 'Calibrated, passed (correction: was booked on pump 0452)')
  tell.inspect(hero).at('CJUH-BIOMED').on('2026-09-03 10:05').noting('校准合格：流速偏差 +1.2%（允许 ±5%），六个月后再校', 'Calibrated: flow +1.2% (limit ±5%), next due in six months')
    .proved('CALIBRATION_CERTIFICATE', 'CAL-2026-0903-02')
  tell.store(hero).at('CJUH-ICU').on('2026-09-03 13:30')
}

const tickets = (tell: Teller, hero: Thing): void => {
  const { story } = tell
  const serial = hero.serial ?? ''
  story.ticket({
    reference: 'SV-2026-0877', kind: 'REPAIR', status: 'CLOSED', summary: 'Battery runs down early', summaryZh: '电池续航不足',
    openedAt: story.moment('2026-08-31 09:40', 'CJUH'), closedAt: story.moment('2026-09-03 11:00', 'CJUH'), organization: 'CJUH', serial,
  })
  story.ticket({
    reference: 'SV-2026-1184', kind: 'CALIBRATION', status: 'IN_PROGRESS', summary: 'Flow 8% too fast, quarantined', summaryZh: '流速偏差 +8%，已隔离',
    openedAt: story.moment('2026-11-19 14:10', 'CJUH'), organization: 'CJUH', serial,
  })
}

/** The whole life of ML4-260311-0452, up to its quarantine three days ago. */
export const tellPump = (tell: Teller, hero: Thing, company: readonly [Thing, Thing, Thing], parts: PumpParts): void => {
  deliver(tell, [hero, ...company])
  repair(tell, hero, company[0], parts)
  tell.hold(hero).at('CJUH-BIOMED').on('2026-11-19 14:20').noting('设备科：流速偏差 +8%，工单 SV-2026-1184', 'Biomedical department: flow 8% too fast, ticket SV-2026-1184')
  tickets(tell, hero)
}
