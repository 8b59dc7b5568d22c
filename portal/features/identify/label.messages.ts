/** What was read from a label, by the hub's stable codes. */
export const labelZh = {
  title: '从标签读到的', raw: '原文', standard: '标准', right: '校验正确', wrong: '校验不符', absent: '没有校验位', empty: '没有从中读出字段', notOnLabel: '标签上没有', warnings: '提醒', nothing: '没有提醒',
  di: '器械标识 DI', lot: '批号', serial: '序列号', expiresOn: '有效期至', madeOn: '生产日期', registration: '注册证号', missing: '无记录', expired: '已过期', number: '号码',
  standards: { GS1: 'GS1', HIBC: 'HIBC', ICCBBA: 'ICCBBA（ISBT 128）', MA: 'MA（国际物联网标识）', AHM: 'AHM（阿里健康）', EPC: 'EPC URN', PLAIN: '单独的号码', UNKNOWN: '未识别' },
  element: {
    '00': '物流单元 SSCC', '01': 'DI', '02': '内含 DI', 10: '批号', 11: '生产日期', 13: '包装日期', 15: '保质期', 16: '销售期限', 17: '有效期', 20: '内部变体', 21: '序列号', 22: '消费品变体', 30: '数量', 37: '内含件数',
    240: '附加标识', 241: '客户部件号', 250: '二级序列号', 251: '来源序列号', 400: '订单号', 410: '收货方 GLN', 411: '收单方 GLN', 414: '地点 GLN', 417: '参与方 GLN', 7003: '有效期至（时刻）', 8003: '可回收资产标识', 8004: '单个资产标识',
  },
  field: {
    device_identifier: '器械标识 DI', quantity: '数量', expiry_date: '有效期', serial_number: '序列号', lot: '批号', manufacturing_date: '生产日期', check_character: '校验字符', link_character: '链接字符',
    manufactured: '生产日期', first_invalid_day: '失效日', valid_until: '有效期至', sterilization_lot: '灭菌批号', medical_insurance_code: '医保编码', expiry_date_and_time: '有效期（时刻）', production_date: '生产日期', production_date_and_time: '生产时间',
    product_code: '产品码', donation_identification_number: '捐献识别码', compound_message: '复合信息', device_identifier_of_a_blood_container: '血袋标识', lot_of_a_blood_container: '血袋批号',
  },
  warning: {
    AHM_NOT_READ: '这是 AHM 码，其格式没有公开，平台未读取', AI_UNKNOWN: '有一段没有已知的标识符，未读取', CHARACTER_INVALID: '出现了标准不允许的字符', CHECK_CHARACTER_DROPPED: '校验字符是空格，途中丢失；其余部分与它相符',
    CHECK_DIGIT_WRONG: '校验位不符，请与标签核对', DATE_IMPOSSIBLE: '这个日期不存在', DEVICE_IDENTIFIER_MISSING: '器械标识在另一个条码里，请一并扫描', DIGITS_ALONE: '只有数字，因校验位相符按 GTIN 读取；也可能是批号或序列号', FIELD_EMPTY: '有一个字段为空',
    FIELD_REPEATED: '同一字段出现两次且内容不同，取第一个', FIELD_TOO_LONG: '字段超出标准长度', FIELD_TRUNCATED: '字段短于标准长度', FIRST_INVALID_DAY: '标签给出的是失效日，即不得再用的第一天', FULL_WIDTH_FOLDED: '全角字符已按半角读取',
    INPUT_TOO_LONG: '内容超出任何标签的长度，未读取', LINK_CHARACTER_WRONG: '两个条码不是一对：链接字符不同', LINK_COMPRESSED: '像是压缩的 GS1 数字链接，平台不读取', LOT_WITH_DOT: '内容里的点可能是新字段的开始，请与标签核对', MEDICINE_CODE: '这是药品追溯码（20 位），不是器械标识',
    NOT_RECOGNIZED: '不是已知的标签格式', SEPARATOR_DOUBTFUL: '批号后没有分隔符，末段可能是序列号', SEPARATOR_MISSING: '缺少分隔符：这个字段似乎吞掉了后面的内容', SEPARATOR_REPLACED: '其他字符已按分隔符 FNC1 读取', UNMARKED: '没有标记说明这是 GS1 数据，可能只是批号或序列号', URL_WRAPPED: '编码取自网址',
  },
}

