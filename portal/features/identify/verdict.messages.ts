/** The verdict page. CLEAR says what the hub knows and does not know, and never that a device is genuine. */
export const verdictZh = {
  scanFirst: { title: '扫描一件器械', text: '把标签上的条码扫进上方的框，或手工输入 UDI、批号、序列号。' },
  why: '依据', seeAlso: '还可以查看', checkedAt: '{time} 查询 · 结果只说明平台已知的情况',
  provenance: '查看来历', batch: '查看批次', product: '查看产品', genealogy: '查看谱系', unit: '查看箱内明细', unitKind: { CARTON: '纸箱', PALLET: '托盘' }, sscc: '物流单元代码 SSCC', scanAgain: '再扫一次', answerNotice: '答复召回通知', searchFor: '搜索「{text}」', print: '打印',
  inStock: '在您的库存中：{site}，{amount}', ofThese: '其中 {amount} 暂停使用', inStockNoSite: '在您的库存中：{amount}', registration: '注册证有效至 {day}', registrationOpen: '已注册', noRecall: '没有进行中的召回', checked: '刚刚核对',
  today: '今天 {clock}', recallLine: '{reference}，{class}', recallClass: { I: '一级', II: '二级', III: '三级' }, toDetails: '{place} · {amount}',
  about: { model: '型号 {model}', riskClass: '{class} 类', I: '一类', II: '二类', III: '三类', sterile: '无菌', singleUse: '一次性使用' },
  candidates: { title: '可能是下列之一', text: '只凭这个号码不能确定是哪一件，请选择，或扫描完整标签。', item: '器械', place: '所在', expires: '有效期至' },
  level: '{level}，内含 {units}', unitOfUse: '使用单元', directMark: '本体直接标识',
  word: {
    RECALLED: '已召回', SUSPECT: '可疑', QUARANTINED: '隔离中', RETIRED: '已退役', USED: '已使用', EXPIRED: '已过期', OVERDUE: '保养逾期', UNKNOWN: '查无记录', UNKNOWN_unit: '逐件查看', CLEAR: '未见异常',
  },
  act: {
    RECALLED: '不得使用', SUSPECT: '不得使用，先核实', QUARANTINED: '暂停使用', RETIRED: '不得使用', USED: '不得再次使用', EXPIRED: '不得使用', OVERDUE: '保养后使用', UNKNOWN: '先核实，暂不使用', UNKNOWN_unit: '先打开箱内明细', CLEAR: '核对标签后使用', CLEAR_unit: '核对标签后收货',
  },
  next: {
    RECALLED: '移到隔离区，按召回通知处理。', RECALLED_by: '移到隔离区，并在 {time} 前答复召回通知 {reference}。', SUSPECT: '单独存放，与供货方和制造商核对来源。', QUARANTINED: '等待持有单位或制造商放行后再使用。',
    RETIRED: '这件器械已报废或退出使用。请不要再投入使用。', USED: '这件器械已有使用记录。如果包装完好未用，请核对标签，可能是同号或误录。', EXPIRED: '请下架，登记退回或报废。', EXPIRED_on: '有效期至 {day}，已过 {n} 天。请下架，登记退回或报废。',
    OVERDUE: '联系设备科或维修服务商安排保养，完成后再使用。', UNKNOWN: '请再扫一次；若手工输入，请核对字母 O 与数字 0、字母 I 与数字 1。', UNKNOWN_batch: '产品在册，但没有批号 {lot} 的记录。请再扫一次；若手工输入，请核对字母 O 与数字 0。',
    UNKNOWN_serial: '产品在册，但没有序列号 {serial} 的记录。请再扫一次；若手工输入，请核对字母 O 与数字 0。', UNKNOWN_candidates: '有多件器械符合这个号码，请在下面选择，或扫描完整标签。', UNKNOWN_label: '没有认出标签格式。请扫描完整条码，或改用搜索。', UNKNOWN_unit: '这是一个物流单元，对整箱没有结论。请打开箱内明细，逐件查看。',
    CLEAR: '平台上没有反对使用这件器械的记录。这不证明它是真品：请核对包装完好、标签一致。', some_unit: '箱内至少有一件是这种情况。请打开箱内明细，逐件查看后再处理。', CLEAR_unit: '平台上没有反对收货的记录。箱内每件器械的情况见明细。',
  },
  reason: {
    RECALL_OPEN: '召回进行中', HELD_PENDING_RECALL: '因召回暂停使用', HELD_BY_QUALITY: '质量暂停，等待放行', SOME_HELD: '库存中有一部分已暂停使用', SEEN_ELSEWHERE: '同一序列号也在别处出现', SEEN_AT_TWO_PLACES: '短时间内在两处出现，不可能运到', ALREADY_USED: '已有使用记录', SCRAPPED: '已报废', EXPIRED: '已过有效期',
    EXPIRES_SOON: '即将到期', SERVICE_OVERDUE: '保养已逾期', SERVICE_DUE: '即将到保养期', NOT_RELEASED: '尚未放行', IN_TRANSIT: '在途，尚未收货', NOT_IN_YOUR_STOCK: '不在您的库存中', LABEL_MISMATCH: '标签与记录不符',
    REGISTRATION_EXPIRED: '注册证已过期', WITHDRAWN_FROM_MARKET: '产品已退市', PRODUCT_UNKNOWN: '产品没有记录', BATCH_UNKNOWN: '批号没有记录', SERIAL_UNKNOWN: '序列号没有记录', LABEL_NOT_READ: '没有认出标签', SCHEME_NOT_READ: '平台还不能读取这种编码',
  },
  reasonOn: {
    EXPIRED: '已过有效期：{day}', EXPIRES_SOON: '即将到期：{day}', SERVICE_OVERDUE: '保养已逾期，应在 {day} 前完成', SERVICE_DUE: '即将到保养期：{day}', REGISTRATION_EXPIRED: '注册证已过期，有效至 {day}', WITHDRAWN_FROM_MARKET: '产品已退市，自 {day} 起',
  },
  hint: {
    RECALL_OPEN: '按召回通知处理', HELD_PENDING_RECALL: '等待召回结论', HELD_BY_QUALITY: '由持有单位或制造商设置', SOME_HELD: '请确认手中的不是其中之一', SEEN_ELSEWHERE: '可能是误录，也可能是仿冒', SEEN_AT_TWO_PLACES: '其中一件可能是仿冒；制造商已收到通知，请单独存放', ALREADY_USED: '一次性器械不得再次使用', SCRAPPED: '不应再出现在库存中', EXPIRED: '以标签上的日期为准',
    EXPIRES_SOON: '先到期的先用', SERVICE_OVERDUE: '保养或校准完成前不要使用', SERVICE_DUE: '请安排保养', NOT_RELEASED: '制造商还没有放行这一批', IN_TRANSIT: '到货后请确认收货', NOT_IN_YOUR_STOCK: '请核对它从哪里来', LABEL_MISMATCH: '请把标签与下方记录逐项核对',
    REGISTRATION_EXPIRED: '到期前生产的产品可能仍可使用，请与制造商确认', WITHDRAWN_FROM_MARKET: '请与制造商确认能否继续使用', PRODUCT_UNKNOWN: '不等于假货：产品可能尚未登记到平台', BATCH_UNKNOWN: '不等于假货：货可能来自尚未接入的经销商', SERIAL_UNKNOWN: '不等于假货：货可能来自尚未接入的经销商', LABEL_NOT_READ: '请再扫一次，或手工输入标签文字', SCHEME_NOT_READ: '请输入批号或序列号查询',
  },
}

