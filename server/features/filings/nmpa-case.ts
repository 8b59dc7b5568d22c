import { awareSince } from '../feedback/case-clocks.ts'
import { addressText } from './fda-3500a.ts'
import { ReportForm } from './filing.type.ts'
import type { CaseFacts } from './report-facts.cypher.ts'
import { byPerson, type FormTable } from './report-table.ts'

const patient = '本平台不保存患者身份信息，报送时填写。The hub holds no patient’s identity.'

const outcomeWords: Readonly<Record<string, string>> = {
  DEATH: '死亡', LIFE_THREATENING: '危及生命', HOSPITALISATION: '住院或延长住院', DISABILITY: '机体功能结构永久性损伤', CONGENITAL_ANOMALY: '先天异常', INTERVENTION_REQUIRED: '需要内、外科治疗避免上述永久损伤', OTHER_SERIOUS: '其他严重情况', MINOR_HARM: '轻微伤害', NO_HARM: '没有伤害', UNKNOWN: '不清楚',
}

const chineseNumbers = ({ product }: CaseFacts): string[] => (product?.registrations ?? []).filter(({ market }) => market === 'CN').map(({ number }) => number)

/** 可疑医疗器械不良事件报告表, numbers 1 to 23. */
export const nmpaCase: FormTable<CaseFacts> = {
  form: ReportForm.NMPA_CASE, title: 'NMPA suspected medical device adverse event report', titleZh: '可疑医疗器械不良事件报告表',
  source: '表样依公开的《可疑医疗器械不良事件报告表》填写要求读得（第 1 至 23 项）。国家医疗器械不良事件监测信息系统现行的录入项未能核对：以系统为准。Read in public copies of the form; the fields that the national system asks today were not verified.',
  blocks: [
    { title: 'Heading', titleZh: '题眉', fields: [
      { number: '题眉 1', label: 'Reporting organization, address, telephone', labelZh: '单位名称、联系地址、电话', value: ({ case: { own }, reporter, maker }) => addressText(own ? reporter : maker), verified: true },
      { number: '题眉 2', label: 'Source of report', labelZh: '报告来源', value: ({ case: { own, reporterKinds } }) => (!own ? '生产企业' : reporterKinds.includes('HOSPITAL') ? '使用单位' : '经营企业'), verified: true },
    ] },
    { title: 'A. Patient', titleZh: 'A. 患者资料', fields: [
      { number: '1', label: 'Name', labelZh: '姓名', value: byPerson, verified: true, note: patient },
      { number: '2', label: 'Age', labelZh: '年龄', value: ({ case: { patientAgeYears } }) => patientAgeYears, verified: true },
      { number: '3', label: 'Sex', labelZh: '性别', value: ({ case: { patientSex } }) => patientSex && (String(patientSex) === 'FEMALE' ? '女' : String(patientSex) === 'MALE' ? '男' : '其他或不详'), verified: true },
      { number: '4', label: 'Disease to be treated, or purpose', labelZh: '预期治疗疾病或作用', value: byPerson, verified: true, note: patient },
    ] },
    { title: 'B. Event', titleZh: 'B. 不良事件情况', fields: [
      { number: '5', label: 'What mainly showed', labelZh: '事件主要表现', value: ({ case: { deviceProblemCodes, clinicalSignCodes } }) => [...deviceProblemCodes, ...clinicalSignCodes], verified: true, note: 'IMDRF 编码' },
      { number: '6', label: 'Date of event', labelZh: '事件发生日期', value: ({ case: { occurredOn } }) => occurredOn, verified: true },
      { number: '7', label: 'Found or known on', labelZh: '发现或者知悉时间', value: (facts) => awareSince(facts.case).slice(0, 10), verified: true },
      { number: '8', label: 'Place of use', labelZh: '医疗器械实际使用场所', value: ({ case: { reporterKinds } }) => (reporterKinds.includes('HOSPITAL') ? '医疗机构' : null), verified: true },
      { number: '9', label: 'Outcome', labelZh: '事件后果', value: ({ case: { outcomes } }) => outcomes.map((it) => outcomeWords[String(it)] ?? String(it)), verified: true },
      { number: '10', label: 'Statement of the event', labelZh: '事件陈述', value: ({ case: { description } }) => description, verified: true },
    ] },
    { title: 'C. Device', titleZh: 'C. 医疗器械情况', fields: [
      { number: '11', label: 'Product name', labelZh: '产品名称', value: ({ product }) => product?.nameZh ?? product?.name, verified: true },
      { number: '12', label: 'Trade name', labelZh: '商品名称', value: ({ product }) => product?.brand, optional: true, verified: true },
      { number: '13', label: 'Registration number', labelZh: '注册证号', value: chineseNumbers, verified: true },
      { number: '14', label: 'Manufacturer, address, telephone', labelZh: '生产企业名称、地址、联系电话', value: ({ maker }) => addressText(maker), verified: true },
      { number: '15', label: 'Model, product number, lot', labelZh: '型号规格、产品编号、产品批号', value: ({ product, device }) => [product?.model, device?.serialNumber, device?.lotNumber].filter((it) => typeof it === 'string'), verified: true },
      { number: '16', label: 'Operator', labelZh: '操作人', value: byPerson, verified: true, note: '请向上报人询问。' },
      { number: '17', label: 'Expires on', labelZh: '有效期至', value: ({ device }) => device?.expiresOn, verified: true },
      { number: '18', label: 'Made on', labelZh: '生产日期', value: ({ device }) => device?.manufacturedOn, verified: true },
      { number: '19', label: 'No longer used since', labelZh: '停用日期', value: byPerson, optional: true, verified: true },
      { number: '20', label: 'Implanted on', labelZh: '植入日期', value: ({ implantedOn }) => implantedOn, optional: true, verified: true },
      { number: '21', label: 'First analysis of the cause', labelZh: '事件发生初步原因分析', value: ({ case: { assessment } }) => assessment, verified: true },
      { number: '22', label: 'First measures', labelZh: '事件初步处理情况', value: ({ case: { conclusion } }) => conclusion, verified: true },
      { number: '23', label: 'Who has been told', labelZh: '事件报告状态', value: () => '已通知生产企业', verified: true },
    ] },
  ],
}
