import { addressText } from './fda-3500a.ts'
import { ReportForm } from './filing.type.ts'
import { accountedText, mostNamed, nameOf, numbersIn, numbersOf } from './recall-words.ts'
import type { Consignee, DaySpan, ProductFacts, RecallFacts } from './report-facts.cypher.ts'
import { byPerson, type FormTable } from './report-table.ts'

const decision = 'A person’s decision at filing.'

const productText = ({ brand, name, model, catalogNumber, di }: ProductFacts): string => [brand, name, model, catalogNumber, `UDI-DI ${di}`].filter(Boolean).join(', ')
const names = ({ products }: RecallFacts): string[] => products.map(productText)
const consignee = ({ party, issuedAt, quantity }: Consignee): string => `${addressText({ ...party, name: party.name ?? party.nameZh ?? '(name withheld by its distributor)' })}: notified ${issuedAt.slice(0, 10)}, ${quantity} units`
const sumOf = (consignees: readonly Consignee[], count: (it: Consignee) => number): number => consignees.reduce((sum, it) => sum + count(it), 0)
const spanText = (what: string, { from, to }: DaySpan): string => (from === null ? '' : `${what} ${from === to ? from : `${from} to ${to ?? ''}`}`)
const madeAndExpiring = ({ manufactured, expiring }: RecallFacts): string[] => [spanText('made', manufactured), spanText('expires', expiring)].filter(Boolean)

/** 21 CFR 806.10(c), paragraph by paragraph. */
export const fda806: FormTable<RecallFacts> = {
  form: ReportForm.FDA_806, title: 'FDA report of correction or removal', titleZh: 'FDA 纠正或撤除报告（806）',
  source: '21 CFR 806.10(c). Read: ten working days, consignees with name, address, telephone, dates and quantities; the paragraphs’ numbers are remembered.',
  blocks: [{ title: '806.10(c)', titleZh: '806.10(c)', fields: [
    { number: '(c)(1)', label: 'Report number: establishment, date, sequence, C or R', labelZh: '报告编号：企业登记号、日期、序号、C 或 R', value: byPerson, note: decision },
    { number: '(c)(2)', label: 'Name, address, telephone of the manufacturer; contact person', labelZh: '制造商名称、地址、电话；联系人', value: ({ maker }) => addressText(maker) },
    { number: '(c)(3)', label: 'Brand name, classification name, common name, intended use', labelZh: '商品名、分类名、通用名、预期用途', value: names },
    { number: '(c)(4)', label: 'Marketing status: 510(k), PMA or other number', labelZh: '上市状态：510(k)、PMA 等编号', value: numbersIn('US') },
    { number: '(c)(5)', label: 'UDI-DI, model, catalog and code number, lot or serial numbers', labelZh: 'UDI-DI、型号、批号或序列号', value: numbersOf },
    { number: '(c)(6)', label: 'Manufacturer’s name and address, where another than the reporter', labelZh: '非报告者时的制造商', value: byPerson, optional: true },
    { number: '(c)(7)', label: 'Event that gave rise to it, and the actions taken and to be taken', labelZh: '起因与已采取、拟采取的措施', value: ({ recall }) => `${recall.reason} Actions: ${recall.actions.join(', ')}.` },
    { number: '(c)(8)', label: 'Illness or injury; numbers of MDR reports', labelZh: '疾病或伤害；MDR 报告编号', value: ({ complaints, recall }) => [`${complaints} cases led to it`, recall.riskStatement ?? ''].filter(Boolean) },
    { number: '(c)(9)', label: 'Total number of devices manufactured or distributed', labelZh: '生产或分销总数', value: ({ progress }) => progress.serialCount + progress.unitCount, note: 'Of what the recall covers, each once.' },
    { number: '(c)(10)', label: 'Date of manufacture or distribution; expiration', labelZh: '生产或分销日期；有效期', value: madeAndExpiring },
    { number: '(c)(11)', label: 'Names, addresses, telephones of all consignees, dates and numbers of devices', labelZh: '所有收货单位名称、地址、电话、日期、数量', value: ({ consignees }) => consignees.map(consignee) },
    { number: '(c)(12)', label: 'Copy of all communications', labelZh: '全部通信副本', value: byPerson, note: 'The notices as PDF, from the recall’s recipients.' },
    { number: '(c)(13)', label: 'What is not yet available, and when it will be', labelZh: '尚缺的信息与补报时间', value: byPerson, optional: true },
  ] }],
}

/** Of those that sent any back or had any corrected, and in all. */
const returnedByEach = (facts: RecallFacts): string[] => {
  const { progress, consignees } = facts
  const each = consignees.filter(({ returned, corrected }) => returned + corrected > 0)
  const inAll = `${progress.quantityReturned} returned, ${progress.quantityCorrected} corrected; accounted for: ${accountedText(facts)}`
  return [inAll, ...each.map((it) => `${nameOf(it)}: ${it.returned} returned, ${it.corrected} corrected`)]
}

