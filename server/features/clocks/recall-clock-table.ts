import type { RecallClockRow } from './clock-row.ts'

const maker = { about: 'RECALL', actors: ['MANUFACTURER'], from: 'DECISION', validTo: null } as const
const every = ['LEVEL_I', 'LEVEL_II', 'LEVEL_III'] as const
const order29 = { ...maker, jurisdiction: 'CN', validFrom: '2017-05-01' } as const
const province = 'Provincial drug authority'
/** The numbers were read; that they count from the decision is remembered. */
const notify = { ...order29, recipient: 'Distributors, users, consumers', source: 'CFDA order 29 (2017): 1, 3, 7 days; that they count from the decision is remembered', verified: false } as const
const fda = { ...maker, jurisdiction: 'US', recipient: 'FDA', validFrom: '2000-01-01' } as const
const mdr = { ...maker, jurisdiction: 'EU', triggers: every, validFrom: '2021-05-26', limit: { days: 0 }, verified: false } as const

/** Recalls: what the maker tells whom by when. A limit of 0 days is the regulation’s “at once”: the day itself. */
export const recallClockTable: readonly RecallClockRow[] = [
  { ...notify, id: 'CN_RECALL_NOTIFY_I', triggers: ['LEVEL_I'], limit: { days: 1 }, title: 'Level 1: notify holders', titleZh: '一级召回：1 日内通知' },
  { ...notify, id: 'CN_RECALL_NOTIFY_II', triggers: ['LEVEL_II'], limit: { days: 3 }, title: 'Level 2: notify holders', titleZh: '二级召回：3 日内通知' },
  { ...notify, id: 'CN_RECALL_NOTIFY_III', triggers: ['LEVEL_III'], limit: { days: 7 }, title: 'Level 3: notify holders', titleZh: '三级召回：7 日内通知' },
  { ...order29, id: 'CN_RECALL_EVENT_FORM', triggers: every, limit: { days: 0 }, title: 'Recall event form, at once', titleZh: '立即提交医疗器械召回事件报告表', recipient: province, source: 'CFDA order 29 (2017): “immediately”', verified: true },
  { ...order29, id: 'CN_RECALL_PLAN', triggers: every, limit: { workingDays: 5, calendar: 'CN' }, title: 'Investigation report and recall plan', titleZh: '调查评估报告和召回计划', recipient: province, source: 'CFDA order 29 (2017): within 5 working days', verified: true },
  { ...order29, id: 'CN_RECALL_SUMMARY', triggers: every, from: 'COMPLETION', limit: { workingDays: 10, calendar: 'CN' }, title: 'Summary evaluation of the recall', titleZh: '召回总结评估报告', recipient: province, source: 'CFDA order 29 (2017): within 10 working days of completion', verified: false },
  // Class III is a record that the firm keeps (806.20), and no report.
  { ...fda, id: 'FDA_806', triggers: ['LEVEL_I', 'LEVEL_II'], limit: { workingDays: 10, calendar: 'US' }, title: 'Report of correction or removal (806)', titleZh: '纠正或撤除报告（806）', source: '21 CFR 806.10(b)', verified: true },
  { ...mdr, id: 'EU_FSCA', title: 'Field safety corrective action: report before it begins, if not urgent', titleZh: '现场安全纠正措施：实施前报告（紧急情况除外）', recipient: 'Competent authority', source: 'MDR Art. 87(1)(b), 87(8)' },
  { ...mdr, id: 'EU_FSN', title: 'Field safety notice to users, without delay', titleZh: '现场安全通知：立即告知用户', recipient: 'Users, competent authority', source: 'MDR Art. 89(8)' },
]
