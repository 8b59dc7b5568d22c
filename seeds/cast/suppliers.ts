import type { OrganizationSeed } from '../history.ts'
import type { Story } from './story.ts'
import { settle } from './settle.ts'

const suppliers: readonly OrganizationSeed[] = [
  {
    code: 'HULING-ALLOY', name: 'Huling Alloy Tubing Co., Ltd.', nameZh: '沪岭合金管材有限公司', kinds: ['SUPPLIER'], country: 'CN',
    gln: '6999900010001', companyPrefix: '699990001', uscc: '913209995346409772', address: '18 Zhuguang Road, Huling · 沪岭市铸光路 18 号', phone: '+86 999 5550 1101',
    licences: [{ number: 'ISO 13485 MD-24-0713', kind: 'ISO_13485', validUntil: '2027-07-12' }],
  },
  {
    code: 'SULU-POLYMER', name: 'Sulu Medical Polymers Co., Ltd.', nameZh: '苏麓医用高分子材料有限公司', kinds: ['SUPPLIER'], country: 'CN',
    gln: '6999900020000', companyPrefix: '699990002', uscc: '91320999302466332Q', address: '6 Yunlu Avenue, Sulu · 苏麓市云麓大道 6 号', phone: '+86 999 5550 1102',
    licences: [{ number: 'ISO 13485 MD-25-0208', kind: 'ISO_13485', validUntil: '2028-02-07' }],
  },
  {
    code: 'QINGYU-COATING', name: 'Qingyu Surface Coatings Co., Ltd.', nameZh: '青屿表面涂层科技有限公司', kinds: ['SUPPLIER', 'CONTRACT_MANUFACTURER'], country: 'CN',
    gln: '6999900030009', uscc: '91320999629923128Q', address: '77 Haitang Street, Qingyu · 青屿市海棠街 77 号', phone: '+86 999 5550 1103',
    licences: [{ number: 'ISO 13485 MD-23-1190', kind: 'ISO_13485', validUntil: '2026-12-15' }],
  },
  {
    code: 'YUECHUAN-ELECTRONICS', name: 'Yuechuan Electronics Co., Ltd.', nameZh: '岳川电子有限公司', kinds: ['SUPPLIER'], country: 'CN',
    gln: '6999900040008', uscc: '91320999973669464B', address: '203 Xinchuan Road, Yuechuan · 岳川市新川路 203 号', phone: '+86 999 5550 1104',
    licences: [{ number: 'ISO 13485 MD-24-1022', kind: 'ISO_13485', validUntil: '2027-10-21' }],
  },
  {
    code: 'HENGLU-BATTERY', name: 'Henglu Battery Co., Ltd.', nameZh: '恒鹭电池有限公司', kinds: ['SUPPLIER'], country: 'CN',
    gln: '6999900050007', uscc: '91320999164808946L', address: '9 Luzhou Lane, Henglu · 恒鹭市鹭洲里 9 号', phone: '+86 999 5550 1105',
    licences: [{ number: 'ISO 9001 Q-25-3318', kind: 'ISO_9001', validUntil: '2028-03-17' }],
  },
  {
    code: 'RHEINQUELL', name: 'Rheinquell Präzisionstechnik GmbH', nameZh: '莱茵泉精密技术有限公司', kinds: ['SUPPLIER'], country: 'DE',
    gln: '4399990010004', address: 'Quellgasse 4, 79999 Rheinquell', phone: '+49 30 23125 011',
    licences: [{ number: 'ISO 13485 DE-24-5567', kind: 'ISO_13485', validUntil: '2027-05-31' }],
  },
]

export const introduceSuppliers = (story: Story): void => {
  for (const supplier of suppliers) settle(story, supplier, { kind: 'PLANT', zh: '工厂', en: 'plant' })
}