export const labelEn: typeof labelZh = {
  title: 'Read from the label', raw: 'As it came', standard: 'Standard', right: 'check digit right', wrong: 'check digit wrong', absent: 'no check digit', empty: 'No fields could be read from it', notOnLabel: 'not on the label', warnings: 'To note', nothing: 'Nothing to note',
  di: 'Device identifier', lot: 'Lot', serial: 'Serial', expiresOn: 'Use by', madeOn: 'Made on', registration: 'Registration', missing: 'not on record', expired: 'expired', number: 'Number',
  standards: { GS1: 'GS1', HIBC: 'HIBC', ICCBBA: 'ICCBBA (ISBT 128)', MA: 'MA (China)', AHM: 'AHM (Alibaba Health)', EPC: 'EPC URN', PLAIN: 'A bare number', UNKNOWN: 'Not recognized' },
  element: {
    '00': 'Logistic unit SSCC', '01': 'DI', '02': 'DI of contents', 10: 'Lot', 11: 'Made on', 13: 'Packed on', 15: 'Best before', 16: 'Sell by', 17: 'Use by', 20: 'Internal variant', 21: 'Serial', 22: 'Consumer variant', 30: 'Quantity', 37: 'Count inside',
    240: 'Additional identification', 241: 'Customer part', 250: 'Secondary serial', 251: 'Source serial', 400: 'Order', 410: 'Ship-to GLN', 411: 'Bill-to GLN', 414: 'Location GLN', 417: 'Party GLN', 7003: 'Use by (time)', 8003: 'Returnable asset', 8004: 'Individual asset',
  },
  field: {
    device_identifier: 'DI', quantity: 'Quantity', expiry_date: 'Use by', serial_number: 'Serial', lot: 'Lot', manufacturing_date: 'Made on', check_character: 'Check character', link_character: 'Link character',
    manufactured: 'Made on', first_invalid_day: 'First invalid day', valid_until: 'Use by', sterilization_lot: 'Sterilization lot', medical_insurance_code: 'Medical insurance code', expiry_date_and_time: 'Use by (time)', production_date: 'Made on', production_date_and_time: 'Made at',
    product_code: 'Product code', donation_identification_number: 'Donation number', compound_message: 'Compound message', device_identifier_of_a_blood_container: 'Blood container', lot_of_a_blood_container: 'Lot of blood container',
  },
  warning: {
    AHM_NOT_READ: 'An AHM code; its format is not published, so nothing was read', AI_UNKNOWN: 'One part has no known identifier and was not read', CHARACTER_INVALID: 'A character stands where the standard allows none', CHECK_CHARACTER_DROPPED: 'The check character is a space that was lost on the way; the rest agrees with it',
    CHECK_DIGIT_WRONG: 'The check digit is wrong: compare with the label', DATE_IMPOSSIBLE: 'This date does not exist', DEVICE_IDENTIFIER_MISSING: 'The device identifier stands in another barcode: scan that too', DIGITS_ALONE: 'Digits alone, read as a GTIN because the check digit agrees; they may be a lot or serial', FIELD_EMPTY: 'A field is empty',
    FIELD_REPEATED: 'A field stands twice with different values; the first was taken', FIELD_TOO_LONG: 'A field is longer than its standard allows', FIELD_TRUNCATED: 'A field is shorter than its standard demands', FIRST_INVALID_DAY: 'The label gives the first day on which the device may no longer be used', FULL_WIDTH_FOLDED: 'Full-width characters were read as plain ones',
    INPUT_TOO_LONG: 'Longer than any label; nothing was read', LINK_CHARACTER_WRONG: 'The two barcodes do not belong together: the link character differs', LINK_COMPRESSED: 'Looks like a compressed GS1 Digital Link, which the hub does not read', LOT_WITH_DOT: 'A dot in the value may begin a new field: compare with the label', MEDICINE_CODE: 'A medicine’s code (20 digits), not a device’s',
    NOT_RECOGNIZED: 'No known label format', SEPARATOR_DOUBTFUL: 'No separator after the lot; its last part may be a serial', SEPARATOR_MISSING: 'A separator is missing: this field seems to have swallowed the next', SEPARATOR_REPLACED: 'Other characters were read as the separator FNC1', UNMARKED: 'Nothing marks this as GS1; it may be a bare lot or serial', URL_WRAPPED: 'The code was taken out of a web address',
  },
}