/** 21 CFR 7.53(b), and what it is about. */
export const fda753: FormTable<RecallFacts> = {
  form: ReportForm.FDA_7_53, title: 'FDA recall status report', titleZh: 'FDA 召回状态报告（7.53）', source: '21 CFR 7.53(b); its numbers are remembered.',
  blocks: [{ title: '7.53(b)', titleZh: '7.53(b)', fields: [
    { number: '(b)(1)', label: 'Consignees notified, date and method', labelZh: '已通知的单位数、日期与方式', value: ({ consignees }) => (consignees[0] ? `${consignees.length}, from ${consignees.map((it) => it.issuedAt).sort()[0]?.slice(0, 10) ?? ''}, through the hub` : null) },
    { number: '(b)(2)', label: 'Consignees that responded, and quantity on hand when the notice came', labelZh: '已答复的单位数，收到通知时持有数量', value: ({ consignees }) => `${consignees.filter((it) => it.completed).length}; ${sumOf(consignees, ({ onHand }) => onHand ?? 0)} on hand` },
    { number: '(b)(3)', label: 'Consignees that did not respond', labelZh: '未答复的单位', value: ({ consignees }) => { const open = consignees.filter((it) => !it.completed); return [`${open.length}`, ...mostNamed(open, 'and {n} more: see the recall’s recipients')] } },
    { number: '(b)(4)', label: 'Products returned or corrected by each consignee; quantity accounted for', labelZh: '各单位退回或纠正的数量；已说明去向', value: returnedByEach },
    { number: '(b)(5)', label: 'Number and results of effectiveness checks', labelZh: '有效性检查数量与结果', value: ({ progress: { effectivenessChecks: { made, effective } } }) => `${made} made, ${effective} effective, ${made - effective} not effective` },
    { number: '(b)(6)', label: 'Estimated time frame for completion', labelZh: '预计完成时间', value: ({ recall }) => recall.estimatedCompletion },
  ] }, { title: 'What is recalled', titleZh: '召回的器械', fields: [
    { number: 'recall', label: 'Recall, and what holders are to do', labelZh: '召回编号与要求采取的措施', value: ({ recall }) => `${recall.reference}: ${recall.title}. ${recall.actions.join(', ')}` },
    { number: 'products', label: 'Brand name, model, catalog number, UDI-DI', labelZh: '商品名、型号、UDI-DI', value: names },
    { number: 'numbers', label: 'Lots, serial numbers', labelZh: '批号、序列号', value: numbersOf },
  ] }],
}

/** A field safety notice: MDR Art. 89(8). */
export const euFsn: FormTable<RecallFacts> = {
  form: ReportForm.EU_FSN, title: 'EU field safety notice', titleZh: '欧盟现场安全通知（FSN）', source: 'MDR Art. 89(8) and the Commission’s template of a field safety notice, remembered. “Urgent” is the sender’s word: the Union has no such class.',
  blocks: [
    { title: '1 Affected devices', titleZh: '1 涉及器械', fields: [
      { number: '1.1', label: 'Device types, commercial names, UDI-DI', labelZh: '器械类型、商品名、UDI-DI', value: names },
      { number: '1.2', label: 'Basic UDI-DI', labelZh: '基本 UDI-DI', value: ({ products }) => products.flatMap(({ basicUdiDi }) => (basicUdiDi ? [basicUdiDi] : [])) },
      { number: '1.3', label: 'Lots, serial numbers', labelZh: '批号、序列号', value: numbersOf },
      { number: '1.4', label: 'Registrations in the Union', labelZh: '欧盟注册', value: numbersIn('EU'), optional: true },
    ] },
    { title: '2 Reason', titleZh: '2 原因', fields: [
      { number: '2.1', label: 'Description of the problem', labelZh: '问题描述', value: ({ recall }) => recall.reason },
      { number: '2.2', label: 'Hazard that gives rise to the action', labelZh: '风险', value: ({ recall }) => recall.riskStatement },
    ] },
    { title: '3 Action', titleZh: '3 措施', fields: [
      { number: '3.1', label: 'Action to be taken by the user', labelZh: '用户应采取的措施', value: ({ recall }) => recall.actions },
      { number: '3.2', label: 'By when', labelZh: '期限', value: ({ recall }) => recall.respondBy?.slice(0, 10) },
      { number: '3.3', label: 'Is the reply form required?', labelZh: '是否需要回执', value: () => 'Yes' },
    ] },
    { title: '4 General', titleZh: '4 一般信息', fields: [
      { number: '4.1', label: 'FSCA reference', labelZh: 'FSCA 编号', value: ({ recall }) => recall.reference },
      { number: '4.2', label: 'Manufacturer: name, SRN, address, contact', labelZh: '制造商：名称、SRN、地址、联系方式', value: ({ maker }) => [addressText(maker), maker.srn ? `SRN ${maker.srn}` : null].filter((it) => it !== null) },
      { number: '4.3', label: 'Competent authorities informed', labelZh: '已通知的主管机关', value: byPerson, note: decision },
      { number: '4.4', label: 'Urgent', labelZh: '紧急', value: byPerson, optional: true, note: decision },
    ] },
  ],
}
