import { bothLanguages } from '../../app/both-languages.ts'

export const loansMessages = bothLanguages({
  zh: {
    title: '借用套件', titleOf: '借用套件 {number}', lead: '为手术借出或借入的套件：用了什么、打开未用什么、还回什么、还差什么。', filter: '筛选', view: { open: '未结清', closed: '已结清' },
    none: '没有借用套件', noneText: '分销商把一托盘器械借给医院时，在这里登记。', to: '借给', from: '来自', outCount: '{n} 行未结清', dueOn: '应还日期',
    state: { closed: '已结清', settled: '全部已登记', overdue: '逾期', due: '即将到期', out: '借出中' },
    tray: '托盘', borrower: '借用单位', lender: '出借单位', sentAt: '发出时间', account: '明细', item: '器械', unit: '单位', export: '导出明细',
    amount: { sent: '发出', used: '已用', openedUnused: '打开未用', discarded: '丢弃', returned: '还回', out: '未结清', missing: '缺少' },
    happened: '登记使用与归还', cameBack: '登记还回', found: '后来找到', settle: '结清', what: '发生了什么', scan: '先选发生了什么，再逐件扫描或点选。', stranger: '不在这个套件里，或已登记过：',
    outcome: { IMPLANTED: '植入', CONSUMED: '用完', OPENED_UNUSED: '打开未用', DISCARDED: '丢弃', RETURNED: '归还' }, back: '已还回', stillOut: '未结清', allBack: '其余全部归还', toReport: '待登记',
    referenceHint: '只有本院可见。请勿填写患者姓名或证件号。', report: '登记 {n} 行', close: '结清套件', willMiss: '还有 {n} 行未结清。结清后按缺少处理，并列入待查事项。', noteHint: '如：缺少的已计费',
    send: '借出套件', sendLead: '扫描托盘，再扫描放进去的器械。用掉之前仍归我方所有。', trayHint: '托盘上的 SSCC，18 位数字。', number: '我方单号', content: '放进托盘的器械', contentHint: '用扫码枪、上方相机，或在上方输入。托盘里已装好的不必再扫。', added: '已加入', lend: '借出', lendWith: '放入 {n} 行并借出',
    sentWithout: '套件已借出，但以下各行没有接收，请从托盘中取出：', notSent: '没有借出。以下各行没有接收：', open: '打开这个套件',
  },
  en: {
    title: 'Loan sets', titleOf: 'Loan set {number}', lead: 'Sets lent for operations: what was used, opened in vain, returned, and is still out.', filter: 'Filter', view: { open: 'Open', closed: 'Closed' },
    none: 'No loan sets', noneText: 'A distributor that lends a hospital a tray of devices records it here.', to: 'To', from: 'From', outCount: '{n} line still out | {n} lines still out', dueOn: 'Due back',
    state: { closed: 'Closed', settled: 'All accounted for', overdue: 'Overdue', due: 'Due', out: 'Out' },
    tray: 'Tray', borrower: 'Borrower', lender: 'Lender', sentAt: 'Sent', account: 'What became of it', item: 'Device', unit: 'Unit', export: 'Export the account',
    amount: { sent: 'Sent', used: 'Used', openedUnused: 'Opened in vain', discarded: 'Discarded', returned: 'Returned', out: 'Still out', missing: 'Missing' },
    happened: 'Report use and return', cameBack: 'Report what came back', found: 'Found later', settle: 'Settle', what: 'What happened', scan: 'Choose what happened, then scan or touch each thing.', stranger: 'Not in this set, or reported already:',
    outcome: { IMPLANTED: 'Implanted', CONSUMED: 'Used up', OPENED_UNUSED: 'Opened in vain', DISCARDED: 'Discarded', RETURNED: 'Goes back' }, back: 'Came back', stillOut: 'Still out', allBack: 'All the rest goes back', toReport: 'To report',
    referenceHint: 'Only your hospital sees it. No patient’s name or number, please.', report: 'Report {n} line | Report {n} lines', close: 'Close the set', willMiss: '{n} line is still out. Once the set is closed it is missing, and a finding. | {n} lines are still out. Once the set is closed they are missing, and findings.', noteHint: 'As that the missing ones were billed',
    send: 'Lend a set', sendLead: 'Scan the tray, then what is laid into it. It stays yours until it is used.', trayHint: 'The SSCC on the tray, 18 digits.', number: 'Your own number', content: 'Laid into the tray', contentHint: 'With the scanner, the camera above, or type above. What is packed in the tray already needs no scan.', added: 'Added', lend: 'Lend', lendWith: 'Lay in {n} line and lend | Lay in {n} lines and lend',
    sentWithout: 'The set is out, but these were not taken. Take them out of the tray:', notSent: 'Nothing was lent. These were not taken:', open: 'Open the set',
  },
})
