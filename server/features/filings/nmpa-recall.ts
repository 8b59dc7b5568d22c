import { addressText } from './fda-3500a.ts'
import { ReportForm } from './filing.type.ts'
import { accountedText, mostNamed, numbersIn, numbersOf } from './recall-words.ts'
import type { Consignee, RecallFacts } from './report-facts.cypher.ts'
import { byPerson, type FieldRow, type FormTable } from './report-table.ts'

const levels = { I: '一级召回', II: '二级召回', III: '三级召回' } as const

const actionWords: Readonly<Record<string, string>> = {
  STOP_USE: '停止使用', QUARANTINE: '隔离存放', RETURN: '收回', DESTROY: '销毁', REPAIR: '修理', REPLACE: '替换', INSPECT: '检查', SOFTWARE_UPDATE: '软件更新', LABELLING_CHANGE: '重新标签、修改并完善说明书', PATIENT_FOLLOW_UP: '随访患者', ADVISORY: '警示',
}

const names = ({ products }: RecallFacts): string[] => products.map(({ nameZh, name }) => nameZh ?? name)
const unitsIn = (country: (it: Consignee) => boolean) => ({ consignees, maker }: RecallFacts): number =>
  consignees.filter((it) => it.party.id !== maker.id && country(it)).reduce((sum, { quantity }) => sum + quantity, 0)
const level = ({ recorded, recall }: RecallFacts): string => {
  const decided = recorded.find(({ jurisdiction }) => jurisdiction === 'CN')?.level
  return `${levels[decided ?? recall.classification]}${decided ? '' : '（企业自定级别，尚未登记监管级别）'}`
}
const actions = ({ recall }: RecallFacts): string[] => recall.actions.map((action) => actionWords[action] ?? action)
const countries = ({ consignees }: RecallFacts): string[] => [...new Set(consignees.flatMap(({ party }) => party.country ?? []))].sort()

/** What both forms begin with. */
const subject = (first: number): FieldRow<RecallFacts>[] => [
  { number: `${first}`, label: 'Product name', labelZh: '产品名称', value: names },
  { number: `${first + 1}`, label: 'Registration or filing number', labelZh: '注册证或备案凭证编码', value: numbersIn('CN') },
  { number: `${first + 2}`, label: 'Registrant, address, telephone', labelZh: '注册人（备案人）名称、地址、电话', value: ({ maker }) => addressText({ ...maker, name: maker.nameZh ?? maker.name }) },
  { number: `${first + 3}`, label: 'Agent in China, of an imported device', labelZh: '境内代理人（进口产品）', value: byPerson, optional: true },
]

const source = '《医疗器械召回管理办法》（国家食品药品监督管理总局令第29号）附表，栏目凭记忆列出，未能核对原表；修订后的办法如有新表，以监管机构现行表格为准。Annexes of order 29, remembered.'

/** 医疗器械召回事件报告表. */
export const nmpaRecall: FormTable<RecallFacts> = {
  form: ReportForm.NMPA_RECALL, title: 'NMPA recall event report', titleZh: '医疗器械召回事件报告表', source,
  blocks: [
    { title: 'Product', titleZh: '产品', fields: [
      ...subject(1),
      { number: '5', label: 'Intended use', labelZh: '产品的适用范围', value: byPerson },
      { number: '6', label: 'Countries and regions concerned', labelZh: '涉及地区和国家', value: countries },
      { number: '7', label: 'Models and specifications', labelZh: '涉及产品型号、规格', value: ({ products }) => products.flatMap(({ model }) => model ?? []) },
      { number: '8', label: 'Made, or imported into China', labelZh: '涉及产品生产（或进口中国）数量', value: byPerson, note: '平台列出召回范围内的数量；生产总量由企业填写。' },
      { number: '9', label: 'Sold in China', labelZh: '涉及产品在中国的销售数量', value: unitsIn(({ party }) => party.country === 'CN') },
      { number: '10', label: 'Identification: lots, serial numbers', labelZh: '识别信息（批号、序列号）', value: numbersOf },
    ] },
    { title: 'Recall', titleZh: '召回', fields: [
      { number: '11', label: 'Level', labelZh: '召回级别', value: level },
      { number: '12', label: 'Reason, in brief', labelZh: '召回原因简述', value: ({ recall }) => recall.reason },
      { number: '13', label: 'Corrective action, in brief', labelZh: '纠正行动简述（包括召回要求和处理方式等）', value: actions },
      { number: '14', label: 'Notified since', labelZh: '启动召回并发出通知的日期', value: ({ recall }) => recall.approvedAt?.slice(0, 10) },
    ] },
    { title: 'Reporter', titleZh: '报告单位', fields: [
      { number: '15', label: 'Person responsible', labelZh: '负责人', value: byPerson },
      { number: '16', label: 'Reported by, telephone', labelZh: '报告人、联系电话', value: byPerson },
      { number: '17', label: 'Date of report', labelZh: '报告日期', value: byPerson },
    ] },
  ],
}

const answered = ({ consignees }: RecallFacts): string => `${consignees.length} 家已通知，${consignees.filter(({ completed }) => completed).length} 家已答复`
const open = ({ consignees }: RecallFacts): string[] => mostNamed(consignees.filter(({ completed }) => !completed), '未列出的另有 {n} 家')

/** 召回计划实施情况报告. */
export const nmpaRecallProgress: FormTable<RecallFacts> = {
  form: ReportForm.NMPA_RECALL_PROGRESS, title: 'NMPA report on how the recall plan is carried out', titleZh: '召回计划实施情况报告', source,
  blocks: [
    { title: 'Product', titleZh: '产品', fields: [...subject(1), { number: '5', label: 'Lots, serial numbers', labelZh: '批号、序列号', value: numbersOf }, { number: '6', label: 'Level', labelZh: '召回级别', value: level }] },
    { title: 'Progress', titleZh: '实施情况', fields: [
      { number: '7', label: 'Notified since', labelZh: '启动召回的日期', value: ({ recall }) => recall.approvedAt?.slice(0, 10) },
      { number: '8', label: 'Notified, and answered', labelZh: '通知与答复', value: answered },
      { number: '9', label: 'Not answered', labelZh: '尚未答复的单位', value: open, optional: true },
      { number: '10', label: 'Returned', labelZh: '已收回数量', value: ({ progress }) => progress.quantityReturned },
      { number: '11', label: 'Corrected or replaced', labelZh: '已纠正、更换数量', value: ({ progress }) => progress.quantityCorrected },
      { number: '12', label: 'Accounted for', labelZh: '已说明去向', value: accountedText },
      { number: '13', label: 'How the returned are disposed of', labelZh: '收回产品的处理', value: byPerson },
      { number: '14', label: 'Estimated completion', labelZh: '预计完成时间', value: ({ recall }) => recall.estimatedCompletion },
      { number: '15', label: 'Next steps', labelZh: '下一步措施', value: byPerson },
    ] },
  ],
}
