import { bothLanguages } from '../../app/both-languages.ts'

export const recallsMessages = bothLanguages({
  zh: {
    title: '召回', titleOf: '召回 {reference}', lead: '从草稿到关闭；演练以紫色标出，不通知任何外部单位。', create: '新建召回', drill: '演练', drillText: '这是演练，外部单位不会收到通知。',
    filter: '按状态筛选', none: '没有召回', noneText: '从这里起草，或从不良事件起草。', all: '全部', holds: '质量暂停', reference: '召回', state: '状态', due: '答复期限',
    action: { STOP_USE: '停止使用', QUARANTINE: '隔离存放', RETURN: '退回', DESTROY: '销毁', REPAIR: '维修', REPLACE: '更换', INSPECT: '检查', SOFTWARE_UPDATE: '更新软件', LABELLING_CHANGE: '更改标签', PATIENT_FOLLOW_UP: '随访患者', ADVISORY: '安全提示' },
    field: {
      title: '标题（英文）', titleZh: '标题（中文）', reason: '召回原因', risk: '风险说明', classification: '级别', actions: '请持有单位做什么', respondBy: '答复期限', respondHint: '不填则按级别：一级 3 天，二级 7 天，三级 14 天。', drill: '这是演练',
      scope: '范围', scopeHint: '每行一个编码，可以扫描或粘贴。各栏合并计算。', batches: '批号', serials: '序列号', materialLots: '原料或部件批（含用其制成的全部）', products: '产品', suppliers: '供应商（平台编码或 GLN，含用其材料制成的全部）', sites: '生产地点（平台编码或 GLN）', from: '生产日期自', to: '生产日期至', excluding: '排除的批号或序列号',
    },
    preview: '预览', previewEmpty: '填入编码后，这里显示涉及的范围。', previewNone: '没有找到符合的器械，请核对编码。', saveDraft: '保存草稿', refine: '一个编码也没有找到时不能保存。',
    batches: '批次', serials: '序列号', units: '按批持有', countries: '国家', holders: '持有单位', inTransit: '在途', used: '已使用', fromTo: '{from} → {to}',
    step: { SUBMIT: '提交审核', RETURN: '退回修改', CANCEL: '取消召回', APPROVE: '签名发布', CLOSE: '关闭', TERMINATE: '监管机构已终止' },
    signing: '您签名的是：{reference}《{title}》，{serials} 个序列号、{batches} 个批次。签名后立即生效：器械被停用，通知发给每个持有单位。', signingDrill: '这是演练：不通知外部单位。',
    conclusion: '结论', unaccounted: '尚有 {n} 件下落不明，为何仍可关闭', authority: '监管机构', authorityReference: '文号',
    tab: { progress: '进展', recipients: '接收单位', authorities: '监管机构', scope: '范围', signatures: '签名', history: '操作记录' }, about: '这次召回',
    accounted: '已追溯', accountedOf: '{n} / {total}', notices: '通知', responded: '已答复', acknowledged: '已确认', onHand: '收到时现有', checks: '有效性检查', checksOf: '{effective} 次有效，共 {made} 次', byDisposition: '按处置', unanswered: '未答复', byCountry: '按国家', minutes: '{n} 分钟发出通知',
    recipient: '接收单位', answered: '已答复', check: '有效性检查', recordCheck: '登记检查', checkMade: '有效', checkFailed: '无效', method: '方式', methods: { VISIT: '走访', TELEPHONE: '电话', LETTER: '信函', RECORDS: '查记录' }, effective: '对方已知晓并已照办', note: '备注', noNotices: '还没有通知', noNoticesText: '签名后，通知发给每个持有单位。', noSignatures: '还没有签名', late: '补发',
    authorities: { none: '不涉及已知的监管机构', noneText: '产品未在中国、美国或欧盟注册，通知也未发往这些地方。', level: '级别', assumed: '尚未登记，暂按企业自定级别', decidedOn: '作出决定的日期', decidedHint: '早于签名时填写；期限从这一天起算。', edit: '登记级别与文号', notYet: '尚未确定', undecided: '签名发布后开始计算期限。', record: '登记已完成', on: '完成时间', number: '文号或凭证', done: '已完成', noCalendar: '该年节假日安排尚未录入，请核对' },
    hold: { title: '质量暂停', lead: '决定召回之前先停用：到期自动解除，可以续期。', create: '暂停器械', until: '暂停至', reason: '原因', none: '没有生效的暂停', noneText: '怀疑有问题时，可以先暂停一批或几件。', lift: '解除', liftReason: '为何解除', by: '{from} 起，至 {until}', things: '{batches} 个批次、{serials} 个序列号', signing: '您签名的是：暂停以上范围的器械，直到所选日期。' },
  },
  en: {
    title: 'Recalls', titleOf: 'Recall {reference}', lead: 'From draft to closure. Drills are violet and tell nobody outside.', create: 'New recall', drill: 'Drill', drillText: 'A drill: nobody outside is told.',
    filter: 'Filter by state', none: 'No recalls', noneText: 'Draft one here, or from an adverse event.', all: 'All', holds: 'Quality holds', reference: 'Recall', state: 'State', due: 'Answer by',
    action: { STOP_USE: 'Stop use', QUARANTINE: 'Quarantine', RETURN: 'Return', DESTROY: 'Destroy', REPAIR: 'Repair', REPLACE: 'Replace', INSPECT: 'Inspect', SOFTWARE_UPDATE: 'Update the software', LABELLING_CHANGE: 'Change the labelling', PATIENT_FOLLOW_UP: 'Follow up patients', ADVISORY: 'Safety advice' },
    field: {
      title: 'Title (English)', titleZh: 'Title (Chinese)', reason: 'Reason', risk: 'Risk', classification: 'Class', actions: 'What holders are to do', respondBy: 'Answer by', respondHint: 'By class where it is empty: I in 3 days, II in 7, III in 14.', drill: 'This is a drill',
      scope: 'Scope', scopeHint: 'One code a line, scanned or pasted. All boxes together make the scope.', batches: 'Lots', serials: 'Serials', materialLots: 'Material or component lots, with everything made of them', products: 'Products', suppliers: 'Suppliers (hub code or GLN), with everything made of theirs', sites: 'Sites of manufacture (hub code or GLN)', from: 'Made from', to: 'Made until', excluding: 'Lots or serials left out',
    },
    preview: 'Preview', previewEmpty: 'Enter codes, and what they reach shows here.', previewNone: 'Nothing fits these codes. Check them.', saveDraft: 'Save the draft', refine: 'It cannot be saved while no code is found.',
    batches: 'Lots', serials: 'Serials', units: 'Held by lot', countries: 'Countries', holders: 'Holders', inTransit: 'In transit', used: 'Used', fromTo: '{from} → {to}',
    step: { SUBMIT: 'Give to review', RETURN: 'Return to draft', CANCEL: 'Cancel the recall', APPROVE: 'Sign and issue', CLOSE: 'Close', TERMINATE: 'Ended by the authority' },
    signing: 'You sign {reference}, “{title}”: {serials} serials in {batches} lots. It takes effect at once: the devices are blocked, and every holder gets a notice.', signingDrill: 'A drill: nobody outside is told.',
    conclusion: 'Conclusion', unaccounted: '{n} are unaccounted for: why it can be closed all the same', authority: 'Authority', authorityReference: 'Its reference',
    tab: { progress: 'Progress', recipients: 'Recipients', authorities: 'Authorities', scope: 'Scope', signatures: 'Signatures', history: 'History' }, about: 'This recall',
    accounted: 'Accounted for', accountedOf: '{n} / {total}', notices: 'Notices', responded: 'Answered', acknowledged: 'Acknowledged', onHand: 'On hand at receipt', checks: 'Effectiveness checks', checksOf: '{effective} effective of {made}', byDisposition: 'By disposition', unanswered: 'Not answered', byCountry: 'By country', minutes: 'Notices out in {n} min',
    recipient: 'Recipient', answered: 'Answered', check: 'Effectiveness check', recordCheck: 'Record a check', checkMade: 'Effective', checkFailed: 'Not effective', method: 'Method', methods: { VISIT: 'Visit', TELEPHONE: 'Telephone', LETTER: 'Letter', RECORDS: 'Records' }, effective: 'They know, and did what it asks', note: 'Note', noNotices: 'No notices yet', noNoticesText: 'With the signature, every holder gets one.', noSignatures: 'Not signed yet', late: 'Late',
    authorities: { none: 'No authority that the hub knows of', noneText: 'No product of it is registered in China, the United States or the Union, and no notice went there.', level: 'Level', assumed: 'not recorded yet: the firm’s own class', decidedOn: 'Decided on', decidedHint: 'Where it was before the signature; deadlines count from this day.', edit: 'Record level and number', notYet: 'Not known yet', undecided: 'Deadlines begin with the signature.', record: 'Record as done', on: 'Done at', number: 'Number, or what proves it', done: 'Done', noCalendar: 'holidays of that year are not known yet: check' },
    hold: { title: 'Quality holds', lead: 'Not for use for now, before a recall is decided. A hold ends by itself unless renewed.', create: 'Hold devices', until: 'Held until', reason: 'Reason', none: 'No holds in force', noneText: 'Where something is suspected, hold a lot or a few serials first.', lift: 'Lift', liftReason: 'Why it is lifted', by: 'From {from} until {until}', things: '{batches} lots, {serials} serials', signing: 'You sign that the devices above are held until the day chosen.' },
  },
})
