import type { Column } from '../files/column.ts'
import { confirmReceiptColumns, recordUsageColumns, reportSellThroughColumns } from '../files/report-columns.ts'
import type { CsvCell } from './csv.ts'
import type { StatutoryKind, StatutoryRow } from './statutory.cypher.ts'

/** The report by which records of a kind come in by file: its columns come first in the export. */
export const templateOfKind: Readonly<Record<StatutoryKind, readonly Column[]>> = {
  purchases: confirmReceiptColumns, receipts: confirmReceiptColumns, sales: reportSellThroughColumns, uses: recordUsageColumns,
}

const usages: Readonly<Record<string, string>> = {
  implanting: 'IMPLANTED', explanting: 'EXPLANTED', dispensing: 'CONSUMED', putting_into_service: 'PUT_INTO_SERVICE', taking_out_of_service: 'TAKEN_OUT_OF_SERVICE', destroying: 'DISCARDED',
}

const kindOf = ({ step, disposition }: StatutoryRow, kind: StatutoryKind): string => {
  if (kind !== 'uses') return disposition === 'returned' ? 'RETURN' : 'SALE'
  return step === 'dispensing' && disposition === 'non_sellable_other' ? 'OPENED_UNUSED' : usages[step] ?? ''
}

const checked = (field: 'packagingIntact' | 'unexpired' | 'registrationValid' | 'supplierLicensed' | 'certificatePresent') => ({ acceptance }: StatutoryRow): CsvCell => {
  const found = acceptance?.[field] ?? null
  return found === null ? null : found ? 'yes' : 'no'
}

/** What a record has in each column of a template, as the template's reader takes it. */
const cells: Readonly<Record<string, (row: StatutoryRow, kind: StatutoryKind) => CsvCell>> = {
  documentNumber: ({ documentNumber }) => documentNumber,
  receivedAt: ({ at }) => at, soldAt: ({ at }) => at, usedAt: ({ at }) => at,
  receivedFrom: ({ party }) => party?.code ?? null, soldTo: ({ party }) => party?.code ?? null,
  site: ({ siteCode }) => siteCode,
  code: ({ code }) => code,
  quantity: ({ quantity }) => quantity,
  unit: ({ unit }) => unit,
  condition: ({ disposition }) => (disposition === 'damaged' ? 'DAMAGED' : 'ACCEPTED'),
  kind: kindOf,
  consignment: ({ isConsigned }) => (isConsigned ? 'yes' : 'no'),
  procedureReference: ({ procedureReference }) => procedureReference,
  note: ({ note }) => note,
  temperature: ({ acceptance }) => acceptance?.temperature ?? null,
  packagingIntact: checked('packagingIntact'), unexpired: checked('unexpired'), registrationValid: checked('registrationValid'), supplierLicensed: checked('supplierLicensed'), certificatePresent: checked('certificatePresent'),
  acceptanceRemark: ({ acceptance }) => acceptance?.remark ?? null,
  event: ({ event }) => event,
}

/** The cell of a template's column. @throws Error where the template has learnt a column that exports do not know */
export const templateCell = ({ field }: Column, row: StatutoryRow, kind: StatutoryKind): CsvCell => {
  const cell = cells[field]
  if (cell === undefined) throw new Error(`No export fills ${field}`)
  return cell(row, kind)
}
