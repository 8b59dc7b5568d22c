import type { Language } from '../../paper/paper.ts'

const zh = {
  title: { serial: '单台器械证据包', batch: '批次证据包', case: '不良事件证据包', recall: '召回证据包' }, pack: '证据包编号', about: '对象', madeAt: '生成时间（UTC）', madeFor: '生成者',
  facts: '基本信息', product: '产品', di: 'UDI-DI', udi: 'UDI', maker: '制造商', registrations: '注册证或备案', serialNumber: '序列号', lot: '批号', manufacturedOn: '生产日期', expiresOn: '有效期至', status: '状态', holds: '限制使用', holder: '持有者', since: '自', site: '场所',
  quantity: '数量', serialCount: '单台数', reason: '原因', risk: '风险', classification: '分级', actions: '措施', respondBy: '答复期限', approvedAt: '签署时间', closedAt: '结束时间', conclusion: '结论', authority: '监管机构文号', drill: '演练', yes: '是', no: '否',
  occurredOn: '发生日期', awareOn: '知悉日期', receivedAt: '收到时间', outcomes: '后果', description: '经过', assessment: '评估', codes: 'IMDRF 编码', reportedBy: '上报单位', filed: '已报送', clocks: '法定时限', due: '期限', rule: '规则', source: '依据', number: '编号', unverified: '（条文待核对）',
  progress: '进展', notices: '通知数', acknowledged: '已确认', answered: '已答复', covered: '涉及（台）', units: '涉及（按批）', accounted: '已说明去向', checks: '有效性检查（有效）', returned: '已退回', corrected: '已纠正', onHand: '收到通知时持有', country: '国家', outstanding: '未答复',
  timeline: '时间线', time: '时间（UTC）', step: '步骤', from: '发出方', to: '接收方', place: '场所', document: '单号', mistake: '（声明误录）', genealogy: '系谱', more: '这里只列出 {shown} 条，共 {total} 条；全部见 {file}。', drawn: '图中 {shown} 个，共 {total} 个节点；全部见 {file}。',
  documents: '文件', kind: '种类', name: '名称', issued: '出具日期', issuer: '出具方', sum: 'SHA-256', signatures: '电子签名（21 CFR 11.50）', signer: '签名人', meaning: '含义', act: '操作', signedFor: '代表', signed: '被签内容 SHA-256', none: '无',
  record: '审计记录', sequence: '序号', action: '操作', who: '操作者', outcome: '结果', withheld: '其他机构', proofs: '本包为其中 {count} 条记录附有 Merkle 证明，对应检查点的树大小为 {size}，树根为 {root}。', unsealed: '尚无已封存的记录。', verify: '验证', verifyText: '离线验证本证据包（不需要数据库）：npm run evidence:verify -- 文件.zip --key 密钥。每个文件的 SHA-256 在 manifest.json 中，其签名在 manifest.sig 中；密钥请从证据包以外取得。', withoutReporter: '上报人的个人信息不在证据包中。', kindOnly: '（名称不公开）', lots: '部件与原料批', related: '类似事件',
  form: '表格', agency: '机构', filedOn: '报送时间（UTC）', allIn: '全文见 {file}。', carton: '所在包装（SSCC）', parts: '部件', level: '分级', leftOut: '本包未包含', leftOutText: '未包含 {papers} 个批次的文件、{trees} 个批次的系谱；{cut} 个系谱未到末级；{originals} 份文件的原件已不在库中。名单见 {file}；请为这些批次另行生成证据包。',
}

