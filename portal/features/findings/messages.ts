import { bothLanguages } from '../../app/both-languages.ts'

export const findingsMessages = bothLanguages({
  zh: {
    title: '待查事项',
    lead: '相互矛盾或不合常理的登记，查清后写明原因并关闭。',
    filter: '筛选', view: { open: '未关闭', mine: '我负责的', cleared: '已关闭', all: '全部' },
    none: { open: '没有待查事项', mine: '没有您负责的事项', cleared: '没有已关闭的事项', all: '没有待查事项' }, noneText: '登记之间若有矛盾，会列在这里。',
    owner: '由谁登记：', age: '{n} 天',
    clear: '关闭', cancel: '取消', reason: '怎么查清的', reasonHint: '写明查到了什么、做了什么。原因会保留在记录里。',
    by: { PERSON: '已查清', REPORT: '后来的登记已说明', JOINED: '已有记录，等待的登记已归档', CORRECTED: '登记已更正' },
    kind: '类别', anyKind: '全部类别', came: '收到于', assignee: '负责人：{name}', takeOn: '我来负责', handBack: '交回', file: '情况属实：把等待的登记归档，由登记单位持有',
    refused: { NOT_FOUND: '这一项不存在，或不归您关闭。', CONFLICT: '现在还不能关闭：可能已经关闭，或库存仍为负数，请补报缺少的收货或生产。', NOT_ALLOWED: '您的角色不能关闭待查事项。', INVALID_INPUT: '请写明原因，最多 1000 字。' },
    code: {
      CUSTODY_GAP: '发出的单位并不持有', NO_SHIPMENT: '收到了没有发货记录的货', MISROUTED: '收货的不是发货的对象', NEGATIVE_STOCK: '库存为负数', COUNT_DIFFERS: '盘点或检验的数量与库存不符', SEEN_ELSEWHERE: '同一序列号也在别处出现', DUPLICATE_SERIAL: '序列号重复',
      EVENT_AFTER_END: '报废或用完之后又有登记', RECEIVED_DAMAGED: '到货破损', RECEIVED_MISMATCH: '到货与单据不符', NOT_DELIVERED: '应到未到或未归还', NOTHING_TO_VOID: '撤销了不存在的发货', CONTAINMENT_BROKEN: '包装关系对不上', ALREADY_IN_PARENT: '已在另一个包装里',
      MOVED_THOUGH_BLOCKED: '已召回、隔离或过期，却仍被发出、售出或使用', USED_BEFORE_RECALL: '召回或隔离之前已使用，事后补报', UNKNOWN_SERIAL: '序列号、批号或箱号没有记录', SUSPECT: '短时间内在两处出现，不可能运到', RECALLED_BY_OTHER: '非制造商登记为召回', HELD_BY_OTHER: '非持有单位、也非制造商登记为隔离、不合格或丢失', PACKED_BY_OTHER: '非持有单位、也非制造商登记装箱或拆箱', DOUBLE_HOLDER: '按记录由另一单位持有，却被收到', IMPOSSIBLE_TIME: '时间早于生产时间', CORRECTION_PENDING: '已声明有误，更正的登记尚未收到', CASE_SIGNAL: '不良事件信号，待评估',
    },
    todo: {
      UNKNOWN_SERIAL: '登记已保留，等记录齐全后自动归档。核对编号；编号无误时，请制造商登记生产、请发货方登记发货。', SUSPECT: '两处至少有一处是误录或仿冒：联系两处单独存放并核对实物，再写明结论；误录请由登记单位更正。',
      CUSTODY_GAP: '核对谁真正发出，或补报缺少的收货。', NO_SHIPMENT: '请发货方补报发货，或核对货从哪里来。', CASE_SIGNAL: '查明共同原因；必要时暂停使用或起草召回，并写明结论。', MISROUTED: '核对收货单位，必要时退回或改正登记。', NEGATIVE_STOCK: '补报缺少的收货或生产。', COUNT_DIFFERS: '重新盘点；补报缺少的收货、使用或报废。', MOVED_THOUGH_BLOCKED: '查明它现在在哪里、是否已用于患者；停止使用，并通知制造商。', USED_BEFORE_RECALL: '使用时并无限制。请按召回通知处理已使用的器械：医院随访患者，制造商计入召回。', SEEN_ELSEWHERE: '可能误录，也可能仿冒：单独存放并联系制造商。', NOT_DELIVERED: '与承运方和对方单位核对。', HELD_BY_OTHER: '不影响使用。如属实，请告知持有单位或制造商，由其处理。', PACKED_BY_OTHER: '装箱关系未改变。如实物确在登记单位手中，请其先登记收货；误录请由登记单位更正。', DOUBLE_HOLDER: '向原持有单位核对：补报发货；若实物仍在原单位，其中一件可能是仿冒，请单独存放。', IMPOSSIBLE_TIME: '多为年份或时区误录：请登记单位更正后重新登记；生产时间有误的，由制造商更正。', CORRECTION_PENDING: '请发送更正的事件；收到后自动关闭。',
    },
  },
  en: {
    title: 'Findings',
    lead: 'Reports that contradict each other or reason. Look into each, and clear it with what you found.',
    filter: 'Filter', view: { open: 'Open', mine: 'Taken on by me', cleared: 'Cleared', all: 'All' },
    none: { open: 'No open findings', mine: 'Nothing taken on by you', cleared: 'No cleared findings', all: 'No findings' }, noneText: 'Where reports contradict each other, it is listed here.',
    owner: 'Reported by', age: '{n} day | {n} days',
    clear: 'Clear', cancel: 'Cancel', reason: 'How it was settled', reasonHint: 'What you found and what was done. It stays on record.',
    by: { PERSON: 'Looked into', REPORT: 'Explained by a later report', JOINED: 'Known by now: what waited is filed', CORRECTED: 'The report was corrected' },
    kind: 'Kind', anyKind: 'All kinds', came: 'came', assignee: 'Taken on by {name}', takeOn: 'Take it on', handBack: 'Hand it back', file: 'It is right: file what waits, in the hands of who reported it',
    refused: { NOT_FOUND: 'There is no such finding, or it is not yours to clear.', CONFLICT: 'It cannot be cleared now: it is cleared already, or the stock is still below zero. Report the receipt or production that is missing.', NOT_ALLOWED: 'Your roles do not allow clearing findings.', INVALID_INPUT: 'Give the reason in at most 1,000 characters.' },
    code: {
      CUSTODY_GAP: 'Sent by who did not hold it', NO_SHIPMENT: 'Received without a shipment', MISROUTED: 'Received by another than it was sent to', NEGATIVE_STOCK: 'Stock below zero', COUNT_DIFFERS: 'Another number counted or judged than is on record', SEEN_ELSEWHERE: 'The same serial was seen elsewhere', DUPLICATE_SERIAL: 'Duplicate serial',
      EVENT_AFTER_END: 'Reported after it was scrapped or used up', RECEIVED_DAMAGED: 'Received damaged', RECEIVED_MISMATCH: 'Differs from its papers', NOT_DELIVERED: 'Not delivered, or not returned', NOTHING_TO_VOID: 'A shipment was voided that never was', CONTAINMENT_BROKEN: 'Packing does not fit', ALREADY_IN_PARENT: 'Packed elsewhere already',
      MOVED_THOUGH_BLOCKED: 'Moved on or used although recalled, held or expired', USED_BEFORE_RECALL: 'Used before it was recalled or held, told later', UNKNOWN_SERIAL: 'Unknown serial, lot or carton', SUSPECT: 'At two places sooner than it could get there', RECALLED_BY_OTHER: 'Reported recalled by another than its maker', HELD_BY_OTHER: 'Reported held, faulty or lost by who neither has nor made it', PACKED_BY_OTHER: 'Packed or unpacked by who neither has nor made it', DOUBLE_HOLDER: 'Received while another has it by the record', IMPOSSIBLE_TIME: 'Told of a time before it was made', CORRECTION_PENDING: 'Declared an error, and what corrects it has not come', CASE_SIGNAL: 'A signal of adverse events to look into',
    },
    todo: {
      UNKNOWN_SERIAL: 'The report is kept and filed by itself once this is known. Check the number; if it is right, the maker has to register it, or the sender to report the shipment.', SUSPECT: 'At least one of the two is a mistaken entry or a copy: have both set aside and looked at, then say what was found. Who reported it wrongly declares that an error.',
      CUSTODY_GAP: 'Find out who really sent it, or report the receipt that is missing.', NO_SHIPMENT: 'Ask the sender to report the shipment, or check where it came from.', CASE_SIGNAL: 'Find what the cases share; hold or recall where needed, and clear it with the conclusion.', MISROUTED: 'Check who received it; return it or have the record corrected.', NEGATIVE_STOCK: 'Report the receipt or production that is missing.', COUNT_DIFFERS: 'Count again; report the receipt, use or scrapping that is missing.', MOVED_THOUGH_BLOCKED: 'Find out where it is now and whether a patient has it; stop its use and tell the maker.', USED_BEFORE_RECALL: 'It was in order when it was used. Act on it as the notice says of devices in use: the hospital follows up the patient, the maker counts it in the recall.', SEEN_ELSEWHERE: 'A mistaken entry or a counterfeit: set it aside and ask the maker.', NOT_DELIVERED: 'Check with the carrier and the other side.', HELD_BY_OTHER: 'It stops nobody. If it is right, tell who has it, or its maker, to act on it.', PACKED_BY_OTHER: 'Nothing was packed or unpacked by it. If they do have it, they report its receipt first; if not, they declare the report an error.', DOUBLE_HOLDER: 'Ask who had it: the shipment is missing, or, if it is still there, one of the two may be a copy. Set it aside.', IMPOSSIBLE_TIME: 'A wrong year or time zone, mostly: who reported it declares that an error and reports it again. If the time of making is wrong, its maker does.', CORRECTION_PENDING: 'Send the event that corrects it: the finding is cleared by it.',
    },
  },
})
