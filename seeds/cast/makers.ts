import { settle } from './settle.ts'
import type { Story } from './story.ts'

/** Hub codes as the catalogue's import makes them of the makers' names. */
export const mailan = 'NINGCHUAN-MAILAN-MEDICAL-DEVICES'
export const abbott = 'ABBOTT-VASCULAR'
export const smithNephew = 'SMITH-NEPHEW'

const plant = { kind: 'PLANT', zh: '工厂', en: 'plant' }

/** The invented maker with the long stories, and two real ones of whom only deliveries are told. */
export const introduceMakers = (story: Story): void => {
  settle(story, {
    code: mailan, name: 'Ningchuan Mailan Medical Devices Co., Ltd.', nameZh: '宁川迈岚医疗器械有限公司', kinds: ['MANUFACTURER', 'SERVICE_PROVIDER'], country: 'CN',
    gln: '6972145000006', companyPrefix: '6972145', uscc: '91330299MA7M1LAN4L', srn: 'CN-MF-000099731',
    address: '77 Lanting Road, Ningchuan · 宁川市岚亭路 77 号', phone: '+86 999 5550 0118',
    licences: [
      { number: '浙药监械生产许 20180099 号', kind: 'DEVICE_PRODUCTION', validUntil: '2028-06-30' },
      { number: 'ISO 13485 MD-24-0099', kind: 'ISO_13485', validUntil: '2027-09-14' },
    ],
  }, plant,
  { code: 'LINE1', kind: 'PLANT', gln: '6972145000013', zh: '一号生产线', en: 'Line 1' },
  { code: 'SERVICE', kind: 'WORKSHOP', gln: '6972145000020', zh: '客户服务中心', en: 'Service workshop' })
  settle(story, { code: abbott, name: 'ABBOTT VASCULAR INC.', nameZh: '雅培血管公司', kinds: ['MANUFACTURER'], country: 'US' }, plant)
  settle(story, { code: smithNephew, name: 'Smith & Nephew, Inc.', nameZh: '施乐辉公司', kinds: ['MANUFACTURER'], country: 'US' }, plant)
}
