import type { ProgressRow } from './progress.cypher.ts'
import type { CountryProgress, RecallProgress } from './progress.type.ts'
import { type Disposition, dispositions } from './notice.rules.ts'

const minutesBetween = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 600) / 100

const counted = ({ answers }: ProgressRow, what: 'RETURNED' | 'CORRECTED'): number =>
  answers.filter(({ disposition }) => disposition !== null && dispositions[disposition as Disposition].counts === what).reduce((sum, { count }) => sum + count, 0)

const byCountry = ({ notices }: ProgressRow): CountryProgress[] => {
  const countries = new Map<string | null, CountryProgress>()
  for (const { country, completed, outstanding } of notices) {
    const sum = countries.get(country) ?? { country, noticeCount: 0, respondedCount: 0, outstandingCount: 0 }
    countries.set(country, { country, noticeCount: sum.noticeCount + 1, respondedCount: sum.respondedCount + Number(completed), outstandingCount: sum.outstandingCount + outstanding })
  }
  return [...countries.values()].sort((one, other) => other.noticeCount - one.noticeCount)
}

/** How many serials and units nobody has accounted for. */
export const unaccountedOf = ({ serialCount, unitCount, accountedForCount, accountedForUnits }: Pick<RecallProgress, 'serialCount' | 'unitCount' | 'accountedForCount' | 'accountedForUnits'>): number =>
  serialCount - accountedForCount + (unitCount - accountedForUnits)

/** The status report's numbers. What was gone before the signature (scrapped, used up) is accounted for by the record. */
export const progressOf = (row: ProgressRow): RecallProgress => {
  const { notices, goneSerials } = row
  const gone = row.serialCount === null ? 0 : goneSerials
  const serialCount = Math.max(row.serialCount ?? 0, row.listedSerials + gone)
  const unitCount = Math.max(row.unitCount ?? 0, row.listedUnits)
  const accountedForCount = row.accountedSerials + gone
  const total = serialCount + unitCount
  return {
    noticeCount: notices.length,
    acknowledgedCount: notices.filter(({ acknowledged }) => acknowledged).length,
    respondedCount: notices.filter(({ completed }) => completed).length,
    serialCount, unitCount, accountedForCount,
    accountedForUnits: row.accountedUnits,
    accountedForRate: total === 0 ? 1 : (accountedForCount + row.accountedUnits) / total,
    quantityOnHand: notices.reduce((sum, { onHand }) => sum + onHand, 0),
    quantityReturned: counted(row, 'RETURNED'),
    quantityCorrected: counted(row, 'CORRECTED'),
    effectivenessChecks: row.checks,
    estimatedCompletion: row.estimatedCompletion,
    minutesToScope: minutesBetween(row.draftedAt, row.draftedAt && row.approvedAt),
    minutesToNotify: minutesBetween(row.notifiedAt && row.approvedAt, row.notifiedAt),
    dispositions: [...row.answers], countries: byCountry(row),
  }
}
