export type Language = 'zh' | 'en'

const zh = {
  tag: 'zh-CN', other: 'English', otherTag: 'en', brand: 'Devicetrail', what: '医疗器械追溯平台',
  title: '登录', username: '用户名', password: '密码', go: '登录', forgotten: '忘记密码？',
  wrong: '用户名或密码不正确，请重新输入。', wait: (minutes: number) => `尝试次数过多，请在 ${minutes} 分钟后再试。`,
  with: (name: string) => `通过 ${name} 登录`, companyAway: '贵单位的登录服务暂时无法连接，请稍后再试。', companyRefused: '贵单位的登录服务没有完成登录，或您的账户在此没有权限。请重试，或联系贵单位的管理员。',
  codeTitle: '动态验证码', codeText: '请输入身份验证器上显示的 6 位数字，也可以使用一个恢复码。', code: '验证码或恢复码', wrongCode: '验证码不正确或已使用过，请等待下一个。',
  enrolTitle: '设置身份验证器', enrolText: '您的岗位须使用第二重验证。请用身份验证器应用扫描图中二维码，或手动输入密钥，再填写它显示的 6 位数字。', secret: '密钥', confirm: '确认',
  recoveryTitle: '恢复码', recoveryText: '手机遗失时，每个恢复码可代替验证码使用一次。请打印或抄写并妥善保管，之后不会再显示。', kept: '已妥善保存，继续',
  demoTitle: '演示账户', demoText: '仅在本机的演示中显示。点击即可登录；所有人的密码都是：', demoNoCode: '演示账户不要求第二重验证。',
  expiredTitle: '登录已超时', expiredText: '请从首页重新开始。', home: '前往首页',
  linkTitle: '设置密码', linkText: '至少 12 个字符；几个不相关的词连在一起即可，无须特殊符号。', newPassword: '新密码', again: '再次输入', set: '设置密码',
  linkGone: '此链接已使用过或已过期。请重新申请，或联系贵单位的管理员。', done: '密码已设置，现在可以登录。', toSignIn: '前往登录',
  tooShort: '密码须至少 12 个字符。', tooLong: '密码最多 200 个字符。', common: '这个密码太常见，容易被猜到。请换一个。', ofAccount: '密码不能包含用户名。', different: '两次输入不一致。',
  forgottenTitle: '重设密码', forgottenText: '请输入用户名。如果存在该账户，我们会把重设链接发送到其登记的邮箱。', send: '发送链接', sent: '如果存在该账户，链接已发出，一小时内有效。',
}

const en: typeof zh = {
  tag: 'en', other: '中文', otherTag: 'zh-CN', brand: 'Devicetrail', what: 'Medical device traceability',
  title: 'Sign in', username: 'Username', password: 'Password', go: 'Sign in', forgotten: 'Forgot your password?',
  wrong: 'Username or password is not right. Try again.', wait: (minutes) => `Too many tries. Try again in ${minutes} minutes.`,
  with: (name) => `Sign in with ${name}`, companyAway: 'Your company’s sign-in cannot be reached. Try again in a while.', companyRefused: 'Your company’s sign-in did not let you in, or your account has no rights here. Try again, or ask your administrator.',
  codeTitle: 'One-time code', codeText: 'Type the six digits that your authenticator shows, or one of your recovery codes.', code: 'Code', wrongCode: 'That code is not right, or was used before. Wait for the next one.',
  enrolTitle: 'Set up an authenticator', enrolText: 'Your role needs a second factor. Scan the picture with an authenticator app, or type the key into it, then type the six digits that it shows.', secret: 'Key', confirm: 'Confirm',
  recoveryTitle: 'Recovery codes', recoveryText: 'Each stands in for a code once, for the day on which the phone is lost. Print or write them down now: they are not shown again.', kept: 'I have kept them, go on',
  demoTitle: 'Accounts of the demo', demoText: 'Shown in the demo on this machine only. Click one to sign in; the password of all is', demoNoCode: 'The demo’s accounts are not asked for a second factor.',
  expiredTitle: 'The sign-in took too long', expiredText: 'Start again from the first page.', home: 'Go to the first page',
  linkTitle: 'Set a password', linkText: 'At least 12 characters; a few unrelated words will do, and no special signs are needed.', newPassword: 'New password', again: 'The same again', set: 'Set the password',
  linkGone: 'This link has been used or has expired. Ask for a new one, or ask an administrator of your organization.', done: 'The password is set. You can sign in now.', toSignIn: 'Go to the sign-in',
  tooShort: 'A password needs at least 12 characters.', tooLong: 'A password has at most 200 characters.', common: 'This password is common and easily guessed. Choose another.', ofAccount: 'The password may not contain the username.', different: 'The two are not the same.',
  forgottenTitle: 'Reset the password', forgottenText: 'Type your username. If there is such an account, a link goes to its e-mail address.', send: 'Send the link', sent: 'If there is such an account, the link is on its way. It is good for an hour.',
}

export type Words = typeof zh

export const wordsOf = (language: Language): Words => ({ zh, en })[language]

/** What was chosen on the page or in the portal, otherwise what the browser prefers. */
export const languageOf = (chosen: string | undefined, preferred: string | undefined): Language =>
  (chosen ?? preferred ?? 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en'
