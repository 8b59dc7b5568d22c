import type { LinesProgress, RecallProgressFacts } from './progress.cypher.ts'
import type { CountryProgress, RecallProgress } from './progress.type.ts'
import { type Disposition, dispositions } from './notice.rules.ts'

/** What the notices of a recall list, summed over all of their lines. */
export interface RecallLines extends Omit<LinesProgress, 'recall' | 'lines' | 'last' | 'batches' | 'asked'> {
  readonly batches: ReadonlySet<string>
  /** By notice: serials, and units of lots, that its recipient is asked for. */
  readonly asked: ReadonlyMap<string, number>
}

export const noLines: RecallLines = { serials: 0, accountedSerials: 0, units: 0, accountedUnits: 0, batches: new Set(), answers: [], asked: new Map() }

const added = (one: RecallLines['answers'], other: RecallLines['answers']): RecallLines['answers'] => {
  const counts = new Map<string | null, number>()
  for (const { disposition, count } of [...one, ...other]) counts.set(disposition, (counts.get(disposition) ?? 0) + count)
  return [...counts].map(([disposition, count]) => ({ disposition, count }))
}

/** A page more. */
export const withLines = (sum: RecallLines, page: LinesProgress): RecallLines => ({
  serials: sum.serials + page.serials, accountedSerials: sum.accountedSerials + page.accountedSerials, units: sum.units + page.units, accountedUnits: sum.accountedUnits + page.accountedUnits,
  batches: new Set([...sum.batches, ...page.batches]), answers: added(sum.answers, page.answers),
  asked: new Map([...sum.asked, ...page.asked.map(({ notice, quantity }) => [notice, quantity + (sum.asked.get(notice) ?? 0)] as const)]),
})

export type RecallStanding = RecallProgressFacts & RecallLines

/** Ids of notices in groups that list at most so many lines together; one that lists more is alone. */
export const groupsOf = (notices: readonly { readonly id: string; readonly itemCount: number }[], limit: number): string[][] => {
  const groups: string[][] = []
  let room = 0
  for (const { id, itemCount } of notices) {
    if (groups.length === 0 || itemCount > room) {
      groups.push([])
      room = limit
    }
    groups.at(-1)?.push(id)
    room -= Math.max(1, itemCount)
  }
  return groups
}

/** To the ten-thousandth, which is 6 ms: a drill may be signed within a second of its draft. */
const minutesBetween = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 6) / 10_000

const counted = ({ answers }: RecallStanding, what: 'RETURNED' | 'CORRECTED'): number =>
  answers.filter(({ disposition }) => disposition !== null && dispositions[disposition as Disposition].counts === what).reduce((sum, { count }) => sum + count, 0)

const byCountry = ({ notices }: RecallStanding): CountryProgress[] => {
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
export const progressOf = (row: RecallStanding): RecallProgress => {
  const { notices, goneSerials } = row
  const gone = row.serialCount === null ? 0 : goneSerials
  const serialCount = Math.max(row.serialCount ?? 0, row.serials + gone)
  const unitCount = Math.max(row.unitCount ?? 0, row.units)
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
