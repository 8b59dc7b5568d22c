import { bothLanguages } from '../../app/both-languages.ts'

export const ticketsMessages = bothLanguages({
  zh: {
    title: '报修与服务', titleOf: '工单 {reference}', lead: '维修、保养、校准、退回，每件器械一张工单。', create: '报修', createLead: '一张工单对应一件有序列号的器械。', none: '没有工单', noneText: '从扫描结果或器械来历页也可以报修。', view: { open: '未完成', all: '全部' },
    deviceHint: '扫描标签，或输入序列号。', kind: '类型', summary: '一句话说明', description: '详细说明', send: '提交', openedBy: '提出单位', assignee: '处理人', resolution: '处理结果', resolutionHint: '完成前请写明做了什么或查到什么。', measurements: '测量值', measure: '登记测量值',
    measured: { quantity: '项目', value: '数值', unit: '单位', lower: '下限', upper: '上限', limits: '限值', result: '结果' }, passed: '合格', failed: '不合格',
    priority: { LOW: '低', NORMAL: '一般', HIGH: '高', URGENT: '紧急' },
    status: { OPEN: '待处理', IN_PROGRESS: '处理中', WAITING: '等待中', RESOLVED: '已处理', CLOSED: '已关闭', CANCELLED: '已取消' },
    step: { START: '开始处理', WAIT: '等待配件或客户', RESOLVE: '处理完成', CLOSE: '关闭', REOPEN: '重新打开', CANCEL: '取消工单' },
  },
  en: {
    title: 'Service', titleOf: 'Ticket {reference}', lead: 'Repairs, maintenance, calibrations, returns: one ticket for each device.', create: 'Open a ticket', createLead: 'A ticket is about one device with a serial number.', none: 'No tickets', noneText: 'You can open one from a scan or from a device’s provenance, too.', view: { open: 'Open', all: 'All' },
    deviceHint: 'Scan the label, or type the serial.', kind: 'Kind', summary: 'In one line', description: 'Details', send: 'Send', openedBy: 'Opened by', assignee: 'Assignee', resolution: 'What was done', resolutionHint: 'Say what was done or found before you resolve it.', measurements: 'Measurements', measure: 'Record a measurement',
    measured: { quantity: 'Quantity', value: 'Value', unit: 'Unit', lower: 'Lower limit', upper: 'Upper limit', limits: 'Limits', result: 'Result' }, passed: 'Passed', failed: 'Failed',
    priority: { LOW: 'Low', NORMAL: 'Normal', HIGH: 'High', URGENT: 'Urgent' },
    status: { OPEN: 'Open', IN_PROGRESS: 'In progress', WAITING: 'Waiting', RESOLVED: 'Resolved', CLOSED: 'Closed', CANCELLED: 'Cancelled' },
    step: { START: 'Start', WAIT: 'Wait for a part or the customer', RESOLVE: 'Resolve', CLOSE: 'Close', REOPEN: 'Reopen', CANCEL: 'Cancel the ticket' },
  },
})
