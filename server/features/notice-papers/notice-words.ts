import type { Language } from '../../paper/paper.ts'

const zh = {
  title: '召回通知', drill: '演练：不要对外采取行动', to: '致', from: '召回企业', reference: '召回编号', class: '分级', issued: '发出时间（UTC）', respondBy: '请答复至', reason: '原因', risk: '对患者的风险', actions: '请采取的措施', devices: '贵单位涉及的器械', product: '产品', number: '批号 / 序列号', quantity: '数量', place: '所在位置、手术编号', answer: '去向',
  more: '另有 {count} 项，见同一通知的 CSV。', reply: '回执', replyText: '请在平台上逐项答复；无法使用平台时，请填写本页并发给召回企业。请把本通知转告所有使用或已转给的单位。', none: '□ 我单位没有上述器械', held: '□ 我单位有上述器械，收到通知时持有数量', returned: '退回数量', destroyed: '销毁数量', used: '已使用数量', forwarded: '已转给（单位、数量）', name: '姓名与职务', phone: '电话', date: '日期与签名',
}

const en: typeof zh = {
  title: 'Recall notice', drill: 'A DRILL: take no action outside', to: 'To', from: 'Recalling firm', reference: 'Recall', class: 'Class', issued: 'Issued at (UTC)', respondBy: 'Please answer by', reason: 'Reason', risk: 'Risk to patients', actions: 'What to do', devices: 'Your devices', product: 'Product', number: 'Lot / serial number', quantity: 'Quantity', place: 'Where, procedure', answer: 'Answer',
  more: '{count} more are in the CSV of this notice.', reply: 'Reply form', replyText: 'Please answer in the portal, device by device. Where that is not possible, fill in this page and send it to the recalling firm. Pass this notice on to everybody who uses the devices or got them from you.', none: '[  ] We have none of these devices', held: '[  ] We have them; on hand when the notice came', returned: 'Returned', destroyed: 'Destroyed', used: 'Used', forwarded: 'Passed on (to whom, how many)', name: 'Name and position', phone: 'Telephone', date: 'Date and signature',
}

export type NoticeWords = typeof zh

export const noticeWords = (language: Language): NoticeWords => (language === 'zh' ? zh : en)

const actions: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  STOP_USE: ['停止使用', 'Stop using them'], QUARANTINE: ['隔离存放', 'Quarantine them'], RETURN: ['退回', 'Return them'], DESTROY: ['销毁', 'Destroy them'], REPLACE: ['更换', 'Have them replaced'], INSPECT: ['检查', 'Inspect them'], REPAIR: ['修理', 'Have them repaired'],
  SOFTWARE_UPDATE: ['软件更新', 'Update the software'], LABELLING_CHANGE: ['更改标签或说明书', 'Change the labelling'], PATIENT_FOLLOW_UP: ['随访患者', 'Follow up patients'], ADVISORY: ['注意提示', 'Heed the advice'],
}

const dispositions: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  QUARANTINED: ['已隔离', 'Quarantined'], RETURNED: ['已退回', 'Returned'], DESTROYED: ['已销毁', 'Destroyed'], CORRECTED: ['已纠正', 'Corrected'], REPLACED: ['已更换', 'Replaced'], IN_SERVICE: ['仍在使用', 'Still in service'],
  IMPLANTED: ['已植入', 'Implanted'], CONSUMED: ['已用完', 'Used up'], FORWARDED: ['已转给他方', 'Passed on'], NOT_FOUND: ['未找到', 'Not found'], NEVER_RECEIVED: ['从未收到', 'Never received'],
}

export const dispositionWord = (disposition: string, language: Language): string => dispositions[disposition]?.[language === 'zh' ? 0 : 1] ?? disposition

export const actionWord = (action: string, language: Language): string => actions[action]?.[language === 'zh' ? 0 : 1] ?? action
