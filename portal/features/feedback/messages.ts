import { bothLanguages } from '../../app/both-languages.ts'

export const casesMessages = bothLanguages({
  zh: {
    title: '不良事件', titleOf: '不良事件 {number}', lead: '您上报的事件、处理到哪一步、还有什么要回答。', leadInside: '涉及我们器械的事件，附各自的法定时限。', none: '没有不良事件', noneText: '器械出了问题，请立即上报，两分钟即可。', unknownDevice: '器械不详',
    report: { title: '上报问题', lead: '扫描器械，写下经过即可。病例编号会马上给出。', device: '器械编码', deviceHint: '扫描标签，或输入 UDI、序列号、批号。', described: '没有编码时，请描述器械', happened: '发生了什么', happenedHint: '请不要写患者姓名、病历号或电话。', send: '上报', sendAnyway: '确认无误，上报' },
    occurredOn: '发生日期', awareOn: '知悉日期', outcomes: '对患者的后果', couldHarm: '若再次发生，可能造成伤害吗？', available: '器械还在吗？', availableHint: '请保留器械，不要清洗或丢弃。', problem: '器械问题（IMDRF 附录 A）', problemHint: '用英文词搜索，例如 leak、break。不确定可以不填。', impact: '健康影响（IMDRF 附录 F）',
    attachments: '照片和文件', attachmentsHint: 'JPEG、PNG 或 PDF，每个不超过 10 MB。照片的拍摄地点等信息会被去掉；请不要拍到患者。', attachmentFailed: '没有上传（类型、大小或网络不符合）：', dropAttachment: '去掉',
    reporter: '上报人', name: '姓名', email: '电子邮件', occupation: '职务', termSearch: '输入英文词搜索', termsFound: '找到的术语', dropTerm: '去掉',
    outcome: { DEATH: '死亡', LIFE_THREATENING: '危及生命', HOSPITALISATION: '住院或延长住院', DISABILITY: '残疾', CONGENITAL_ANOMALY: '先天异常', INTERVENTION_REQUIRED: '需要干预', OTHER_SERIOUS: '其他严重情况', MINOR_HARM: '轻微伤害', NO_HARM: '没有伤害', UNKNOWN: '不清楚' },
    identity: '文字里有 {n} 处像是患者的身份信息', identityText: '请删去后再上报；如果确实不是，可以直接上报。', identityKind: { ID_NUMBER: '证件号码', PHONE: '电话', EMAIL: '电子邮件', RECORD_NUMBER: '病历号', NAME: '姓名', BIRTH_DATE: '出生日期' },
    status: { RECEIVED: '已收到', TRIAGED: '已分级', ASSESSED: '已评估', CONCLUDED: '已结案' }, questions: '有 {n} 个问题待回答', due: '期限', device: '器械', by: '上报单位', codes: '编码', conclusion: '结论', questionsTitle: '问题与答复', context: '相关情况', work: '处理',
    clocks: '法定时限', clocksHint: '仅供提醒，是否上报由人决定。', clock: { RUNNING: '计时中', DUE_SOON: '即将到期', OVERDUE: '已逾期', MET: '已按时', LATE: '已迟报' }, unverified: '条文待核对', ruleName: { none: '无' },
    filed: '已报送', filedHint: '报送在监管机构自己的系统里进行；这里登记何时、以何编号报送。', rule: '对应的时限', reference: '监管机构编号', filedOn: '报送日期',
    step: { TRIAGE: '分级', CODE: '编码', ASSESS: '评估', CONCLUDE: '结案' }, priority: '优先级', publicThreat: '严重公共卫生威胁', remedialAction: '需要采取补救措施以防止重大伤害', concludeHint: '上报人会看到这段话。',
    yourAnswer: '您的答复', sendAnswer: '发送答复', unanswered: '等待上报人答复', noQuestions: '没有待回答的问题。', question: '向上报人提问', ask: '发送问题',
    related: '类似事件', lots: '部件与原料批', relation: { DEVICE: '同一件器械', BATCH: '同一批', MATERIAL_LOT: '同一部件批', SUPPLIER: '同一供应商', MODEL: '同一型号', PRODUCT: '同一产品' }, draftRecall: '起草召回',
  },
  en: {
    title: 'Adverse events', titleOf: 'Adverse event {number}', lead: 'What you reported, how far it is, and what you are asked.', leadInside: 'What went wrong with our devices, with the deadline of each.', none: 'No adverse events', noneText: 'If something goes wrong with a device, report it at once: it takes two minutes.', unknownDevice: 'Unknown device',
    report: { title: 'Report a problem', lead: 'Scan the device and say what happened. You get a case number at once.', device: 'Device', deviceHint: 'Scan the label, or type UDI, serial or lot.', described: 'Without a code: describe the device', happened: 'What happened', happenedHint: 'Please leave out the patient’s name, record number or telephone.', send: 'Report', sendAnyway: 'It is right: report' },
    occurredOn: 'Happened on', awareOn: 'You knew on', outcomes: 'What it meant for the patient', couldHarm: 'Could it cause harm if it happened again?', available: 'Is the device still there?', availableHint: 'Keep it; do not clean or discard it.', problem: 'Device problem (IMDRF annex A)', problemHint: 'Search by a word, as leak or break. Leave it out if you are not sure.', impact: 'Health impact (IMDRF annex F)',
    attachments: 'Photos and files', attachmentsHint: 'JPEG, PNG or PDF, at most 10 MB each. Where and with what a photo was taken is removed; please keep patients out of it.', attachmentFailed: 'Not uploaded (kind, size or network):', dropAttachment: 'Remove',
    reporter: 'Reporter', name: 'Name', email: 'Email', occupation: 'Occupation', termSearch: 'Search by a word', termsFound: 'Terms found', dropTerm: 'Remove',
    outcome: { DEATH: 'Death', LIFE_THREATENING: 'Life-threatening', HOSPITALISATION: 'Hospitalised, or longer', DISABILITY: 'Disability', CONGENITAL_ANOMALY: 'Congenital anomaly', INTERVENTION_REQUIRED: 'Intervention needed', OTHER_SERIOUS: 'Otherwise serious', MINOR_HARM: 'Minor harm', NO_HARM: 'No harm', UNKNOWN: 'Not known' },
    identity: 'Something in the text looks like a patient’s identity | {n} things in the text look like a patient’s identity', identityText: 'Take it out before you report. If it is nothing of the kind, report as it is.', identityKind: { ID_NUMBER: 'Identity number', PHONE: 'Telephone', EMAIL: 'Email', RECORD_NUMBER: 'Record number', NAME: 'Name', BIRTH_DATE: 'Date of birth' },
    status: { RECEIVED: 'Received', TRIAGED: 'Triaged', ASSESSED: 'Assessed', CONCLUDED: 'Concluded' }, questions: '1 question to answer | {n} questions to answer', due: 'Due', device: 'Device', by: 'Reported by', codes: 'Codes', conclusion: 'Conclusion', questionsTitle: 'Questions and answers', context: 'Context', work: 'Work on it',
    clocks: 'Deadlines', clocksHint: 'A help: a person decides what is reported.', clock: { RUNNING: 'Running', DUE_SOON: 'Due soon', OVERDUE: 'Overdue', MET: 'Met', LATE: 'Filed late' }, unverified: 'official text yet to be checked', ruleName: { none: 'None' },
    filed: 'Filed', filedHint: 'Filing is done in the authority’s own system; this records when, and under which number.', rule: 'Deadline it meets', reference: 'The authority’s number', filedOn: 'Filed on',
    step: { TRIAGE: 'Triage', CODE: 'Coding', ASSESS: 'Assessment', CONCLUDE: 'Conclude' }, priority: 'Priority', publicThreat: 'Serious public health threat', remedialAction: 'Needs remedial action to prevent substantial harm', concludeHint: 'The reporter reads this.',
    yourAnswer: 'Your answer', sendAnswer: 'Send the answer', unanswered: 'Waits for the reporter', noQuestions: 'No questions to answer.', question: 'Ask the reporter', ask: 'Send the question',
    related: 'Cases like it', lots: 'Component and material lots', relation: { DEVICE: 'same device', BATCH: 'same lot', MATERIAL_LOT: 'same component lot', SUPPLIER: 'same supplier', MODEL: 'same model', PRODUCT: 'same product' }, draftRecall: 'Draft a recall',
  },
})
