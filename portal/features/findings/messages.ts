import { bothLanguages } from '../../app/both-languages.ts'

export const findingsMessages = bothLanguages({
  zh: {
    title: '待查事项',
    lead: '相互矛盾或不合常理的登记，查清后写明原因并关闭。',
    filter: '筛选', view: { open: '未关闭', cleared: '已关闭', all: '全部' },
    none: { open: '没有待查事项', cleared: '没有已关闭的事项', all: '没有待查事项' }, noneText: '登记之间若有矛盾，会列在这里。',
    owner: '由谁登记：', age: '{n} 天',
    clear: '关闭', cancel: '取消', reason: '怎么查清的', reasonHint: '写明查到了什么、做了什么。原因会保留在记录里。',
    byPerson: '已查清', byReport: '后来的登记已说明',
    refused: { NOT_FOUND: '这一项不存在，或不归您关闭。', CONFLICT: '现在还不能关闭：可能已经关闭，或库存仍为负数，请补报缺少的收货或生产。', NOT_ALLOWED: '您的角色不能关闭待查事项。', INVALID_INPUT: '请写明原因，最多 1000 字。' },
    code: {
      CUSTODY_GAP: '发出的单位并不持有', NO_SHIPMENT: '收到了没有发货记录的货', MISROUTED: '收货的不是发货的对象', NEGATIVE_STOCK: '库存为负数', SEEN_ELSEWHERE: '同一序列号也在别处出现', DUPLICATE_SERIAL: '序列号重复',
      EVENT_AFTER_END: '报废或用完之后又有登记', RECEIVED_DAMAGED: '到货破损', RECEIVED_MISMATCH: '到货与单据不符', NOT_DELIVERED: '已发货但没有到', NOTHING_TO_VOID: '撤销了不存在的发货', CONTAINMENT_BROKEN: '包装关系对不上', ALREADY_IN_PARENT: '已在另一个包装里',
      MOVED_THOUGH_BLOCKED: '已召回、隔离或过期，却仍被发出、售出或使用', UNKNOWN_SERIAL: '序列号没有记录', IMPOSSIBLE_TIME: '时间不可能',
    },
    todo: {
      CUSTODY_GAP: '核对谁真正发出，或补报缺少的收货。', NO_SHIPMENT: '请发货方补报发货，或核对货从哪里来。', MISROUTED: '核对收货单位，必要时退回或改正登记。', NEGATIVE_STOCK: '补报缺少的收货或生产。', MOVED_THOUGH_BLOCKED: '查明它现在在哪里、是否已用于患者；停止使用，并通知制造商。', SEEN_ELSEWHERE: '可能误录，也可能仿冒：单独存放并联系制造商。', NOT_DELIVERED: '与承运方和发货方核对。',
    },
  },
  en: {
    title: 'Findings',
    lead: 'Reports that contradict each other or reason. Look into each, and clear it with what you found.',
    filter: 'Filter', view: { open: 'Open', cleared: 'Cleared', all: 'All' },
    none: { open: 'No open findings', cleared: 'No cleared findings', all: 'No findings' }, noneText: 'Where reports contradict each other, it is listed here.',
    owner: 'Reported by', age: '{n} day | {n} days',
    clear: 'Clear', cancel: 'Cancel', reason: 'How it was settled', reasonHint: 'What you found and what was done. It stays on record.',
    byPerson: 'Looked into', byReport: 'Explained by a later report',
    refused: { NOT_FOUND: 'There is no such finding, or it is not yours to clear.', CONFLICT: 'It cannot be cleared now: it is cleared already, or the stock is still below zero. Report the receipt or production that is missing.', NOT_ALLOWED: 'Your roles do not allow clearing findings.', INVALID_INPUT: 'Give the reason in at most 1,000 characters.' },
    code: {
      CUSTODY_GAP: 'Sent by who did not hold it', NO_SHIPMENT: 'Received without a shipment', MISROUTED: 'Received by another than it was sent to', NEGATIVE_STOCK: 'Stock below zero', SEEN_ELSEWHERE: 'The same serial was seen elsewhere', DUPLICATE_SERIAL: 'Duplicate serial',
      EVENT_AFTER_END: 'Reported after it was scrapped or used up', RECEIVED_DAMAGED: 'Received damaged', RECEIVED_MISMATCH: 'Differs from its papers', NOT_DELIVERED: 'Sent but not delivered', NOTHING_TO_VOID: 'A shipment was voided that never was', CONTAINMENT_BROKEN: 'Packing does not fit', ALREADY_IN_PARENT: 'Packed elsewhere already',
      MOVED_THOUGH_BLOCKED: 'Moved on or used although recalled, held or expired', UNKNOWN_SERIAL: 'Unknown serial', IMPOSSIBLE_TIME: 'Impossible time',
    },
    todo: {
      CUSTODY_GAP: 'Find out who really sent it, or report the receipt that is missing.', NO_SHIPMENT: 'Ask the sender to report the shipment, or check where it came from.', MISROUTED: 'Check who received it; return it or have the record corrected.', NEGATIVE_STOCK: 'Report the receipt or production that is missing.', MOVED_THOUGH_BLOCKED: 'Find out where it is now and whether a patient has it; stop its use and tell the maker.', SEEN_ELSEWHERE: 'A mistaken entry or a counterfeit: set it aside and ask the maker.', NOT_DELIVERED: 'Check with the carrier and the sender.',
    },
  },
})
