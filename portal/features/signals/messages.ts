import { bothLanguages } from '../../app/both-languages.ts'

export const signalsMessages = bothLanguages({
  zh: {
    title: '信号', lead: '不良事件多于预期之处，附数字。信号是问题，不是证明，由人判断。', filter: '事件收到的时间', span: { all: '全部', year: '近一年', quarter: '近 90 天' },
    none: '没有信号', noneText: '目前没有哪一批、哪家供应商、哪个型号或地点的事件明显多于预期。',
    kind: { BATCH: '批次', MATERIAL_LOT: '部件或原料批', SUPPLIER: '供应商', MODEL: '型号', SITE: '生产地点', ORGANIZATION: '上报单位' },
    cases: '事件', expected: '预期', ratio: '倍数', devices: '器械（在库与已用）', below: '界限 {p}', behind: '涉及事件：',
    open: '建立待查任务', task: '任务自 {day} 起待查', draft: '起草召回',
    reason: '信号：{thing} 有 {cases} 起不良事件，预期 {expected} 起（{devices} 件器械，p = {p}）。',
    method: '方法', compared: '比较对象', looked: '比较了多少', threshold: '界限',
    methodText: '对每个对象，用同型号其他器械的事件率算出预期件数，再按单侧精确泊松检验算出达到或超过实际件数的概率 p。基数是制造商以外在库和已使用的器械；每个型号的其他器械另加 {prior} 起，避免比率为零。少于 {least} 起不算信号。界限是 {alpha} 除以 {kinds} 类，再除以该类比较的数量（Bonferroni）。',
    limits: '基数按目前的在库和使用计算；上报多少也受上报习惯影响。某型号的器械全都含有同一批材料时，没有可比的器械，该型号不计入。',
  },
  en: {
    title: 'Signals', lead: 'Where more went wrong than expected, with the numbers. A signal is a question and no proof: a person decides.', filter: 'Cases received', span: { all: 'All', year: 'Last year', quarter: 'Last 90 days' },
    none: 'No signals', noneText: 'No lot, supplier, model or place has clearly more cases than expected.',
    kind: { BATCH: 'Lot', MATERIAL_LOT: 'Component or material lot', SUPPLIER: 'Supplier', MODEL: 'Model', SITE: 'Site of manufacture', ORGANIZATION: 'Reporting organization' },
    cases: 'Cases', expected: 'Expected', ratio: 'Ratio', devices: 'Devices in stock or used', below: 'limit {p}', behind: 'Cases:',
    open: 'Make it a task', task: 'A task since {day}', draft: 'Draft a recall',
    reason: 'Signal: {thing} has {cases} adverse events where {expected} were expected ({devices} devices, p = {p}).',
    method: 'Method', compared: 'Compared by', looked: 'Looked at', threshold: 'Limit',
    methodText: 'For each thing the cases of all other devices of the same models give a rate, and so the number of cases to expect; p is how probable as many cases or more are (one-sided exact Poisson test). Exposure is what is in stock or used outside of the maker; {prior} cases are added to the others’ of each model, so that no rate is zero. Fewer than {least} cases are no signal. The limit is {alpha} divided by the {kinds} kinds and by how many of the kind are looked at (Bonferroni).',
    limits: 'Exposure is as it stands now, and who reports much has more cases. Where all devices of a model contain the same lot there is nothing to compare with, and that model does not count.',
  },
})
