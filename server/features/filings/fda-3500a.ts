import { awareSince } from '../feedback/case-clocks.ts'
import { ReportForm } from './filing.type.ts'
import type { Address, CaseFacts } from './report-facts.cypher.ts'
import { byPerson, type FormTable } from './report-table.ts'

const patient = 'The hub holds no patient’s identity. Fill it in at filing.'
const reporter = 'Who reported stands on the case, apart, so that it can be erased. Fill it in at filing.'

export const addressText = (party: Address | null): string | null => party && [party.name ?? party.nameZh, party.address, party.country, party.phone].filter(Boolean).join(', ')

const kindOf = ({ case: { outcomes } }: CaseFacts): string =>
  outcomes.some((it) => String(it) === 'DEATH') ? 'Death' : outcomes.some((it) => ['LIFE_THREATENING', 'DISABILITY', 'INTERVENTION_REQUIRED', 'HOSPITALISATION', 'CONGENITAL_ANOMALY', 'OTHER_SERIOUS'].includes(String(it))) ? 'Serious injury' : 'Malfunction'

const identity = ({ product, device }: CaseFacts): string[] =>
  [['Model', product?.model], ['Catalog', product?.catalogNumber], ['Serial', device?.serialNumber], ['Lot', device?.lotNumber], ['Expires', device?.expiresOn], ['UDI', device?.udi]].flatMap(([name, value]) => (value ? [`${name} ${value}`] : []))

const submissions = ({ product }: CaseFacts): string[] => (product?.registrations ?? []).filter(({ market }) => market === 'US').map(({ number }) => number)

