/** What a column's cells are read as. `documents` are file names or SHA-256, `lots` are consumed ones: `code quantity unit; code quantity unit`. */
export type CellKind = 'text' | 'code' | 'number' | 'moment' | 'day' | 'yesNo' | 'lots' | 'documents' | 'choice'

/** One column of a report's template. */
export interface Column {
  /** The field of the mutation's input, or of its lines, that it fills. */
  readonly field: string
  readonly kind: CellKind
  /** Its name in the templates. */
  readonly en: string
  readonly zh: string
  readonly required?: true
  /** Said once for all lines that are reported together; the others are of each line. */
  readonly common?: true
  /** Stands in exports and is not asked for in templates. */
  readonly ofExports?: true
  /** Other names by which partners' systems call it, in either language. */
  readonly synonyms: readonly string[]
  /** Of a choice: the values of the mutation's enum, with the words that stand for them besides themselves. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
}

/** Columns that several reports have. */
export const code: Column = {
  field: 'code', kind: 'code', en: 'Code', zh: '条码', required: true,
  synonyms: ['UDI', 'UDI code', 'barcode', 'serial number', 'serial', 'serialNumber', 'label', 'SSCC or UDI', 'udi_di_pi', '器械标识', '唯一标识', '编码', '序列号', 'UDI码', '产品标识', '追溯码'],
}

export const quantity: Column = { field: 'quantity', kind: 'number', en: 'Quantity', zh: '数量', synonyms: ['qty', 'amount', 'pieces', 'count', '件数', '数目', '个数'] }

export const unit: Column = { field: 'unit', kind: 'text', en: 'Unit', zh: '单位', synonyms: ['uom', 'unit of measure', 'measure', '计量单位', '数量单位'] }

export const documentNumber: Column = {
  field: 'documentNumber', kind: 'text', en: 'Document number', zh: '单号', common: true,
  synonyms: ['document', 'doc no', 'delivery note', 'order', 'order number', 'invoice', 'invoice number', 'reference', '单据号', '单据编号', '随货同行单号', '订单号', '销售单号', '出库单号', '发票号'],
}

/** Of a line that the hub exported itself: the event that it tells of. Read in again, such a line is on record already. */
export const recordedEvent: Column = { field: 'event', kind: 'text', en: 'Event on record', zh: '已登记事件', ofExports: true, synonyms: [] }

export const site: Column = { field: 'site', kind: 'text', en: 'Site', zh: '库位', common: true, synonyms: ['location', 'ward', 'store', 'warehouse', 'place', '仓库', '科室', '地点', '场所', '病区'] }

export const note: Column = { field: 'note', kind: 'text', en: 'Note', zh: '说明', synonyms: ['remark', 'remarks', 'comment', '备注', '附注'] }

export const consignment: Column = { field: 'consignment', kind: 'yesNo', en: 'Consignment', zh: '寄售', synonyms: ['on consignment', 'consigned', '是否寄售', '寄售货'] }

/** The moment of what is reported, called as the report calls it. */
export const moment = (field: string, en: string, zh: string, synonyms: readonly string[], common?: true): Column =>
  ({ field, kind: 'moment', en, zh, required: true, synonyms: [...synonyms, 'date', 'time', 'event time', '日期', '时间'], ...(common && { common }) })

/** A partner, by GLN, Chinese unified social credit code, hub code or global id. */
export const partner = (field: string, en: string, zh: string, synonyms: readonly string[]): Column => ({ field, kind: 'code', en, zh, synonyms })
