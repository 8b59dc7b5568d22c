import type { Action } from '../../access/may.ts'
import type { Change } from '../../record/change.ts'
import type { RejectedLine } from '../../record/rejected-line.type.ts'
import { confirmReceipt } from '../custody/report/confirm-receipt.ts'
import { reportInspection, reportReturn, scrap, setQuarantine } from '../custody/report/goods-action.ts'
import { pack, reportShipment, unpack } from '../custody/report/pack-goods.ts'
import { recordUsage } from '../custody/report/record-usage.ts'
import { registerSupplierLot } from '../custody/report/register-lot.ts'
import { reportSellThrough } from '../custody/report/report-sell-through.ts'
import { swapPart } from '../custody/report/swap-part.ts'
import { voidShipment } from '../custody/report/void-shipment.ts'
import type { Column } from './column.ts'
import { documentsNamed } from './named-documents.ts'
import { tellProduction } from './production-lines.ts'
import {
  acceptanceFields, confirmReceiptColumns, packColumns, recordUsageColumns, registerProductionColumns, registerSupplierLotColumns, reportInspectionColumns, reportReturnColumns, reportSellThroughColumns, reportShipmentColumns,
  scrapColumns, setQuarantineColumns, swapPartColumns, unpackColumns, voidShipmentColumns,
} from './report-columns.ts'

/** What lines say together, and each by itself: by field of the mutation's input, already of its types. */
export type Cells = Readonly<Record<string, unknown>>

type Rejected = Pick<RejectedLine, 'line' | 'reason'>

/** A report that may come by file. */
export interface FileReport {
  /** What the right is called, and how the record calls what it does. */
  readonly action: Action
  readonly columns: readonly Column[]
  /** The mutation takes one thing at a time, so lines that say the same are two. */
  readonly oneByOne: boolean
  /** Lines that one transaction takes: the more the faster, and the longer others wait. */
  readonly atOnce: number
  /** It takes what its lines name before it reads that (Joining.claims), so several may be told side by side. */
  readonly together: boolean
  /** Lines that are taken all or not at all, and the dry run judges together. */
  readonly whole: number
  /**
   * Reports lines that say the same in their common columns, by the function behind the mutation.
   * @returns the lines that were not taken, counted from 1 within `lines`
   * @throws Refusal where none can be: before anything was written
   */
  tell(change: Change, common: Cells, lines: readonly Cells[]): Promise<readonly Rejected[]>
}

/** The columns are named and typed as the inputs are (report-columns.ts), so that a line of a file is a line of the mutation. */
const inputOf = <Input>(common: Cells, lines?: readonly Cells[]): Input => ({ idempotencyKey: '', ...common, ...(lines && { lines }) }) as Input

/** What was checked on arrival, as the mutation takes it. */
const withAcceptance = (common: Cells): Cells => {
  const checked = Object.entries(common).filter(([field]) => acceptanceFields[field] !== undefined).map(([field, value]) => [acceptanceFields[field], value] as const)
  return checked.length === 0 ? common : { ...Object.fromEntries(Object.entries(common).filter(([field]) => acceptanceFields[field] === undefined)), acceptance: Object.fromEntries(checked) }
}

const listed = { oneByOne: false, atOnce: 500, whole: 5_000, together: true } as const
const single = { oneByOne: true, atOnce: 250, whole: 1_000, together: true } as const

/** Every report that may come by file, named as its mutation. */
export const reports = {
  confirmReceipt: {
    action: 'CONFIRM_RECEIPT', columns: confirmReceiptColumns, ...listed,
    tell: async (change, common, lines) => (await confirmReceipt(change, inputOf(withAcceptance(common), lines))).rejected,
  },
  reportSellThrough: {
    action: 'REPORT_SELL_THROUGH', columns: reportSellThroughColumns, ...listed,
    tell: async (change, common, lines) => (await reportSellThrough(change, inputOf(common, lines))).rejected,
  },
  reportShipment: {
    action: 'REPORT_SHIPMENT', columns: reportShipmentColumns, ...listed,
    // A carton is looked for before it is taken.
    together: false,
    tell: async (change, common, lines) => (await reportShipment(change, inputOf(common, lines))).rejected,
  },
  reportReturn: {
    action: 'REPORT_RETURN', columns: reportReturnColumns, ...listed,
    tell: async (change, common, lines) => (await reportReturn(change, inputOf(common, lines))).rejected,
  },
  recordUsage: {
    action: 'RECORD_USAGE', columns: recordUsageColumns, ...single,
    tell: async (change, common) => {
      await recordUsage(change, inputOf(common))
      return []
    },
  },
  registerSupplierLot: {
    action: 'REGISTER_SUPPLIER_LOT', columns: registerSupplierLotColumns, ...single,
    // So is the lot, which must not be there yet.
    atOnce: 25, together: false,
    tell: async (change, common) => {
      const documents = await documentsNamed(change, (common['documents'] ?? []) as readonly string[])
      await registerSupplierLot(change, inputOf({ ...common, documents }))
      return []
    },
  },
  voidShipment: {
    action: 'VOID_SHIPMENT', columns: voidShipmentColumns, ...listed,
    tell: async (change, common, lines) => (await voidShipment(change, inputOf(common, lines))).rejected,
  },
  reportInspection: {
    action: 'REPORT_INSPECTION', columns: reportInspectionColumns, ...listed,
    tell: async (change, common, lines) => (await reportInspection(change, inputOf(common, lines))).rejected,
  },
  setQuarantine: {
    action: 'SET_QUARANTINE', columns: setQuarantineColumns, ...listed,
    tell: async (change, common, lines) => (await setQuarantine(change, inputOf(common, lines))).rejected,
  },
  scrap: {
    action: 'SCRAP', columns: scrapColumns, ...listed,
    tell: async (change, common, lines) => (await scrap(change, inputOf(common, lines))).rejected,
  },
  registerProduction: {
    action: 'REPORT_PRODUCTION', columns: registerProductionColumns, ...listed, together: false,
    tell: tellProduction,
  },
  pack: {
    action: 'PACK', columns: packColumns, ...listed, together: false,
    tell: async (change, common, lines) => (await pack(change, inputOf(common, lines))).rejected,
  },
  unpack: {
    action: 'PACK', columns: unpackColumns, ...listed, together: false,
    tell: async (change, common, lines) => (await unpack(change, inputOf(common, lines.every(({ code }) => code !== undefined) ? lines : []))).rejected,
  },
  swapPart: {
    action: 'SWAP_PART', columns: swapPartColumns, ...single, atOnce: 25, together: false,
    tell: async (change, common) => {
      await swapPart(change, inputOf(common))
      return []
    },
  },
} as const satisfies Record<string, FileReport>

export type ReportName = keyof typeof reports

export const isReport = (name: string): name is ReportName => Object.hasOwn(reports, name)

export const reportNamed = (name: ReportName): FileReport => reports[name]
