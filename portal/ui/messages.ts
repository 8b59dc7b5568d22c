import { bothLanguages } from '../app/both-languages.ts'

export const uiMessages = bothLanguages({
  zh: {
    labelled: '{label}：{value}',
    fileFailed: '文件没有保存，请重试。',
    breadcrumb: '位置',
    copy: '复制 {value}',
    copied: '已复制',
    loading: '正在读取',
    retry: '重试',
    showMore: '再显示 {n} 条',
    shown: '已显示 {shown} / {total}',
    unit: {
      EA: '{n} 件', GRM: '{n} 克', KGM: '{n} 千克', MTR: '{n} 米', MMT: '{n} 毫米', LTR: '{n} 升', MLT: '{n} 毫升', MTK: '{n} 平方米',
    },
    party: {
      MANUFACTURER: '制造商', CONTRACT_MANUFACTURER: '受托生产企业', AUTHORIZED_REPRESENTATIVE: '授权代表', IMPORTER: '进口商',
      SUPPLIER: '供应商', DISTRIBUTOR: '经销商', HOSPITAL: '医院', SERVICE_PROVIDER: '维修服务商', CARRIER: '承运商',
      REGULATOR: '监管机构', OPERATOR: '平台运营方', masked: '{kind}（{country}）', unknown: '未公开的机构',
    },
    document: {
      CASE_ATTACHMENT: '照片或文件', CERTIFICATE_OF_CONFORMITY: '合格证明', INSPECTION_REPORT: '检验报告', CALIBRATION_CERTIFICATE: '校准证书', SERVICE_REPORT: '服务报告',
      DELIVERY_NOTE: '随货同行单', REGISTRATION: '注册证', STERILISATION_RECORD: '灭菌记录', PHOTO: '照片',
    },
    error: {
      network: '无法连接平台', late: '平台迟迟没有答复', server: '平台未能答复', refused: '平台不接受这个请求', limited: '请求过于频繁',
      lateText: '等待已超过 20 秒。网络可能不稳，或平台正忙。请稍后重试。',
      networkText: '网络中断，或平台正在重启。请检查网络后重试。', serverText: '平台读取数据时出错，不是您的操作有误。请稍后重试。',
      refusedText: '请核对内容后重试。', limitedText: '一分钟内的查询次数有限，其中与贵单位无关的编码更少。请稍候一分钟再试。', nothingSaved: '这一步只读取，没有保存或改动任何数据。',
      requestId: '请求编号（报告问题时请提供）',
    },
    close: '关闭', optional: '（选填）', save: '保存', cancel: '取消', choose: '请选择', yes: '是', no: '否', unknown: '不清楚',
    refused: {
      NETWORK: '没有收到平台的答复，可能没有保存。请再发送一次，不会重复登记。', SERVER: '平台未能保存，请稍后再试。',
      CONFLICT: '现在的状态不允许这一步。', INVALID_INPUT: '有一项内容不被接受。', NOT_FOUND: '没有这条记录，或不在您的范围内。', NOT_ALLOWED: '您的角色不能做这一步。',
      SIGNATURE_REFUSED: '签名未被接受：请核对密码和动态口令。', PROOF_REFUSED: '密码或验证码不正确，未作更改。', THROTTLED: '尝试次数过多，请在 15 分钟后再试。', BLOCKED: '已被暂停，不能继续。', IN_PROGRESS: '同一请求正在处理，请稍候。', TOO_LARGE: '内容太多，请分次发送。', IDEMPOTENCY_KEY_REUSED: '这个请求已用于别的内容，请再试一次。',
      LOOKS_PRIVATE: '文字里有像是患者身份的信息。请删去；如果确实不是，可以按原样发送。', FILE_REFUSED: '平台没有接收一张照片或一个文件：只收完整的 JPEG、PNG 和 PDF，每个不超过 10 MB。请去掉或换一个。', FILE_LOST: '浏览器没有保住这份上报的照片或文件。请去掉后重新加入。',
    },
    missing: { title: '没有这条记录', text: '它可能不存在，或不在您可以查看的范围内。请核对编号，或扫描标签。' },
  },
  en: {
    labelled: '{label}: {value}',
    fileFailed: 'The file was not saved. Try again.',
    breadcrumb: 'You are here',
    copy: 'Copy {value}',
    copied: 'Copied',
    loading: 'Loading',
    retry: 'Try again',
    showMore: 'Show {n} more',
    shown: '{shown} of {total} shown',
    unit: {
      EA: '{n} piece | {n} pieces', GRM: '{n} g', KGM: '{n} kg', MTR: '{n} m', MMT: '{n} mm', LTR: '{n} L', MLT: '{n} mL', MTK: '{n} m²',
    },
    party: {
      MANUFACTURER: 'Manufacturer', CONTRACT_MANUFACTURER: 'Contract manufacturer', AUTHORIZED_REPRESENTATIVE: 'Authorized representative', IMPORTER: 'Importer',
      SUPPLIER: 'Supplier', DISTRIBUTOR: 'Distributor', HOSPITAL: 'Hospital', SERVICE_PROVIDER: 'Service provider', CARRIER: 'Carrier',
      REGULATOR: 'Regulator', OPERATOR: 'Hub operator', masked: '{kind}, {country}', unknown: 'Undisclosed organization',
    },
    document: {
      CASE_ATTACHMENT: 'Photo or paper', CERTIFICATE_OF_CONFORMITY: 'Certificate of conformity', INSPECTION_REPORT: 'Inspection report', CALIBRATION_CERTIFICATE: 'Calibration certificate', SERVICE_REPORT: 'Service report',
      DELIVERY_NOTE: 'Delivery note', REGISTRATION: 'Registration', STERILISATION_RECORD: 'Sterilisation record', PHOTO: 'Photo',
    },
    error: {
      network: 'The hub cannot be reached', late: 'The hub does not answer', server: 'The hub could not answer', limited: 'Too many requests', refused: 'The hub does not accept this request',
      lateText: 'More than 20 seconds have passed. The network may be weak, or the hub busy. Try again in a moment.',
      networkText: 'The network is down, or the hub is restarting. Check the connection and try again.', serverText: 'Reading failed in the hub; nothing you did is at fault. Try again in a moment.',
      limitedText: 'So many may be asked in a minute, and fewer about codes that your organization has nothing to do with. Try again in a minute.', refusedText: 'Check what was entered and try again.', nothingSaved: 'This step only reads: nothing was saved or changed.',
      requestId: 'Request id, to quote when you report it',
    },
    close: 'Close', optional: '(optional)', save: 'Save', cancel: 'Cancel', choose: 'Choose', yes: 'Yes', no: 'No', unknown: 'Not known',
    refused: {
      NETWORK: 'No answer came from the hub; it may not be saved. Send it again: nothing is recorded twice.', SERVER: 'The hub could not save it. Try again in a moment.',
      CONFLICT: 'As it stands, this step is not possible.', INVALID_INPUT: 'Something in it is not accepted.', NOT_FOUND: 'There is no such record, or it is not yours.', NOT_ALLOWED: 'Your roles do not allow this.',
      SIGNATURE_REFUSED: 'The signature was not accepted: check password and one-time code.', PROOF_REFUSED: 'That password or code is not right; nothing was changed.', THROTTLED: 'Too many tries. Try again in 15 minutes.', BLOCKED: 'It is blocked.', IN_PROGRESS: 'The same request is still under way. Wait a moment.', TOO_LARGE: 'Too much at once: send it in parts.', IDEMPOTENCY_KEY_REUSED: 'This request was used for something else. Try again.',
      LOOKS_PRIVATE: 'Something in the text looks like a patient’s identity. Take it out; if it is nothing of the kind, send it as it is.', FILE_REFUSED: 'The hub did not take a photo or file: only whole JPEG, PNG and PDF of at most 10 MB. Take it out or choose another.', FILE_LOST: 'The browser has not kept a photo or file of this report. Take it out and add it again.',
    },
    missing: { title: 'There is no such record', text: 'It may not exist, or it is not among what you may see. Check the number, or scan the label.' },
  },
})
