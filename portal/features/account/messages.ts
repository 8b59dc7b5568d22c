import { bothLanguages } from '../../app/both-languages.ts'

export const accountMessages = bothLanguages({
  zh: {
    sessions: '登录会话', sessionsText: '您的账户在哪些设备上登录。结束会话后，两秒内该设备即不能再访问。',
    device: '设备', since: '登录时间', seen: '最近使用', address: '网络地址', state: '状态', here: '本设备', end: '结束', endHere: '退出登录',
    unknownDevice: '未知设备', nothing: '没有正在使用的会话', nothingText: '由贵单位的身份平台登录时，会话在那里管理。', refused: '没有结束：{why}',
    title: '账户与安全', lead: '第二重验证、登录会话，以及平台保存的您的个人信息。',
    factor: '第二重验证', factorOn: '已启用', factorOff: '未启用', factorText: '启用后，登录时除密码外还须输入身份验证器应用显示的 6 位数字。', factorRequired: '您的岗位必须使用，可以更换，不能停用。',
    factorElsewhere: '您通过贵单位的身份平台登录，第二重验证在那里管理。', factorRemoved: '第二重验证已停用，登录只需密码。', codesLeft: '还有 {n} 个恢复码可用。',
    setUp: '设置身份验证器', replace: '更换身份验证器', renew: '更新恢复码', remove: '停用第二重验证',
    proveByPassword: '请先输入密码，确认是您本人。', proveByCode: '请先输入现有身份验证器显示的 6 位数字，或一个恢复码。', proveEither: '请输入验证码或恢复码，也可以只输入密码。停用后登录只需密码。',
    password: '密码', code: '验证码或恢复码', goOn: '继续', scan: '请用身份验证器应用扫描二维码，或手动输入密钥，再填写它显示的 6 位数字。须在十分钟内完成。', picture: '身份验证器二维码', secret: '密钥：', firstCode: '6 位数字', confirm: '确认',
    codesShown: '恢复码仅显示这一次。手机遗失时，每个可代替验证码使用一次；请妥善保管，原有的不再有效。', codesSave: '保存为文件', codesKept: '已妥善保存',
    data: '我的个人信息', dataText: '平台保存的与您有关的一切：账户、登录、记录中的姓名与地址、上报、签名和所派工作（GDPR 第 15、20 条，个人信息保护法第 45 条）。每次导出都会记录。', dataSave: '导出个人信息', dataOf: '个人信息', dataFailed: '没有导出，请稍后再试。',
  },
  en: {
    sessions: 'Sessions', sessionsText: 'Where your account is signed in. A session that you end is shut out within two seconds.',
    device: 'Device', since: 'Signed in', seen: 'Last used', address: 'Network address', state: 'State', here: 'This device', end: 'End', endHere: 'Sign out',
    unknownDevice: 'Unknown device', nothing: 'No session is in use', nothingText: 'Who signs in by their company’s own provider has their sessions there.', refused: 'Not ended: {why}',
    title: 'Account and security', lead: 'Your second factor, your sessions, and what the hub holds of you.',
    factor: 'Second factor', factorOn: 'Set up', factorOff: 'Not set up', factorText: 'With it, signing in takes the six digits of an authenticator app besides the password.', factorRequired: 'Your role must have it: it can be replaced, not removed.',
    factorElsewhere: 'You sign in by your company’s own provider, which minds your second factor.', factorRemoved: 'The second factor is removed: the password alone signs in.', codesLeft: '{n} recovery codes are left.',
    setUp: 'Set up an authenticator', replace: 'Replace the authenticator', renew: 'Renew recovery codes', remove: 'Remove the second factor',
    proveByPassword: 'Type your password first, to show that it is you.', proveByCode: 'Type the six digits of the authenticator that you have, or a recovery code.', proveEither: 'Type a code or a recovery code, or your password alone. Then the password alone signs in.',
    password: 'Password', code: 'Code', goOn: 'Go on', scan: 'Scan the picture with an authenticator app, or type the key into it, then type the six digits that it shows. It takes ten minutes at most.', picture: 'QR code for the authenticator', secret: 'Key:', firstCode: 'Six digits', confirm: 'Confirm',
    codesShown: 'The recovery codes are shown this once. Each stands in for a code once, for the day on which the phone is lost. Keep them safe; those before are no longer good.', codesSave: 'Save as a file', codesKept: 'I have kept them',
    data: 'My personal data', dataText: 'All that the hub holds of you: account, sign-ins, name and addresses in the record, reports, signatures and work given to you (GDPR 15 and 20, PIPL 45). Each export is recorded.', dataSave: 'Export my personal data', dataOf: 'Personal data', dataFailed: 'Not exported. Try again in a moment.',
  },
})
