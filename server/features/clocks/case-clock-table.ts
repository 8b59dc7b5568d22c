import type { CaseClockRow } from './clock-row.ts'

const fda = { about: 'CASE', jurisdiction: 'US', validFrom: '2000-01-01', validTo: null } as const
const mdr = { about: 'CASE', jurisdiction: 'EU', actors: ['MANUFACTURER'], validFrom: '2021-05-26', validTo: null, recipient: 'Competent authority' } as const
const samr = { about: 'CASE', jurisdiction: 'CN', validFrom: '2019-01-01', validTo: null, verified: true } as const

/** Adverse events: what each actor reports by when. */
export const caseClockTable: readonly CaseClockRow[] = [
  { ...fda, id: 'FDA_30_DAYS', actors: ['MANUFACTURER'], triggers: ['DEATH', 'SERIOUS', 'POTENTIAL'], limit: { days: 30 }, title: 'Report to FDA', titleZh: '向 FDA 报告', recipient: 'FDA', source: '21 CFR 803.50(a)', verified: true },
  { ...fda, id: 'FDA_5_WORK_DAYS', actors: ['MANUFACTURER'], triggers: ['REMEDIAL_ACTION'], limit: { workingDays: 5, calendar: 'US' }, title: '5-day report: remedial action to prevent substantial harm', titleZh: '5 个工作日报告：须采取补救措施', recipient: 'FDA', source: '21 CFR 803.53', verified: true },
  { ...fda, id: 'FDA_IMPORTER_30_DAYS', actors: ['IMPORTER'], triggers: ['DEATH', 'SERIOUS', 'POTENTIAL'], limit: { days: 30 }, title: 'Importer’s report to FDA and manufacturer', titleZh: '进口商向 FDA 和制造商报告', recipient: 'FDA, manufacturer', source: '21 CFR 803.40', verified: true },
  { ...fda, id: 'FDA_FACILITY_DEATH', actors: ['USER_FACILITY'], triggers: ['DEATH'], limit: { workingDays: 10, calendar: 'US' }, title: 'User facility’s report of a death to FDA and manufacturer', titleZh: '使用单位死亡报告：FDA 和制造商', recipient: 'FDA, manufacturer', source: '21 CFR 803.30(a)(1)', verified: true },
  { ...fda, id: 'FDA_FACILITY_SERIOUS', actors: ['USER_FACILITY'], triggers: ['SERIOUS'], limit: { workingDays: 10, calendar: 'US' }, title: 'User facility’s report of a serious injury to the manufacturer', titleZh: '使用单位严重伤害报告：制造商', recipient: 'Manufacturer', source: '21 CFR 803.30(a)(2)', verified: true },
  { ...mdr, id: 'EU_2_DAYS', triggers: ['PUBLIC_THREAT'], limit: { days: 2 }, title: 'Serious public health threat', titleZh: '严重公共健康威胁', source: 'MDR Art. 87(4)', verified: true },
  { ...mdr, id: 'EU_10_DAYS', triggers: ['DEATH_OR_UNEXPECTED'], limit: { days: 10 }, title: 'Death or unanticipated serious deterioration', titleZh: '死亡或非预期的严重健康恶化', source: 'MDR Art. 87(5)', verified: true },
  { ...mdr, id: 'EU_15_DAYS', triggers: ['SERIOUS', 'POTENTIAL'], limit: { days: 15 }, title: 'Serious incident', titleZh: '严重事件', source: 'MDR Art. 87(3), text in force; the proposal of 2025-12-16 would lengthen it', verified: true },
  { ...samr, id: 'CN_DEATH_7_DAYS', actors: ['MANUFACTURER', 'DISTRIBUTOR', 'USER_FACILITY'], triggers: ['DEATH'], limit: { days: 7 }, title: 'Death: report in the national system', titleZh: '死亡：国家监测信息系统报告', recipient: 'National adverse event system', source: 'SAMR/NHC order 1, art. 25', },
  { ...samr, id: 'CN_SERIOUS_20_DAYS', actors: ['MANUFACTURER', 'DISTRIBUTOR', 'USER_FACILITY'], triggers: ['SERIOUS', 'POTENTIAL'], limit: { days: 20 }, title: 'Serious injury, or what may cause it: report in the national system', titleZh: '严重伤害、可能导致严重伤害或者死亡：国家监测信息系统报告', recipient: 'National adverse event system', source: 'SAMR/NHC order 1, art. 25' },
  { ...samr, id: 'CN_ABROAD_30_DAYS', actors: ['MANUFACTURER'], triggers: ['ABROAD'], limit: { days: 30 }, title: 'Event abroad', titleZh: '境外发生的不良事件', recipient: 'National adverse event system', source: 'SAMR/NHC order 1, art. 26' },
  { ...samr, id: 'CN_GROUP_12_HOURS', actors: ['MANUFACTURER', 'DISTRIBUTOR', 'USER_FACILITY'], triggers: ['GROUP'], limit: { hours: 12 }, title: 'Group event: by telephone or fax to the province', titleZh: '群体不良事件：12 小时内电话或传真报告', recipient: 'Provincial drug and health authorities', source: 'SAMR/NHC order 1, art. 27' },
  { ...samr, id: 'CN_GROUP_24_HOURS', actors: ['MANUFACTURER', 'DISTRIBUTOR', 'USER_FACILITY'], triggers: ['GROUP'], limit: { hours: 24 }, title: 'Group event: each case as an individual report', titleZh: '群体不良事件：24 小时内逐例报告', recipient: 'National adverse event system', source: 'SAMR/NHC order 1, art. 27' },
  { ...samr, id: 'CN_GROUP_7_DAYS', actors: ['MANUFACTURER'], triggers: ['GROUP'], limit: { days: 7 }, title: 'Group event: self-inspection reported', titleZh: '群体不良事件：7 日内自查并报告', recipient: 'Provincial drug authority', source: 'SAMR/NHC order 1, art. 27' },
]
