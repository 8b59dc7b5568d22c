import { bothLanguages } from '../../app/both-languages.ts'

export const accountMessages = bothLanguages({
  zh: {
    sessions: '登录会话', sessionsText: '您的账户在哪些设备上登录。结束会话后，两秒内该设备即不能再访问。',
    device: '设备', since: '登录时间', seen: '最近使用', address: '网络地址', state: '状态', here: '本设备', end: '结束', endHere: '退出登录',
    unknownDevice: '未知设备', nothing: '没有正在使用的会话', nothingText: '由贵单位的身份平台登录时，会话在那里管理。', refused: '没有结束：{why}',
  },
  en: {
    sessions: 'Sessions', sessionsText: 'Where your account is signed in. A session that you end is shut out within two seconds.',
    device: 'Device', since: 'Signed in', seen: 'Last used', address: 'Network address', state: 'State', here: 'This device', end: 'End', endHere: 'Sign out',
    unknownDevice: 'Unknown device', nothing: 'No session is in use', nothingText: 'Who signs in by their company’s own provider has their sessions there.', refused: 'Not ended: {why}',
  },
})