const en: typeof zh = {
  title: { serial: 'Evidence pack of a device', batch: 'Evidence pack of a lot', case: 'Evidence pack of an adverse event', recall: 'Evidence pack of a recall' }, pack: 'Pack', about: 'About', madeAt: 'Made at (UTC)', madeFor: 'Made by',
  facts: 'Facts', product: 'Product', di: 'UDI-DI', udi: 'UDI', maker: 'Manufacturer', registrations: 'Registrations', serialNumber: 'Serial number', lot: 'Lot', manufacturedOn: 'Made on', expiresOn: 'Expires on', status: 'Status', holds: 'Holds', holder: 'Held by', since: 'since', site: 'Site',
  quantity: 'Quantity', serialCount: 'Devices', reason: 'Reason', risk: 'Risk', classification: 'Class', actions: 'Actions', respondBy: 'Answer by', approvedAt: 'Signed at', closedAt: 'Closed at', conclusion: 'Conclusion', authority: 'Authority’s reference', drill: 'Drill', yes: 'yes', no: 'no',
  occurredOn: 'Happened on', awareOn: 'Known on', receivedAt: 'Received at', outcomes: 'Outcomes', description: 'What happened', assessment: 'Assessment', codes: 'IMDRF codes', reportedBy: 'Reported by', filed: 'Filed', clocks: 'Deadlines', due: 'Due', rule: 'Rule', source: 'Source', number: 'Number', unverified: ' (text yet to be checked)',
  progress: 'Progress', notices: 'Notices', acknowledged: 'Acknowledged', answered: 'Answered', covered: 'Devices covered', units: 'Units of lots covered', accounted: 'Accounted for', checks: 'Effectiveness checks (effective)', returned: 'Returned', corrected: 'Corrected', onHand: 'On hand when the notice came', country: 'Country', outstanding: 'Unanswered',
  timeline: 'Timeline', time: 'Time (UTC)', step: 'Step', from: 'From', to: 'To', place: 'Site', document: 'Document', mistake: ' (declared a mistake)', genealogy: 'Genealogy', more: '{shown} of {total} are listed here; all are in {file}.', drawn: '{shown} of {total} nodes are drawn; all are in {file}.',
  documents: 'Documents', kind: 'Kind', name: 'Name', issued: 'Issued', issuer: 'Issuer', sum: 'SHA-256', signatures: 'Electronic signatures (21 CFR 11.50)', signer: 'Printed name', meaning: 'Meaning', act: 'Act', signedFor: 'For', signed: 'SHA-256 of what was signed', none: 'None',
  record: 'Audit records', sequence: 'No.', action: 'Action', who: 'By', outcome: 'Outcome', withheld: 'another organization', proofs: 'This pack has Merkle proofs of {count} of them, against the checkpoint of the log of {size} records with the root {root}.', unsealed: 'No record is sealed yet.', verify: 'To verify', verifyText: 'Offline, without a database: npm run evidence:verify -- FILE.zip --key KEY. The SHA-256 of every file is in manifest.json, whose signature is in manifest.sig; get the key from elsewhere than this pack.', withoutReporter: 'Who reported is not in this pack: personal data stays erasable.', kindOnly: ' (name withheld)', lots: 'Component and material lots', related: 'Cases like it',
  form: 'Form', agency: 'Authority', filedOn: 'Filed at (UTC)', allIn: 'In full in {file}.', carton: 'In the carton (SSCC)', parts: 'Parts', level: 'Class or level', leftOut: 'Not in this pack', leftOutText: 'Not in this pack: the papers of {papers} lots and the genealogy of {trees}; {cut} genealogies end before their last step; of {originals} papers the store no longer has the content. {file} names them: make packs of those lots.',
}

export type Words = typeof zh

export const wordsOf = (language: Language): Words => (language === 'zh' ? zh : en)

/** A sentence with its places filled. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** CBV business steps (and the hub's own kinds of use) as people say them; any other stands as it is. */
const steps: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  commissioning: ['赋码', 'Commissioned'], creating_class_instance: ['生产入账', 'Entered as made'], assembling: ['装入部件', 'Parts installed'], transforming: ['生产投料', 'Made from inputs'], inspecting: ['检验', 'Inspected'], holding: ['隔离', 'Quarantined'], packing: ['装箱', 'Packed'], unpacking: ['拆箱', 'Unpacked'],
  shipping: ['发货', 'Shipped'], departing: ['启运', 'Departed'], consigning: ['售出交付', 'Sold and handed over'], retail_selling: ['零售', 'Sold'], transporting: ['运输', 'Carried'], arriving: ['到达', 'Arrived'], receiving: ['收货', 'Received'], accepting: ['收货验收', 'Received and accepted'], storing: ['入库', 'Stored'], stocking: ['上架', 'Put on the shelf'],
  installing: ['投入使用', 'Put into service'], dispensing: ['发放使用', 'Dispensed'], implanting: ['植入', 'Implanted'], explanting: ['取出', 'Explanted'], repairing: ['维修', 'Repaired'], removing: ['拆下部件', 'Part removed'], replacing: ['更换部件', 'Part replaced'], decommissioning: ['停用标识', 'Identifier retired'], destroying: ['销毁', 'Destroyed'],
}

export const stepWord = (step: string | null, language: Language): string => (step === null ? '' : (steps[step]?.[language === 'zh' ? 0 : 1] ?? step))