export const verdictEn: typeof verdictZh = {
  scanFirst: { title: 'Scan a device', text: 'Scan the label’s barcode into the box above, or type a UDI, lot or serial number.' },
  why: 'Why', seeAlso: 'See also', checkedAt: 'Looked up {time} · says only what the hub knows',
  provenance: 'Provenance', batch: 'The batch', product: 'The product', genealogy: 'Genealogy', unit: 'What is inside', unitKind: { CARTON: 'Carton', PALLET: 'Pallet' }, sscc: 'Logistic unit, SSCC', scanAgain: 'Scan again', answerNotice: 'Answer the notice', searchFor: 'Search for “{text}”', print: 'Print',
  inStock: 'In your stock: {site}, {amount}', ofThese: 'of these {amount} held', inStockNoSite: 'In your stock: {amount}', registration: 'Registration valid until {day}', registrationOpen: 'Registered', noRecall: 'No open recall', checked: 'checked just now',
  today: 'today, {clock}', recallLine: '{reference}, {class}', recallClass: { I: 'class I', II: 'class II', III: 'class III' }, toDetails: '{place} · {amount}',
  about: { model: 'model {model}', riskClass: 'class {class}', I: 'class I', II: 'class II', III: 'class III', sterile: 'sterile', singleUse: 'single use' },
  candidates: { title: 'It may be one of these', text: 'This number alone does not tell which. Choose one, or scan the whole label.', item: 'Device', place: 'Where', expires: 'Use by' },
  level: '{level} of {units}', unitOfUse: 'Unit of use', directMark: 'Direct mark on the device',
  word: {
    RECALLED: 'Recalled', SUSPECT: 'Suspect', QUARANTINED: 'Quarantined', RETIRED: 'Retired', USED: 'Used', EXPIRED: 'Expired', OVERDUE: 'Service overdue', UNKNOWN: 'Unknown', UNKNOWN_unit: 'Look inside', CLEAR: 'Clear',
  },
  act: {
    RECALLED: 'Do not use', SUSPECT: 'Do not use, check first', QUARANTINED: 'Not for use now', RETIRED: 'Do not use', USED: 'Do not use again', EXPIRED: 'Do not use', OVERDUE: 'Service first, then use', UNKNOWN: 'Check first, do not use yet', UNKNOWN_unit: 'Open its contents first', CLEAR: 'Check the label, then use', CLEAR_unit: 'Check the label, then receive it',
  },
  next: {
    RECALLED: 'Move it to quarantine and follow the recall notice.', RECALLED_by: 'Move it to quarantine and answer recall notice {reference} by {time}.', SUSPECT: 'Set it aside, and check with the supplier and the maker where it came from.', QUARANTINED: 'Wait until its holder or the maker has released it.',
    RETIRED: 'This device was scrapped or taken out of service. Do not put it back into use.', USED: 'A use of this device is on record. If the pack is unopened, compare the label: it may be a twin or a mistaken entry.', EXPIRED: 'Take it off the shelf and record its return or disposal.', EXPIRED_on: 'Its use-by date was {day}, {n} days ago. Take it off the shelf and record its return or disposal.',
    OVERDUE: 'Ask your biomedical department or the service provider for maintenance, then use it.', UNKNOWN: 'Scan it again; if you typed it, check letter O against digit 0 and letter I against digit 1.', UNKNOWN_batch: 'The product is known, but lot {lot} is not. Scan it again; if you typed it, check letter O against digit 0.',
    UNKNOWN_serial: 'The product is known, but serial {serial} is not. Scan it again; if you typed it, check letter O against digit 0.', UNKNOWN_candidates: 'Several devices fit this number. Choose one below, or scan the whole label.', UNKNOWN_label: 'This is no label format the hub knows. Scan the whole barcode, or search instead.', UNKNOWN_unit: 'This is a carton or pallet; there is no verdict on the whole. Open its contents and look at each device inside.',
    CLEAR: 'Nothing is known against using this device. That does not prove it genuine: check that the pack is intact and the label matches.', some_unit: 'This holds for at least one device inside. Open the contents and look at each before you go on.', CLEAR_unit: 'Nothing is known against receiving it. Its contents tell of each device inside.',
  },
  reason: {
    RECALL_OPEN: 'Recall open', HELD_PENDING_RECALL: 'Held pending a recall', HELD_BY_QUALITY: 'Held by quality, waiting for release', SOME_HELD: 'Some of this lot in your stock are held', SEEN_ELSEWHERE: 'The same serial was seen elsewhere', SEEN_AT_TWO_PLACES: 'Seen at two places sooner than it could get there', ALREADY_USED: 'A use is on record', SCRAPPED: 'Scrapped', EXPIRED: 'Past its use-by date',
    EXPIRES_SOON: 'Expires soon', SERVICE_OVERDUE: 'Service is overdue', SERVICE_DUE: 'Service is due soon', NOT_RELEASED: 'Not released yet', IN_TRANSIT: 'In transit, not received yet', NOT_IN_YOUR_STOCK: 'Not in your stock', LABEL_MISMATCH: 'The label and the record differ',
    REGISTRATION_EXPIRED: 'The registration has expired', WITHDRAWN_FROM_MARKET: 'Withdrawn from the market', PRODUCT_UNKNOWN: 'This product is not on record', BATCH_UNKNOWN: 'This lot is not on record', SERIAL_UNKNOWN: 'This serial is not on record', LABEL_NOT_READ: 'The label was not recognized', SCHEME_NOT_READ: 'The hub cannot read this kind of code yet',
  },
  reasonOn: {
    EXPIRED: 'Past its use-by date, {day}', EXPIRES_SOON: 'Expires soon, on {day}', SERVICE_OVERDUE: 'Service is overdue: it was due by {day}', SERVICE_DUE: 'Service is due soon, by {day}', REGISTRATION_EXPIRED: 'The registration has expired; it was valid until {day}', WITHDRAWN_FROM_MARKET: 'Withdrawn from the market since {day}',
  },
  hint: {
    RECALL_OPEN: 'Follow the recall notice', HELD_PENDING_RECALL: 'Waiting for the outcome of a recall', HELD_BY_QUALITY: 'Set by its holder or the maker', SOME_HELD: 'Make sure that this is none of them', SEEN_ELSEWHERE: 'A mistaken entry, or a counterfeit', SEEN_AT_TWO_PLACES: 'One of the two may be a copy: set it aside. The maker has been told', ALREADY_USED: 'Single-use devices must not be used again', SCRAPPED: 'It should not be in stock any more', EXPIRED: 'The date on the label counts',
    EXPIRES_SOON: 'First expired, first out', SERVICE_OVERDUE: 'Do not use before maintenance or calibration', SERVICE_DUE: 'Plan the maintenance', NOT_RELEASED: 'The maker has not released this batch', IN_TRANSIT: 'Confirm the receipt when it arrives', NOT_IN_YOUR_STOCK: 'Check where it came from', LABEL_MISMATCH: 'Compare the label with the record below, field by field',
    REGISTRATION_EXPIRED: 'What was made before may still be usable: ask the maker', WITHDRAWN_FROM_MARKET: 'Ask the maker whether it may still be used', PRODUCT_UNKNOWN: 'Not an accusation: the product may not be on the hub yet', BATCH_UNKNOWN: 'Not an accusation: goods may come through dealers who are not connected yet', SERIAL_UNKNOWN: 'Not an accusation: goods may come through dealers who are not connected yet', LABEL_NOT_READ: 'Scan it again, or type what the label says', SCHEME_NOT_READ: 'Look it up by lot or serial number',
  },
}
