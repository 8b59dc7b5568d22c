import type { ProductSeed } from '../history.ts'
import { mailan } from './makers.ts'
import type { Story } from './story.ts'

type Row = readonly [di: string, maker: string, nameZh: string, name: string, model: string]

export const peba = 'SULU-PEBA-7233'
export const alloyTube = 'HULING-L605-180'
export const coating = 'QINGYU-HC12'
export const pumpHead = 'RHEINQUELL-PH-9'
export const battery = 'HENGLU-BT-22'
export const mainBoard = 'YUECHUAN-PCB-31'
export const airSensor = 'YUECHUAN-AS-4'
export const balloonTube = 'MAILAN-BTU-30'
export const stentBlank = 'MAILAN-SBK-18'

const byLot: readonly Row[] = [
  [peba, 'SULU-POLYMER', '聚醚嵌段酰胺颗粒', 'Polyether block amide granulate', 'PEBA 7233 MED'],
  [alloyTube, 'HULING-ALLOY', '钴铬合金管', 'Cobalt-chromium tube', 'L605 Ø1.80 mm'],
  [coating, 'QINGYU-COATING', '亲水涂层液', 'Hydrophilic coating fluid', 'HC-12'],
  [pumpHead, 'RHEINQUELL', '泵头', 'Pump head', 'PH-9'],
  [battery, 'HENGLU-BATTERY', '锂离子电池组', 'Lithium-ion battery pack', 'BT-22'],
  [balloonTube, mailan, '球囊管材', 'Balloon tubing', 'BTU-30'],
  [stentBlank, mailan, '激光切割支架坯', 'Laser-cut stent blank', 'SBK-18'],
]

const bySerial: readonly Row[] = [
  [mainBoard, 'YUECHUAN-ELECTRONICS', '主板', 'Main board', 'PCB-31'],
  [airSensor, 'YUECHUAN-ELECTRONICS', '气泡传感器', 'Air-in-line sensor', 'AS-4'],
]

const material = ([di, maker, nameZh, name, model]: Row, serialControlled: boolean): ProductSeed => ({
  di, scheme: 'PLAIN', kind: 'MATERIAL', maker, nameZh, name, model, lotControlled: !serialControlled, serialControlled,
})

export const introduceMaterials = (story: Story): void => {
  for (const row of byLot) story.product(material(row, false))
  for (const row of bySerial) story.product(material(row, true))
}
