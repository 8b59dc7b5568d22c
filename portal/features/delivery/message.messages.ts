import { bothLanguages } from '../../app/both-languages.ts'

export const messagesMessages = bothLanguages({
  zh: {
    title: '消息', lead: '本单位近 90 天收到、与您工作有关的消息。已读状态按人保存，换设备也一样。', bell: '{n} 条未读消息', noneNew: '消息，没有未读', filter: '显示', view: { unread: '未读', all: '全部' }, list: '消息',
    none: { unread: '没有未读消息', all: '没有消息' }, noneText: '有新消息时会立即出现在这里和顶部的铃铛上。', readAll: '全部标为已读', markRead: '标为已读', unread: '未读',
    mail: '同时通过电子邮件通知我', noMail: '平台没有您的电子邮箱，请管理员补充后可通过邮件接收。',
    types: {
      recall: { notice: { issued: '收到召回通知', extended: '召回通知有新增器械', reminder: '提醒：召回通知尚未答复', responded: '召回通知有答复', late: '召回的器械到了新的持有单位', overdue: '召回通知逾期未答复', unreached: '一级召回未送达，请电话通知' }, deadline: { soon: '召回的监管期限即将到期', urgent: '召回的监管期限马上到期', overdue: '召回的监管期限已过' } },
      device: { hold: { placed: '部分器械暂停使用', renewed: '暂停使用已延长', lifted: '暂停使用已解除' }, suspect: '可疑：同一序列号在两处出现' },
      adverseEvent: { submitted: '收到不良事件报告', asked: '制造商对不良事件有疑问', answered: '报告人已答复', concluded: '不良事件已有结论', deadline: { soon: '不良事件的上报期限即将到期', urgent: '不良事件的上报期限马上到期', overdue: '不良事件的上报期限已过' } },
      serviceTicket: { opened: '新的服务工单', changed: '服务工单有进展' },
      consignment: { used: '寄售器械已使用' }, custody: { corrected: '制造商声明您的一条登记有误，已不再生效', void_shipping: '发货方撤回了一批在途货物', unconfirmed: { sent: '您发出的货物尚未被确认收货', coming: '有发给您的货物尚未确认收货' } }, loanSet: { reported: '借用套件有新的使用或归还登记', closed: '借用套件已结清', deadline: { soon: '借用套件即将到归还日', urgent: '借用套件已到归还日', overdue: '借用套件逾期一周未结清' } }, finding: { raised: '记录不一致，待核查' }, organization: { administrator: { invited: '平台运营方为本单位邀请了一名管理员，请核实' } }, webhook: { disabled: '消息推送地址已停用' }, subscription: { failing: 'EPCIS 事件订阅无法送达', ended: 'EPCIS 事件订阅已结束' },
    },
  },
  en: {
    title: 'Messages', lead: 'What your organization was told in the last 90 days and is your work. What you have read is read on every device.', bell: '{n} unread message | {n} unread messages', noneNew: 'Messages, none unread', filter: 'Show', view: { unread: 'Unread', all: 'All' }, list: 'Messages',
    none: { unread: 'Nothing unread', all: 'No messages' }, noneText: 'New ones appear here and at the bell above as they come.', readAll: 'Mark all as read', markRead: 'Mark as read', unread: 'Unread',
    mail: 'Send them to me by e-mail too', noMail: 'The hub has no e-mail address of yours. Ask your administrator to add it, to be told by mail too.',
    types: {
      recall: { notice: { issued: 'A recall notice came', extended: 'A recall notice lists more devices', reminder: 'Reminder: a recall notice waits for your answer', responded: 'A recall notice was answered', late: 'Recalled devices came to a further holder', overdue: 'A recall notice was not answered in time', unreached: 'A class I notice has reached nobody: telephone' }, deadline: { soon: 'An authority’s deadline on a recall is near', urgent: 'An authority’s deadline on a recall is about to end', overdue: 'An authority’s deadline on a recall has passed' } },
      device: { hold: { placed: 'Some devices are not to be used for now', renewed: 'A hold lasts longer', lifted: 'A hold was lifted' }, suspect: 'Suspect: one serial number at two places' },
      adverseEvent: { submitted: 'An adverse event was reported', asked: 'The maker has a question about an adverse event', answered: 'The reporter has answered', concluded: 'An adverse event was concluded', deadline: { soon: 'A deadline to report an adverse event is near', urgent: 'A deadline to report an adverse event is about to end', overdue: 'A deadline to report an adverse event has passed' } },
      serviceTicket: { opened: 'A service ticket was opened', changed: 'A service ticket has changed' },
      consignment: { used: 'A consigned device was used' }, custody: { corrected: 'The maker declared a report of yours an error: it counts no more', void_shipping: 'A sender took back a shipment that was on its way to you', unconfirmed: { sent: 'A shipment of yours has not been received', coming: 'A shipment to you waits for the confirmation of its receipt' } }, loanSet: { reported: 'Something of a loan set was used or goes back', closed: 'A loan set was closed', deadline: { soon: 'A loan set is due back soon', urgent: 'A loan set is due back', overdue: 'A loan set is a week overdue' } }, finding: { raised: 'Something does not fit the record' }, organization: { administrator: { invited: 'The hub’s operator invited an administrator into your organization: check that it is right' } }, webhook: { disabled: 'A webhook was disabled' }, subscription: { failing: 'An EPCIS subscription could not be told', ended: 'An EPCIS subscription has ended' },
    },
  },
})
