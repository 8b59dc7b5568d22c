import type { Story } from './story.ts'
import { settle } from './settle.ts'

const central = { kind: 'WAREHOUSE', zh: '中心仓', en: 'central warehouse' }

const chineseDistributors = (story: Story): void => {
  settle(story, {
    code: 'KANGLUO', name: 'Chengzhou Kangluo Medical Co., Ltd.', nameZh: '澄州康络医疗器械有限公司', kinds: ['DISTRIBUTOR', 'IMPORTER'], country: 'CN',
    gln: '6999900070005', companyPrefix: '699990007', uscc: '91320999197222335U', address: '128 Binjiang East Road, Chengzhou · 澄州市滨江东路 128 号', phone: '+86 999 5550 2201',
    licences: [
      { number: '澄药监械经营许 20240117 号', kind: 'DEVICE_DISTRIBUTION', validUntil: '2029-03-18' },
      { number: '澄冷链备 2023-042', kind: 'COLD_CHAIN', validUntil: '2026-12-20' },
    ],
  }, central, { code: 'AIRPORT', kind: 'WAREHOUSE', gln: '6999900070012', zh: '空港仓', en: 'Airport warehouse' })
  settle(story, {
    code: 'HEZHONG', name: 'Nanyu Hezhong Medical Supplies Co., Ltd.', nameZh: '南屿和众医疗用品有限公司', kinds: ['DISTRIBUTOR'], country: 'CN',
    gln: '6999900080004', companyPrefix: '699990008', uscc: '91320999819248653Y', address: '15 Yugang Road, Nanyu · 南屿市屿港路 15 号', phone: '+86 999 5550 2202',
    licences: [{ number: '南药监械经营许 20230655 号', kind: 'DEVICE_DISTRIBUTION', validUntil: '2028-08-09' }],
  }, central)
}

const distributorsAbroad = (story: Story): void => {
  settle(story, {
    code: 'NORDKAI', name: 'Nordkai Medizintechnik Vertrieb GmbH', nameZh: '北码头医疗技术销售有限公司', kinds: ['DISTRIBUTOR', 'IMPORTER'], country: 'DE',
    gln: '4399990020003', address: 'Nordkai 21, 20999 Hamburg', phone: '+49 40 66969 210',
    licences: [{ number: 'GDP-MD DE-2025-0341', kind: 'DEVICE_DISTRIBUTION', validUntil: '2028-01-31' }],
  }, central)
  settle(story, {
    code: 'STRAITS-MERIDIAN', name: 'Straits Meridian Medical Pte. Ltd.', nameZh: '海峡子午医疗私人有限公司', kinds: ['DISTRIBUTOR', 'IMPORTER'], country: 'SG',
    gln: '8889900010003', address: '3 Meridian Quay, Singapore 999003', phone: '+65 6555 0131',
    licences: [{ number: 'IWL-25-00417', kind: 'DEVICE_DISTRIBUTION', validUntil: '2027-06-30' }],
  }, central)
}

export const introduceDistributors = (story: Story): void => {
  chineseDistributors(story)
  distributorsAbroad(story)
}
