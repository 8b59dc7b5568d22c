import { bothLanguages } from '../../app/both-languages.ts'

export const webhooksMessages = bothLanguages({
  zh: {
    tab: '消息推送', lead: '本单位的消息会按 CloudEvents 1.0 格式发送到这些地址，并按 Standard Webhooks 签名。', create: '新建推送地址', none: '还没有推送地址', noneText: '贵单位的系统可以在这里登记一个 HTTPS 地址，随时收到召回通知等消息。',
    url: '地址', types: '消息', all: '全部消息', description: '说明', state: '状态', actions: '操作', change: '更改', test: '测试', rotate: '更换密钥', log: '发送记录', enabled: '启用', save: '保存', filter: '只发送以下消息（不选则全部发送）',
    on: '启用', off: '已停用', gone: '已停用：对方答复 410', waiting: '{n} 条待发送', oldSecret: '原密钥仍可用至', logOf: '发送记录', logNone: '没有记录', logNoneText: '发往该地址的消息会显示在这里。',
    secret: '密钥只显示这一次，请立即妥善保存。', rotateText: '24 小时内新旧密钥都会签名，请在此期间更换。', replay: '重新发送', replayed: '已排队，稍后显示结果。', message: '消息', tries: '尝试', at: '时间', next: '下次', noAnswer: '无答复', show: '显示',
    states: { ALL: '全部', PENDING: '待发送', DELIVERED: '已送达', DEAD: '未送达' },
    groups: { 'recall': '召回', 'device': '暂停使用', 'adverseEvent': '不良事件', 'serviceTicket': '服务工单', 'custody': '货物流转', 'consignment': '寄售使用', 'loanSet': '借用套件', 'finding': '待查事项', 'organization': '本单位管理', 'webhook': '推送自身', 'subscription': 'EPCIS 订阅' },
  },
  en: {
    tab: 'Webhooks', lead: 'Messages of your organization go to these addresses as CloudEvents 1.0, signed by Standard Webhooks.', create: 'New webhook', none: 'No webhooks yet', noneText: 'Give an HTTPS address of your own system here, and it hears of recall notices and the like at once.',
    url: 'Address', types: 'Messages', all: 'All messages', description: 'Description', state: 'State', actions: 'Actions', change: 'Change', test: 'Test', rotate: 'Replace the secret', log: 'Log', enabled: 'Enabled', save: 'Save', filter: 'Send only these (none chosen: all)',
    on: 'Enabled', off: 'Disabled', gone: 'Disabled: it answered 410', waiting: '{n} waiting', oldSecret: 'The old secret signs too until', logOf: 'Log', logNone: 'Nothing here', logNoneText: 'Messages that went to this address are listed here.',
    secret: 'The secret is shown this once. Keep it now.', rotateText: 'For 24 hours messages are signed by the old and the new secret: change over in that time.', replay: 'Send again', replayed: 'It is queued; the result shows here.', message: 'Message', tries: 'Tries', at: 'Time', next: 'Next', noAnswer: 'no answer', show: 'Show',
    states: { ALL: 'All', PENDING: 'Waiting', DELIVERED: 'Delivered', DEAD: 'Not delivered' },
    groups: { 'recall': 'Recalls', 'device': 'Holds', 'adverseEvent': 'Adverse events', 'serviceTicket': 'Service tickets', 'custody': 'Goods', 'consignment': 'Use of consigned goods', 'loanSet': 'Loan sets', 'finding': 'Findings', 'organization': 'Your organization', 'webhook': 'The webhook itself', 'subscription': 'EPCIS subscriptions' },
  },
})
