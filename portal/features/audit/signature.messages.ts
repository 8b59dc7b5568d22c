export const signatureZh = {
  prove: '在贵单位的登录服务中再次验证身份', proved: '已再次验证身份', goBack: '请回到签名窗口，并在五分钟内签名。',
  title: '电子签名', lead: '签名与手写签名具有同等效力。请再次验证身份，并说明签名的含义。',
  meaning: '签名含义', meaningHint: '例如：批准，对内容负责', password: '密码', code: '动态验证码', codeHint: '如已启用双重验证，请填写。', sign: '签名', cancel: '取消',
  by: '签名人', at: '签名时间', digest: '所签内容的摘要 SHA-256', none: '尚未签名。', withheld: '由该机构人员签名',
}
export const signatureEn = {
  prove: 'Prove who you are at your company’s sign-in', proved: 'You proved who you are', goBack: 'Go back to the page where you sign, and sign within five minutes.',
  title: 'Electronic signature', lead: 'It binds like one by hand. Prove again who you are, and say what it means.',
  meaning: 'Meaning', meaningHint: 'As: approved, I am responsible for it', password: 'Password', code: 'One-time code', codeHint: 'Where you have a second factor.', sign: 'Sign', cancel: 'Cancel',
  by: 'Signed by', at: 'Signed at', digest: 'SHA-256 of what was signed', none: 'Not signed yet.', withheld: 'somebody of that organization',
}
