import { code, type Column, consignment, documentNumber, moment, note, partner, quantity, recordedEvent, site, unit } from './column.ts'

const soldTo = ['customer', 'customer code', 'ship to', 'buyer', 'consignee', 'recipient', 'hospital', '客户', '客户代码', '购货方', '购货单位', '收货单位', '收货方', '医院']
const required = (column: Column): Column => ({ ...column, required: true })
const optional = ({ required: _, ...column }: Column): Column => column
/** In a mutation that takes one thing, everything is common. */
const alone = (column: Column): Column => ({ ...column, common: true })

const checked = (field: string, en: string, zh: string, synonyms: readonly string[] = []): Column => ({ field, kind: 'yesNo', en, zh, common: true, synonyms })

/** What was checked on arrival: lines that say the same have one acceptance record. */
const acceptance: readonly Column[] = [
  { field: 'temperature', kind: 'number', en: 'Temperature °C', zh: '到货温度 ℃', common: true, synonyms: ['temp', '温度', '到货温度'] },
  checked('packagingIntact', 'Packaging intact', '包装完好', ['packaging ok', '外观包装']),
  checked('unexpired', 'Within expiry', '在有效期内', ['unexpired', '有效期合格']),
  checked('registrationValid', 'Registration valid', '注册备案有效', ['注册证有效']),
  checked('supplierLicensed', 'Supplier licensed', '供货方资质有效', ['供货者资质']),
  checked('certificatePresent', 'Certificate present', '有合格证明', ['合格证明文件']),
  { field: 'acceptanceRemark', kind: 'text', en: 'Acceptance remark', zh: '验收备注', common: true, synonyms: ['验收说明'] },
]

/** Fields of the mutation's `acceptance`, by the column that fills them. */
export const acceptanceFields: Readonly<Record<string, string>> = Object.fromEntries(acceptance.map(({ field }) => [field, field === 'acceptanceRemark' ? 'remark' : field]))

export const confirmReceiptColumns: readonly Column[] = [
  documentNumber,
  moment('receivedAt', 'Received at', '收货时间', ['received', 'receipt date', 'received on', '收货日期', '到货时间', '到货日期', '验收日期'], true),
  { ...partner('receivedFrom', 'Received from', '供货方', ['sender', 'supplier', 'vendor', 'from', '供应商', '供货单位', '发货方', '发货单位']), common: true },
  site, code, quantity, unit,
  {
    field: 'condition', kind: 'choice', en: 'Condition', zh: '验收', synonyms: ['acceptance', 'status', 'result', '验收结果', '验收结论', '状态'],
    choices: { ACCEPTED: ['合格', 'ok', 'good'], REJECTED: ['拒收', '不合格'], DAMAGED: ['破损', '损坏'], MISSING: ['缺货', '短少', 'short'] },
  },
  note,
  ...acceptance, recordedEvent,
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
  { field: 'documents', kind: 'documents', en: 'Certificates', zh: '证明文件', synonyms: ['documents', 'certificate', 'coa', 'certificate of analysis', '合格证明', '质检报告', '检验报告'] },
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

const at = (en: string, zh: string, synonyms: readonly string[] = []): Column => moment('at', en, zh, synonyms, true)
const commonNote = alone(note)

export const voidShipmentColumns: readonly Column[] = [
  at('Came back at', '返回时间', ['came back', 'returned', '撤回时间']),
  documentNumber, { ...partner('to', 'Ship to', '收货方', soldTo), common: true }, site, code, quantity, unit, commonNote,
]

export const reportInspectionColumns: readonly Column[] = [
  at('Inspected at', '检验时间', ['inspected', '检验日期']), site,
  { field: 'result', kind: 'choice', en: 'Result', zh: '检验结果', required: true, common: true, synonyms: ['conformity', 'inspection result', '结果', '检验结论', '结论'], choices: { CONFORMANT: ['合格', 'good', 'pass', 'released', '放行'], NON_CONFORMANT: ['不合格', 'bad', 'fail'] } },
  code, quantity, unit, commonNote,
]

export const setQuarantineColumns: readonly Column[] = [
  at('At', '时间', ['quarantined at', '隔离时间', '放行时间']), site,
  { field: 'quarantined', kind: 'yesNo', en: 'Quarantined', zh: '隔离', required: true, common: true, synonyms: ['hold', 'blocked', '是否隔离', '暂停使用'] },
  code, quantity, unit, commonNote,
]

export const scrapColumns: readonly Column[] = [
  at('Scrapped at', '报废时间', ['scrapped', 'destroyed', '报废日期', '销毁日期']), site,
  { field: 'reason', kind: 'text', en: 'Reason', zh: '报废原因', required: true, common: true, synonyms: ['why', '原因', '销毁原因'] },
  code, quantity, unit, commonNote,
]

const carton: Column = { field: 'sscc', kind: 'code', en: 'SSCC', zh: '箱码', required: true, common: true, synonyms: ['carton', 'pallet', 'logistic unit', '物流码', '箱号', '托盘码'] }
export const packColumns: readonly Column[] = [carton, at('Packed at', '装箱时间', ['packed', '装箱日期']), site, code, quantity, unit]
/** Without a code, all comes out. */
export const unpackColumns: readonly Column[] = [carton, at('Unpacked at', '拆箱时间', ['unpacked', '拆箱日期']), site, optional(code), quantity, unit]

const product: Column = { field: 'product', kind: 'code', en: 'Product', zh: '产品编码', required: true, common: true, synonyms: ['material', 'item', 'product code', 'UDI-DI', 'DI', '产品', '料号', '产品标识'] }

export const registerProductionColumns: readonly Column[] = [
  product,
  { field: 'lotNumber', kind: 'code', en: 'Lot number', zh: '批号', common: true, synonyms: ['lot', 'batch', 'batch number', '批次', '生产批号', '批次号'] },
  at('Made at', '生产时间', ['made', 'production date', 'manufactured', '生产日期']), site,
  { field: 'expiresOn', kind: 'day', en: 'Expires on', zh: '有效期至', common: true, synonyms: ['expiry', 'expiry date', 'use by', '失效日期', '有效期'] },
  { field: 'serialNumber', kind: 'code', en: 'Serial number', zh: '序列号', synonyms: ['serial', 'SN', '机身号', '出厂编号'] },
  quantity, { ...unit, common: true },
  { field: 'consumed', kind: 'lots', en: 'Made of', zh: '投入批次', synonyms: ['consumed', 'inputs', 'consumed lots', '消耗批次', '原料批次'] },
]

export const swapPartColumns: readonly Column[] = [
  { ...code, field: 'device', en: 'Device', zh: '设备', synonyms: ['equipment', 'serial number', 'UDI', '设备序列号', '序列号'] },
  { field: 'removed', kind: 'code', en: 'Part taken out', zh: '拆下部件', synonyms: ['removed', 'old part', '旧件', '换下'] },
  { field: 'installed', kind: 'code', en: 'Part put in', zh: '装上部件', synonyms: ['installed', 'new part', '新件', '换上'] },
  { field: 'position', kind: 'text', en: 'Position', zh: '位置', synonyms: ['slot', '部位'] },
  at('Swapped at', '更换时间', ['swapped', 'service date', '更换日期', '维修日期']), site, note,
].map((column) => alone(column as Column))
