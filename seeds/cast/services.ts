import { settle } from './settle.ts'
import type { Story } from './story.ts'

/** Who carries and repairs for others, and who runs the hub itself. */
export const introduceServices = (story: Story): void => {
  settle(story, { code: 'LANQIAO-COLDCHAIN', name: 'Lanqiao Cold Chain Logistics Co., Ltd.', nameZh: '兰桥冷链物流有限公司', kinds: ['CARRIER'], country: 'CN', address: '9 Gangcheng Road, Chengzhou · 澄州市港城路 9 号', phone: '+86 999 5550 3301' }, { kind: 'WAREHOUSE', zh: '分拨中心', en: 'hub' })
  settle(story, { code: 'PUYUAN-BIOMED', name: 'Puyuan Biomedical Engineering Co., Ltd.', nameZh: '浦源医学工程有限公司', kinds: ['SERVICE_PROVIDER'], country: 'CN', address: '31 Wenhe Street, Chengzhou · 澄州市汶河街 31 号', phone: '+86 999 5550 3302' }, { kind: 'WORKSHOP', zh: '维修车间', en: 'workshop' })
  settle(story, { code: 'HUB-OPERATIONS', name: 'Devicetrail Operations', nameZh: '器械溯源平台运营', kinds: ['OPERATOR'], country: 'CN' }, { kind: 'OFFICE', zh: '机房', en: 'operations' })
}
