import { bothLanguages } from '../../app/both-languages.ts'

export const phoneMessages = bothLanguages({
  zh: {
    title: '需要电话通知', lead: '以下单位在规定时间内没有通过平台、邮件或消息推送收到一级召回通知。请打电话并记录。', recipient: '单位', phone: '电话', noPhone: '没有登记电话', since: '待通知，自', done: '已电话通知', calls: '通话记录', none: '还没有',
    log: '记录通话', logFor: '记录通话：{name}', calledAt: '通话时间', spokeWith: '对方', said: '通话内容', reached: '对方已知悉并会处理', notReached: '未联系上', save: '保存', actions: '操作', erased: '姓名已删除', erase: '删除对方姓名', eraseText: '只删除对方是谁；通话时间和内容保留。', eraseReason: '为何删除',
  },
  en: {
    title: 'To telephone', lead: 'Neither portal, mail nor webhook has brought the class I notice to these in time. Telephone, and log the call.', recipient: 'Recipient', phone: 'Telephone', noPhone: 'no number known', since: 'Waiting since', done: 'Told by telephone', calls: 'Calls', none: 'none yet',
    log: 'Log a call', logFor: 'Log a call: {name}', calledAt: 'When', spokeWith: 'Spoke with', said: 'What was said', reached: 'They know and will act', notReached: 'nobody reached', save: 'Save', actions: 'Actions', erased: 'name erased', erase: 'Erase who it was', eraseText: 'Only who it was is erased. When, and what was said, stays.', eraseReason: 'Why it is erased',
  },
})
