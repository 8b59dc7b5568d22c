import type { Language } from '../../paper/paper.ts'
import type { AcceptanceFacts } from './acceptance.cypher.ts'

const zh = {
  title: '医疗器械验收记录', organization: '验收单位', documentNumber: '随货同行单号', at: '到货时间（UTC）', inspector: '验收人员', temperature: '到货温度', photos: '照片', remark: '说明', goods: '到货明细',
  packagingIntact: '外观、包装、标签完好', unexpired: '在有效期内', registrationValid: '注册证（备案）有效', supplierLicensed: '供货者许可（备案）有效', certificatePresent: '合格证明文件齐全', yes: '是', no: '否', unchecked: '未检查',
  name: '名称、型号、UDI-DI', maker: '注册人/备案人、受托生产企业、注册证号', number: '批号 / 序列号', made: '生产日期 / 有效期至', supplier: '供货者（地址、联系方式、许可证号）', quantity: '到货数量', result: '验收结果', checked: '检查项目',
  basis: '依据：《医疗器械监督管理条例》（国务院令第 739 号）第四十五条；《医疗器械经营质量管理规范》关于验收记录的要求（条文待核对）。灭菌批号平台未记录，如有请手写。', sterile: '灭菌批号', signature: '验收人员签名', date: '日期',
  condition: { ACCEPTED: '合格', DAMAGED: '破损', REJECTED: '不合格，拒收', MISSING: '未到货' } as Readonly<Record<string, string>>,
}

const en: typeof zh = {
  title: 'Acceptance record', organization: 'Receiver', documentNumber: 'Delivery note', at: 'Arrived at (UTC)', inspector: 'Inspected by', temperature: 'Temperature on arrival', photos: 'Photos', remark: 'Remark', goods: 'Goods',
  packagingIntact: 'Condition, packaging and label intact', unexpired: 'Not expired', registrationValid: 'Registration valid', supplierLicensed: 'Supplier’s licence valid', certificatePresent: 'Certificates of conformity present', yes: 'yes', no: 'no', unchecked: 'not checked',
  name: 'Name, model, UDI-DI', maker: 'Registrant, contract manufacturer, registration', number: 'Lot / serial number', made: 'Made / expires', supplier: 'Supplier (address, contact, licences)', quantity: 'Quantity', result: 'Result', checked: 'Checked',
  basis: 'Basis: Regulation on the Supervision of Medical Devices (State Council order 739), art. 45; China’s GSP for medical devices, on acceptance records (text yet to be checked). The hub keeps no sterilisation lot: write it in where there is one.', sterile: 'Sterilisation lot', signature: 'Signature of the inspector', date: 'Date',
  condition: { ACCEPTED: 'accepted', DAMAGED: 'damaged', REJECTED: 'rejected', MISSING: 'missing' },
}

export const acceptanceWords = (language: Language): typeof zh => (language === 'zh' ? zh : en)

const checks = ['packagingIntact', 'unexpired', 'registrationValid', 'supplierLicensed', 'certificatePresent'] as const

/** What was looked at on arrival, and how it was found, each with its label. */
export const checkedFacts = (checked: Pick<AcceptanceFacts, 'temperature' | (typeof checks)[number]>, words: typeof zh): (readonly [label: string, found: string])[] => {
  const said = (value: boolean | null): string => (value === null ? words.unchecked : value ? words.yes : words.no)
  return [[words.temperature, checked.temperature === null ? words.unchecked : `${checked.temperature} °C`], ...checks.map((check) => [words[check], said(checked[check])] as const)]
}