/** 21 CFR 803.52, whose paragraphs follow Form FDA 3500A's blocks. */
export const fda3500a: FormTable<CaseFacts> = {
  form: ReportForm.FDA_3500A, title: 'FDA 3500A, individual adverse event report of a manufacturer', titleZh: 'FDA 3500A 制造商个例不良事件报告',
  source: '21 CFR 803.52. Read: blocks A and B (text of 2007), D4 to D8 (text of 2019); the rest, and the numbers of the printed form, are remembered. Manufacturers file electronically (803.12(a)): this is a reading copy.',
  blocks: [
    { title: 'A. Patient', titleZh: 'A. 患者', fields: [
      { number: 'A1', label: 'Patient name or other identifier', labelZh: '患者姓名或其他标识', value: byPerson, verified: true, note: patient },
      { number: 'A2', label: 'Age at the time of event, or date of birth', labelZh: '事件发生时年龄或出生日期', value: ({ case: { patientAgeYears } }) => patientAgeYears, verified: true },
      { number: 'A3', label: 'Gender', labelZh: '性别', value: ({ case: { patientSex } }) => patientSex, verified: true },
      { number: 'A4', label: 'Weight (kg)', labelZh: '体重（kg）', value: ({ case: { patientWeightKg } }) => patientWeightKg, verified: true },
    ] },
    { title: 'B. Adverse event or product problem', titleZh: 'B. 不良事件或产品问题', fields: [
      { number: 'B1', label: 'Adverse event or product problem', labelZh: '不良事件或产品问题', value: (facts) => (kindOf(facts) === 'Malfunction' ? 'Product problem' : 'Adverse event'), verified: true },
      { number: 'B2', label: 'Outcomes attributed to the event', labelZh: '事件后果', value: ({ case: { outcomes } }) => outcomes, verified: true },
      { number: 'B3', label: 'Date of event', labelZh: '事件日期', value: ({ case: { occurredOn } }) => occurredOn, verified: true },
      { number: 'B4', label: 'Date of report by the initial reporter', labelZh: '首次报告人报告日期', value: ({ case: { receivedAt } }) => receivedAt.slice(0, 10), verified: true },
      { number: 'B5', label: 'Description of event or problem', labelZh: '事件或问题描述', value: ({ case: { description } }) => description, verified: true },
      { number: 'B6', label: 'Relevant tests, with dates and laboratory data', labelZh: '相关检查与化验数据', value: byPerson, optional: true, verified: true, note: patient },
      { number: 'B7', label: 'Other relevant history', labelZh: '其他相关病史', value: byPerson, optional: true, verified: true, note: patient },
    ] },
    { title: 'D. Device', titleZh: 'D. 器械', fields: [
      { number: 'D1', label: 'Brand name', labelZh: '商品名', value: ({ product }) => product?.brand ?? product?.name, verified: true },
      { number: 'D2', label: 'Common device name, product code', labelZh: '通用名、产品代码', value: ({ product }) => product?.gmdnName, note: 'FDA’s three-letter product code is not kept.' },
      { number: 'D3', label: 'Manufacturer name and address', labelZh: '制造商名称与地址', value: ({ maker }) => addressText(maker), verified: true },
      { number: 'D4', label: 'Model, catalog, serial, lot, expiration, UDI', labelZh: '型号、目录号、序列号、批号、有效期、UDI', value: identity, verified: true },
      { number: 'D5', label: 'Operator of device', labelZh: '操作者', value: byPerson, verified: true, note: 'Asked of nobody yet: ask the reporter.' },
      { number: 'D6', label: 'Date of implantation', labelZh: '植入日期', value: ({ implantedOn }) => implantedOn, optional: true, verified: true },
      { number: 'D7', label: 'Date of explantation', labelZh: '取出日期', value: ({ explantedOn }) => explantedOn, optional: true, verified: true },
      { number: 'D8', label: 'Single-use device reprocessed and reused', labelZh: '一次性器械是否经再处理后使用', value: byPerson, optional: true, verified: true },
      { number: 'D9', label: 'Device available for evaluation', labelZh: '器械是否可供评价', value: ({ case: { deviceAvailable } }) => deviceAvailable },
      { number: 'D10', label: 'Concomitant medical products', labelZh: '合并使用的器械', value: ({ case: { concomitantCodes } }) => concomitantCodes, optional: true },
    ] },
    { title: 'E. Initial reporter', titleZh: 'E. 首次报告人', fields: [
      { number: 'E1', label: 'Name, address, telephone', labelZh: '姓名、地址、电话', value: (facts) => addressText(facts.reporter), note: reporter },
      { number: 'E2', label: 'Health professional', labelZh: '是否医务人员', value: byPerson, note: reporter },
      { number: 'E3', label: 'Occupation', labelZh: '职业', value: byPerson, note: reporter },
      { number: 'E4', label: 'Initial reporter also sent report to FDA', labelZh: '首次报告人是否也报 FDA', value: byPerson, optional: true },
    ] },
    { title: 'G. All manufacturers', titleZh: 'G. 制造商', fields: [
      { number: 'G1', label: 'Contact office, manufacturing site', labelZh: '联系机构与生产场所', value: ({ maker }) => addressText(maker) },
      { number: 'G2', label: 'Telephone', labelZh: '电话', value: ({ maker }) => maker?.phone },
      { number: 'G3', label: 'Report source', labelZh: '报告来源', value: ({ case: { reporterKinds } }) => reporterKinds },
      { number: 'G4', label: 'Date received by manufacturer', labelZh: '制造商收到日期', value: (facts) => awareSince(facts.case).slice(0, 10) },
      { number: 'G5', label: 'PMA or 510(k)', labelZh: 'PMA 或 510(k)', value: submissions },
      { number: 'G7', label: 'Type of report', labelZh: '报告类型', value: ({ case: { remedialAction } }) => (remedialAction ? '5-day' : '30-day, initial') },
      { number: 'G9', label: 'Manufacturer report number', labelZh: '制造商报告编号', value: byPerson, note: 'Registration number, year and sequence: from your eMDR system.' },
    ] },
    { title: 'H. Device manufacturers', titleZh: 'H. 器械制造商', fields: [
      { number: 'H1', label: 'Type of reportable event', labelZh: '事件类型', value: kindOf },
      { number: 'H2', label: 'If follow-up, what type', labelZh: '后续报告类型', value: byPerson, optional: true },
      { number: 'H3', label: 'Device evaluated by manufacturer', labelZh: '制造商是否评价', value: ({ case: { assessment } }) => assessment },
      { number: 'H4', label: 'Device manufacture date', labelZh: '生产日期', value: ({ device }) => device?.manufacturedOn },
      { number: 'H5', label: 'Labeled for single use', labelZh: '是否标示一次性使用', value: ({ product }) => product?.singleUse },
      { number: 'H6', label: 'Codes: problem, method, results, conclusions', labelZh: '编码：问题、方法、结果、结论', value: ({ case: it }) => [...it.deviceProblemCodes, ...it.clinicalSignCodes, ...it.healthImpactCodes, ...it.componentCodes, ...it.investigationCodes, ...it.findingCodes, ...it.conclusionCodes], note: 'IMDRF codes; FDA’s own are mapped at filing.' },
      { number: 'H7', label: 'Remedial action initiated', labelZh: '是否采取补救措施', value: ({ case: { remedialAction } }) => remedialAction, optional: true },
      { number: 'H8', label: 'Usage: initial, reuse, unknown', labelZh: '首次使用、重复使用、不详', value: byPerson },
      { number: 'H9', label: 'Correction or removal number, 519(f)', labelZh: '519(f) 纠正或撤除编号', value: byPerson, optional: true },
      { number: 'H10', label: 'Additional narrative', labelZh: '补充说明', value: ({ case: { conclusion } }) => conclusion, optional: true },
    ] },
  ],
}
