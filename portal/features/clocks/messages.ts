import { bothLanguages } from '../../app/both-languages.ts'

export const clocksMessages = bothLanguages({
  zh: {
    title: '法定时限表', lead: '平台计算期限所用的条款，附出处和是否已在出处中核实。修订要写明理由并签名；已开始的期限沿用当天有效的版本。', filter: '法域', place: { all: '全部', CN: '中国', US: '美国', EU: '欧盟' },
    about: { CASE: '不良事件', RECALL: '召回' },
    unit: { HOURS: '{n} 小时', DAYS: '{n} 日', WORKING_DAYS: '{n} 个工作日' }, units: { HOURS: '小时', DAYS: '日', WORKING_DAYS: '工作日' }, atOnce: '立即（当日）',
    actor: { MANUFACTURER: '制造商', IMPORTER: '进口商', DISTRIBUTOR: '经销商', USER_FACILITY: '使用单位' },
    trigger: { DEATH: '死亡', DEATH_OR_UNEXPECTED: '死亡或非预期严重恶化', SERIOUS: '严重伤害', POTENTIAL: '可能造成伤害', REMEDIAL_ACTION: '须采取补救措施', PUBLIC_THREAT: '严重公共健康威胁', GROUP: '群体事件', ABROAD: '境外事件', LEVEL_I: '一级', LEVEL_II: '二级', LEVEL_III: '三级' },
    verified: '已见于出处', versions: '{n} 个版本', version: '本单位第 {n} 版', hubs: '平台原有', inForce: '现行',
    revise: '修订', reviseHint: '只对本单位有效，其他单位看不到。从生效日起开始的期限按新版计算。', limit: '期限', unitOf: '单位', source: '出处', read: '已阅读官方原文', validFrom: '生效日', validTo: '失效日', reason: '修订理由',
  },
  en: {
    title: 'Table of deadlines', lead: 'The rules by which the hub counts deadlines, with their sources and whether each was seen there. A revision takes a reason and a signature; what has started keeps the version of its day.', filter: 'Jurisdiction', place: { all: 'All', CN: 'China', US: 'United States', EU: 'European Union' },
    about: { CASE: 'Adverse events', RECALL: 'Recalls' },
    unit: { HOURS: '{n} hour | {n} hours', DAYS: '{n} day | {n} days', WORKING_DAYS: '{n} working day | {n} working days' }, units: { HOURS: 'Hours', DAYS: 'Days', WORKING_DAYS: 'Working days' }, atOnce: 'At once (the same day)',
    actor: { MANUFACTURER: 'Manufacturer', IMPORTER: 'Importer', DISTRIBUTOR: 'Distributor', USER_FACILITY: 'User facility' },
    trigger: { DEATH: 'death', DEATH_OR_UNEXPECTED: 'death or unanticipated deterioration', SERIOUS: 'serious injury', POTENTIAL: 'could cause harm', REMEDIAL_ACTION: 'remedial action needed', PUBLIC_THREAT: 'serious public health threat', GROUP: 'group event', ABROAD: 'event abroad', LEVEL_I: 'class I', LEVEL_II: 'class II', LEVEL_III: 'class III' },
    verified: 'Seen in its source', versions: '{n} version | {n} versions', version: 'Own version {n}', hubs: 'The hub’s own', inForce: 'In force',
    revise: 'Revise', reviseHint: 'For your organization alone; nobody else sees it. What starts from its first day on is counted by it.', limit: 'Limit', unitOf: 'Unit', source: 'Source', read: 'I have read the official text', validFrom: 'In force from', validTo: 'Last day', reason: 'Why it is revised',
  },
})
