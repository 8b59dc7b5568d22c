import { awareSince } from '../feedback/case-clocks.ts'
import { addressText } from './fda-3500a.ts'
import { ReportForm } from './filing.type.ts'
import type { CaseFacts } from './report-facts.cypher.ts'
import { byPerson, type FormTable } from './report-table.ts'

const authority = 'From the authority, or chosen at filing.'

const classification = ({ case: { publicThreat, outcomes, unexpected } }: CaseFacts): string =>
  publicThreat ? 'Serious public health threat' : outcomes.some((it) => String(it) === 'DEATH') ? 'Death' : unexpected ? 'Unanticipated serious deterioration in state of health' : 'All other reportable incidents'

const incident = ({ case: { occurredOn, occurredUntil } }: CaseFacts): string => (occurredUntil ? `${occurredOn} to ${occurredUntil}` : occurredOn)

const markets = ({ product }: CaseFacts): string[] => [...new Set((product?.registrations ?? []).map(({ market }) => market))]

/** The Manufacturer Incident Report, 7.3.1, section by section. */
export const euMir: FormTable<CaseFacts> = {
  form: ReportForm.EU_MIR, title: 'EU Manufacturer Incident Report 7.3.1', titleZh: '欧盟制造商事件报告（MIR 7.3.1）',
  source: 'MIR 7.3.1. Read in a copy of the form: sections 1.1 to 1.3.1b. The numbers of the rest are remembered; the official XSD was not read, nor was the day from which 7.3.1 binds. While EUDAMED’s vigilance is not mandatory the report goes to the national authority.',
  blocks: [
    { title: '1.1 Competent authority', titleZh: '1.1 主管机关', fields: [
      { number: '1.1a', label: 'Receiving national competent authority', labelZh: '接收的国家主管机关', value: byPerson, verified: true, note: authority },
      { number: '1.1b', label: 'EUDAMED number of the authority', labelZh: '主管机关 EUDAMED 编号', value: byPerson, optional: true, verified: true, note: authority },
      { number: '1.1c', label: 'Reference number assigned by the authority', labelZh: '主管机关编号', value: byPerson, optional: true, verified: true, note: authority },
      { number: '1.1d', label: 'Reference number assigned by EUDAMED', labelZh: 'EUDAMED 编号', value: byPerson, optional: true, verified: true, note: authority },
    ] },
    { title: '1.2 Date, type and classification', titleZh: '1.2 日期、类型与分类', fields: [
      { number: '1.2a', label: 'Date of submission', labelZh: '提交日期', value: byPerson, optional: true, verified: true, note: 'The day of filing.' },
      { number: '1.2b', label: 'Date of incident', labelZh: '事件日期', value: incident, verified: true },
      { number: '1.2c', label: 'Manufacturer awareness date of the incident', labelZh: '制造商知悉事件日期', value: (facts) => awareSince(facts.case).slice(0, 10), verified: true },
      { number: '1.2d', label: 'Manufacturer awareness date of reportability', labelZh: '制造商知悉须报告日期', value: byPerson, verified: true, note: 'A person’s decision.' },
      { number: '1.2e', label: 'Type of report', labelZh: '报告类型', value: ({ case: { concludedAt } }) => (concludedAt ? 'Combined initial and final' : 'Initial'), verified: true },
      { number: '1.2f', label: 'Expected date of the next report', labelZh: '下次报告预计日期', value: byPerson, optional: true, verified: true },
      { number: '1.2g', label: 'Classification of serious incident', labelZh: '严重事件分类', value: classification, verified: true },
    ] },
    { title: '1.3 Submitter', titleZh: '1.3 提交者', fields: [
      { number: '1.3.1a', label: 'Submitter', labelZh: '提交者', value: () => 'Manufacturer', verified: true },
      { number: '1.3.1b', label: 'Manufacturer’s reference number', labelZh: '制造商编号', value: ({ case: { caseNumber } }) => caseNumber, verified: true },
      { number: '1.3.2', label: 'Manufacturer: name, SRN, address, contact', labelZh: '制造商：名称、SRN、地址、联系方式', value: ({ maker }) => [addressText(maker), maker?.srn ? `SRN ${maker.srn}` : null].filter((it) => it !== null) },
      { number: '1.3.3', label: 'Authorised representative', labelZh: '授权代表', value: byPerson, optional: true, note: 'Where the manufacturer is outside the Union.' },
    ] },
    { title: '2 Medical device', titleZh: '2 医疗器械', fields: [
      { number: '2.1a', label: 'UDI-DI', labelZh: 'UDI-DI', value: ({ product }) => product?.di },
      { number: '2.1b', label: 'UDI-PI', labelZh: 'UDI-PI', value: ({ device }) => [device?.lotNumber ? `Lot ${device.lotNumber}` : '', device?.serialNumber ? `Serial ${device.serialNumber}` : '', device?.expiresOn ? `Expires ${device.expiresOn}` : ''].filter(Boolean) },
      { number: '2.1c', label: 'Basic UDI-DI', labelZh: '基本 UDI-DI', value: ({ product }) => product?.basicUdiDi },
      { number: '2.2', label: 'Nomenclature (EMDN)', labelZh: '命名（EMDN）', value: byPerson, note: 'The hub keeps GMDN; EMDN is filled in at filing.' },
      { number: '2.3a', label: 'Medical device name', labelZh: '器械名称', value: ({ product }) => product?.brand ?? product?.name },
      { number: '2.3b', label: 'Model, catalogue number', labelZh: '型号、目录号', value: ({ product }) => [product?.model, product?.catalogNumber].filter((it) => typeof it === 'string') },
      { number: '2.4', label: 'Risk class', labelZh: '风险类别', value: ({ product }) => product?.riskClass },
      { number: '2.5', label: 'Countries where it is on the market', labelZh: '上市国家', value: markets },
      { number: '2.6', label: 'Notified body, certificates', labelZh: '公告机构与证书', value: byPerson, optional: true },
    ] },
    { title: '3 Incident', titleZh: '3 事件', fields: [
      { number: '3.1', label: 'Nature of incident', labelZh: '事件经过', value: ({ case: { description } }) => description },
      { number: '3.2', label: 'Device problem (IMDRF annex A)', labelZh: '器械问题（IMDRF 附录 A）', value: ({ case: { deviceProblemCodes } }) => deviceProblemCodes },
      { number: '3.3a', label: 'Clinical signs (IMDRF annex E)', labelZh: '临床体征（附录 E）', value: ({ case: { clinicalSignCodes } }) => clinicalSignCodes },
      { number: '3.3b', label: 'Health impact (IMDRF annex F)', labelZh: '健康影响（附录 F）', value: ({ case: { healthImpactCodes } }) => healthImpactCodes },
      { number: '3.3c', label: 'Patient: age, gender, weight', labelZh: '患者：年龄、性别、体重', value: ({ case: { patientAgeYears, patientSex, patientWeightKg } }) => [patientAgeYears, patientSex, patientWeightKg].filter((it) => it !== null).map(String), optional: true },
      { number: '3.4', label: 'Initial reporter: role, facility, country', labelZh: '首次报告人：角色、机构、国家', value: ({ reporter }) => addressText(reporter) },
    ] },
    { title: '4 Manufacturer’s analysis', titleZh: '4 制造商分析', fields: [
      { number: '4.1', label: 'Preliminary comments', labelZh: '初步意见', value: ({ case: { assessment } }) => assessment },
      { number: '4.2', label: 'Cause investigation and conclusion', labelZh: '原因调查与结论', value: ({ case: { conclusion } }) => conclusion, optional: true },
      { number: '4.2.1', label: 'Investigation, findings, conclusion, component (IMDRF annexes B, C, D, G)', labelZh: '调查、发现、结论、部件（附录 B、C、D、G）', value: ({ case: it }) => [...it.investigationCodes, ...it.findingCodes, ...it.conclusionCodes, ...it.componentCodes], optional: true },
      { number: '4.3', label: 'Similar incidents', labelZh: '类似事件', value: byPerson, optional: true, note: 'See the case’s context and the signals.' },
    ] },
    { title: '5 General comments', titleZh: '5 一般意见', fields: [{ number: '5', label: 'General comments', labelZh: '一般意见', value: byPerson, optional: true }] },
  ],
}
