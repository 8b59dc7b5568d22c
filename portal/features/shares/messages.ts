import { bothLanguages } from '../../app/both-languages.ts'

export const sharesMessages = bothLanguages({
  zh: {
    title: '共享的记录', for: '提供给 {recipient}，由 {by} 提供。', until: '链接有效期至', language: 'English',
    nothing: '这个链接打不开任何内容', nothingText: '它可能已过期或被撤销。请向提供链接的单位询问。',
    facts: '基本情况', notices: '通知', events: '经过', to: '收件单位', issued: '发出', state: '状态', items: '涉及', outstanding: '未处理', time: '时间', step: '事项', parties: '单位', document: '单号', mistake: '已声明误录', files: '文件',
    notice: { ISSUED: '已发出', ACKNOWLEDGED: '已确认', PARTLY_RESPONDED: '部分回复', RESPONDED: '已回复', OVERDUE: '逾期' },
    file: { 'purchases_csv': '购进记录（CSV）', 'sales_csv': '销售记录（CSV）' },
    fact: {
      reference: '编号', title: '标题', titleZh: '中文标题', reason: '原因', reasonZh: '中文原因', riskStatement: '风险说明', riskStatementZh: '中文风险说明', status: '状态', classification: '级别', drill: '演练', approvedAt: '批准时间', respondBy: '回复期限', closedAt: '结束时间', conclusion: '结论', authorityReference: '监管机构编号', estimatedCompletion: '预计完成',
      serialCount: '器械台（件）数', unitCount: '无序列号件数', goneSerials: '已不在任何单位', batchCount: '批次数', actions: '措施',
      caseNumber: '编号', receivedAt: '收到时间', occurredOn: '发生日期', occurredUntil: '发生日期止', occurredIn: '发生国家', awareOn: '知悉日期', description: '描述', deviceDescription: '器械描述', code: '器械编码', outcomes: '后果', couldHaveCausedHarm: '可能造成伤害', publicThreat: '公共卫生威胁', remedialAction: '补救措施',
      deviceProblemCodes: '器械问题', clinicalSignCodes: '临床表现', healthImpactCodes: '健康影响', componentCodes: '部件', investigationCodes: '调查', findingCodes: '发现', conclusionCodes: '结论代码', assessment: '评价', concludedAt: '结案时间',
      udi: 'UDI', serialNumber: '序列号', lotNumber: '批号', manufacturedOn: '生产日期', expiresOn: '有效期至', quantity: '数量', unit: '单位', di: '器械标识', name: '英文名称', nameZh: '名称', model: '规格型号', registrations: '注册证', from: '起始日', to: '截止日',
    },
  },
  en: {
    title: 'Shared record', for: 'For {recipient}; given by {by} ·', until: 'this link opens until', language: '中文',
    nothing: 'This link does not open anything', nothingText: 'It may have expired or been revoked. Ask who gave it to you.',
    facts: 'Facts', notices: 'Notices', events: 'What happened', to: 'Recipient', issued: 'Issued', state: 'State', items: 'Concerned', outstanding: 'Outstanding', time: 'Time', step: 'Step', parties: 'Parties', document: 'Document', mistake: 'Declared a mistake', files: 'Files',
    notice: { ISSUED: 'Issued', ACKNOWLEDGED: 'Acknowledged', PARTLY_RESPONDED: 'Partly answered', RESPONDED: 'Answered', OVERDUE: 'Overdue' },
    file: { 'purchases_csv': 'Purchases (CSV)', 'sales_csv': 'Sales (CSV)' },
    fact: {
      reference: 'Reference', title: 'Title', titleZh: 'Title in Chinese', reason: 'Reason', reasonZh: 'Reason in Chinese', riskStatement: 'Risk', riskStatementZh: 'Risk in Chinese', status: 'Status', classification: 'Class', drill: 'Drill', approvedAt: 'Approved', respondBy: 'Answer by', closedAt: 'Closed', conclusion: 'Conclusion', authorityReference: 'Authority’s reference', estimatedCompletion: 'Completion expected',
      serialCount: 'Devices', unitCount: 'Pieces without a serial', goneSerials: 'In nobody’s hands', batchCount: 'Batches', actions: 'Actions',
      caseNumber: 'Case', receivedAt: 'Received', occurredOn: 'Occurred on', occurredUntil: 'Occurred until', occurredIn: 'Country', awareOn: 'Aware on', description: 'Description', deviceDescription: 'Device', code: 'Device code', outcomes: 'Outcomes', couldHaveCausedHarm: 'Could have caused harm', publicThreat: 'Threat to public health', remedialAction: 'Remedial action',
      deviceProblemCodes: 'Device problems', clinicalSignCodes: 'Clinical signs', healthImpactCodes: 'Health impact', componentCodes: 'Components', investigationCodes: 'Investigation', findingCodes: 'Findings', conclusionCodes: 'Conclusions', assessment: 'Assessment', concludedAt: 'Concluded',
      udi: 'UDI', serialNumber: 'Serial number', lotNumber: 'Lot', manufacturedOn: 'Made on', expiresOn: 'Expires', quantity: 'Quantity', unit: 'Unit', di: 'UDI-DI', name: 'Name', nameZh: 'Name in Chinese', model: 'Model', registrations: 'Registrations', from: 'First day', to: 'Last day',
    },
  },
})
