import type { ProductSeed } from '../history.ts'
import { mailan } from './makers.ts'
import type { Story } from './story.ts'

/** Primary device identifiers of the catalogue (seeds/catalog). */
export const pump = '06972145030188'
export const syringePump = 'MA.156.M0.990731.10026012'
export const balloon = '06972145030560'
export const infusionSet = '06972145030256'
export const venousCatheter = '06972145030324'
export const syringe = 'MA.156.M0.990731.10031024'
export const testStrips = '06972145030638'
export const xience = '08717648200274'
export const emperion = '03596010535344'

/** Devices that no register's file brings: invented, with serial numbers and implanted; and one under HIBC. */
export const port = '06972145030706'
export const portNeedle = 'Z999PN20G190'

const invented: readonly ProductSeed[] = [
  {
    di: port, scheme: 'GS1', kind: 'DEVICE', maker: mailan, name: 'Mailan Implantable Venous Access Port 8F', nameZh: '植入式给药装置（输液港）', model: 'VAP-8F',
    riskClass: 'III', implantable: true, sterile: true, singleUse: true, lotControlled: true, serialControlled: true,
    identifiers: [
      { code: port, type: 'PRIMARY', units: 1 },
      { code: '16972145030703', type: 'PACKAGE', level: '盒', contains: port, units: 4 },
    ],
  },
  {
    di: portNeedle, scheme: 'HIBC', kind: 'DEVICE', maker: mailan, name: 'Mailan Port Needle 20G × 19 mm, European label', nameZh: '一次性使用植入式给药装置专用针（欧洲标签）', model: 'PN-20G-19',
    riskClass: 'III', sterile: true, singleUse: true, lotControlled: true, serialControlled: false,
    identifiers: [{ code: portNeedle, type: 'PRIMARY', units: 1 }],
  },
]

export const introduceDevices = (story: Story): void => {
  for (const device of invented) story.product(device)
}
