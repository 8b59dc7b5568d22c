import { bothLanguages } from '../../app/both-languages.ts'

export const ticketsMessages = bothLanguages({
  zh: {
    title: '报修与服务', titleOf: '工单 {reference}', lead: '维修、保养、校准、退回，每件器械一张工单。', create: '报修', createLead: '一张工单对应一件有序列号的器械；投诉和退回也可以是一个批号。', none: '没有工单', noneText: '从扫描结果或器械来历页也可以报修。', view: { open: '未完成', all: '全部', due: '到期保养' },
    lotHint: '扫描标签，或输入序列号、批号。', quantity: '批号中的数量', decontamination: '去污情况', decontaminationHint: '怎样清洗、消毒或灭菌，或者说明没有做。', papers: '照片与文件', papersHint: '照片或 PDF，每个不超过 10 MB，对方可以看到。',
    doneOn: '完成日期', nextMaintenance: '下次保养', nextCalibration: '下次校准', nextHint: '不填则按产品的保养计划。', capa: '纠正预防措施编号', certificates: '校准证书与服务报告', certificatesHint: '关闭后成为这件器械的文件。', receivedAt: '制造商收到', notReceived: '尚未收到',
    overdue: '已逾期', dueSoon: '即将到期', noneDue: '没有到期的保养或校准', noneDueText: '这里列出已逾期和三个月内到期的器械。',
    notes: { title: '往来留言', write: '留言', hint: '对方会收到提醒。请不要写患者姓名。', send: '发送', erased: '内容已删除' },
    assign: '分派', provider: '服务商', noProvider: '不交给服务商', providerHint: '在工单关闭之前，服务商可以看到这件器械。',
    plan: { title: '保养计划', maintenance: '保养间隔（月）', calibration: '校准间隔（月）', none: '未设定', hint: '从下一次投入使用、安装、保养或校准起算；已经定下的日期不变。', first: '在用设备的首次日期', firstHint: '给已在用、还没有日期的设备；不填则到下一次保养或校准时再定。', saved: '已保存。', dated: '已保存，{n} 台在用设备定下了首次日期。', every: '每 {n} 个月' },
    refused: { documents: { NOT_FOUND: '这份文件不能用，请重新选择。' }, certificates: { NOT_FOUND: '这份文件不能用，请重新选择。' } },
    deviceHint: '扫描标签，或输入序列号。', kind: '类型', summary: '一句话说明', description: '详细说明', send: '提交', openedBy: '提出单位', assignee: '处理人', resolution: '处理结果', resolutionHint: '完成前请写明做了什么或查到什么。', measurements: '测量值', measure: '登记测量值',
    measured: { quantity: '项目', value: '数值', unit: '单位', lower: '下限', upper: '上限', limits: '限值', result: '结果' }, passed: '合格', failed: '不合格',
    priority: { LOW: '低', NORMAL: '一般', HIGH: '高', URGENT: '紧急' },
    status: { OPEN: '待处理', IN_PROGRESS: '处理中', WAITING: '等待中', RESOLVED: '已处理', CLOSED: '已关闭', CANCELLED: '已取消' },
    step: { START: '开始处理', WAIT: '等待配件或客户', RESOLVE: '处理完成', CLOSE: '关闭', REOPEN: '重新打开', CANCEL: '取消工单' },
  },
  en: {
    title: 'Service', titleOf: 'Ticket {reference}', lead: 'Repairs, maintenance, calibrations, returns: one ticket for each device.', create: 'Open a ticket', createLead: 'A ticket is about one device with a serial number; a complaint or return may be about a lot.', none: 'No tickets', noneText: 'You can open one from a scan or from a device’s provenance, too.', view: { open: 'Open', all: 'All', due: 'Service due' },
    lotHint: 'Scan the label, or type the serial or lot.', quantity: 'How much of the lot', decontamination: 'Decontamination', decontaminationHint: 'How it was cleaned, disinfected or sterilised, or that it was not.', papers: 'Photos and papers', papersHint: 'Photos or PDF, at most 10 MB each. The other side sees them.',
    doneOn: 'Done on', nextMaintenance: 'Next maintenance', nextCalibration: 'Next calibration', nextHint: 'Left empty, the product’s plan counts.', capa: 'CAPA number', certificates: 'Calibration certificates and service reports', certificatesHint: 'They become papers of the device.', receivedAt: 'Received by the maker', notReceived: 'Not received yet',
    overdue: 'Overdue', dueSoon: 'Due soon', noneDue: 'No maintenance or calibration is due', noneDueText: 'What is overdue or due within three months is listed here.',
    notes: { title: 'Messages', write: 'Write a message', hint: 'The other side is told. Please name no patient.', send: 'Send', erased: 'Erased' },
    assign: 'Who works on it', provider: 'Service provider', noProvider: 'None', providerHint: 'It sees the device until the ticket is closed.',
    plan: { title: 'Service plan', maintenance: 'Maintenance every (months)', calibration: 'Calibration every (months)', none: 'Not set', hint: 'Counts from when a device is next put into service, installed, maintained or calibrated; days that are set stay.', first: 'First due for devices in service', firstHint: 'For devices in service that have no day. Left empty, they have none until the next service is done.', saved: 'Saved.', dated: 'Saved. Devices in service that have their first day now: {n}.', every: 'Every {n} months' },
    refused: { documents: { NOT_FOUND: 'This paper cannot be used. Choose it again.' }, certificates: { NOT_FOUND: 'This paper cannot be used. Choose it again.' } },
    deviceHint: 'Scan the label, or type the serial.', kind: 'Kind', summary: 'In one line', description: 'Details', send: 'Send', openedBy: 'Opened by', assignee: 'Assignee', resolution: 'What was done', resolutionHint: 'Say what was done or found before you resolve it.', measurements: 'Measurements', measure: 'Record a measurement',
    measured: { quantity: 'Quantity', value: 'Value', unit: 'Unit', lower: 'Lower limit', upper: 'Upper limit', limits: 'Limits', result: 'Result' }, passed: 'Passed', failed: 'Failed',
    priority: { LOW: 'Low', NORMAL: 'Normal', HIGH: 'High', URGENT: 'Urgent' },
    status: { OPEN: 'Open', IN_PROGRESS: 'In progress', WAITING: 'Waiting', RESOLVED: 'Resolved', CLOSED: 'Closed', CANCELLED: 'Cancelled' },
    step: { START: 'Start', WAIT: 'Wait for a part or the customer', RESOLVE: 'Resolve', CLOSE: 'Close', REOPEN: 'Reopen', CANCEL: 'Cancel the ticket' },
  },
})
