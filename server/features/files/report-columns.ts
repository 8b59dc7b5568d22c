import { code, type Column, consignment, documentNumber, moment, note, partner, quantity, recordedEvent, site, unit } from './column.ts'

const soldTo = ['customer', 'customer code', 'ship to', 'buyer', 'consignee', 'recipient', 'hospital', '客户', '客户代码', '购货方', '购货单位', '收货单位', '收货方', '医院']
const required = (column: Column): Column => ({ ...column, required: true })
/** In a mutation that takes one thing, everything is common. */
const alone = (column: Column): Column => ({ ...column, common: true })

export const confirmReceiptColumns: readonly Column[] = [
  documentNumber,
  moment('receivedAt', 'Received at', '收货时间', ['received', 'receipt date', 'received on', '收货日期', '到货时间', '到货日期', '验收日期'], true),
  { ...partner('receivedFrom', 'Received from', '供货方', ['sender', 'supplier', 'vendor', 'from', '供应商', '供货单位', '发货方', '发货单位']), common: true },
  site, code, quantity, unit,
  {
    field: 'condition', kind: 'choice', en: 'Condition', zh: '验收', synonyms: ['acceptance', 'status', 'result', '验收结果', '验收结论', '状态'],
    choices: { ACCEPTED: ['合格', 'ok', 'good'], REJECTED: ['拒收', '不合格'], DAMAGED: ['破损', '损坏'], MISSING: ['缺货', '短少', 'short'] },
  },
  note, recordedEvent,
]

export const reportSellThroughColumns: readonly Column[] = [
  required(documentNumber),
  { ...partner('soldTo', 'Sold to', '购货方', soldTo), required: true },
  moment('soldAt', 'Sold at', '销售时间', ['sold', 'sold on', 'sale date', 'invoice date', '销售日期', '出库日期', '出库时间']),
  code, quantity, unit,
  {
    field: 'kind', kind: 'choice', en: 'Kind', zh: '类型', synonyms: ['type', 'sale or return', '销售类型', '业务类型'],
    choices: { SALE: ['销售', '售出', '出库', 'sold'], RETURN: ['退货', '退回', 'returned'] },
  },
  consignment, recordedEvent,
]

export const recordUsageColumns: readonly Column[] = [
  code,
  moment('usedAt', 'Used at', '使用时间', ['used', 'used on', 'use date', '使用日期', '手术日期', '植入日期', '植入时间']),
  {
    field: 'kind', kind: 'choice', en: 'Kind', zh: '用途', required: true, synonyms: ['type', 'usage', 'what was done', '使用方式', '类型', '操作'],
    choices: {
      IMPLANTED: ['植入', 'implant'], PUT_INTO_SERVICE: ['投入使用', '启用', 'in service'], CONSUMED: ['用完', '使用', '消耗', 'used'], OPENED_UNUSED: ['打开未用', 'opened unused'],
      EXPLANTED: ['取出', 'explant'], TAKEN_OUT_OF_SERVICE: ['停用', 'out of service'], DISCARDED: ['丢弃', '废弃'],
    },
  },
  quantity, unit, site,
  { field: 'procedureReference', kind: 'text', en: 'Procedure reference', zh: '手术编号', synonyms: ['procedure', 'case number', '手术或操作编号', '手术号'] },
  recordedEvent,
].map((column) => alone(column as Column))

export const registerSupplierLotColumns: readonly Column[] = [
  { field: 'product', kind: 'code', en: 'Product', zh: '物料编码', required: true, synonyms: ['material', 'item', 'product code', 'material number', '物料', '产品编码', '产品', '料号'] },
  { field: 'lotNumber', kind: 'code', en: 'Lot number', zh: '批号', required: true, synonyms: ['lot', 'batch', 'batch number', '批次', '生产批号', '批次号'] },
  { field: 'manufacturedOn', kind: 'day', en: 'Manufactured on', zh: '生产日期', required: true, synonyms: ['manufactured', 'production date', 'made on', 'mfg date', '制造日期'] },
  { field: 'expiresOn', kind: 'day', en: 'Expires on', zh: '有效期至', synonyms: ['expiry', 'expiry date', 'expires', 'use by', '失效日期', '有效期'] },
  required(quantity), required(unit),
  { field: 'consumed', kind: 'lots', en: 'Made of', zh: '投入批次', synonyms: ['consumed', 'inputs', 'consumed lots', '消耗批次', '原料批次'] },
].map((column) => alone(column as Column))

export const reportShipmentColumns: readonly Column[] = [
  required(documentNumber),
  { ...partner('to', 'Ship to', '收货方', soldTo), required: true, common: true },
  moment('at', 'Shipped at', '发货时间', ['shipped', 'ship date', 'dispatch date', '发货日期', '出库日期'], true),
  site,
  { field: 'sscc', kind: 'code', en: 'SSCC', zh: '箱码', common: true, synonyms: ['carton', 'pallet', 'logistic unit', '物流码', '箱号', '托盘码'] },
  { ...consignment, common: true },
  code, quantity, unit, alone(note),
]

export const reportReturnColumns: readonly Column[] = [
  required(documentNumber),
  { ...partner('to', 'Returned to', '退货给', ['to', 'return to', ...soldTo, '退回单位', '供货方', '供应商']), required: true, common: true },
  moment('at', 'Returned at', '退货时间', ['returned', 'return date', '退货日期'], true),
  site, code, quantity, unit, alone(note),
]
