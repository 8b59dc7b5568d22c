import type { AskedOf, LinesProgress, LotLines, RecallProgressFacts } from './progress.cypher.ts'
import type { CountryProgress, RecallProgress } from './progress.type.ts'
import { rounded } from '../custody/rounded.ts'
import { clockedSteps, minutesBetween, type StepMoments } from './clocked-steps.rules.ts'
import { type Disposition, dispositions } from './notice.rules.ts'

/** What the notices of a recall list, summed over all of their lines. */
export interface RecallLines extends Omit<LinesProgress, 'recall' | 'lines' | 'last' | 'batches' | 'asked' | 'lots'> {
  readonly lots: ReadonlyMap<string, LotLines>
  readonly batches: ReadonlySet<string>
  readonly asked: ReadonlyMap<string, AskedOf>
}

export const noLines: RecallLines = { serials: 0, accountedSerials: 0, lots: new Map(), batches: new Set(), answers: [], asked: new Map() }

const added = (one: RecallLines['answers'], other: RecallLines['answers']): RecallLines['answers'] => {
  const counts = new Map<string | null, number>()
  for (const { disposition, count } of [...one, ...other]) counts.set(disposition, (counts.get(disposition) ?? 0) + count)
  return [...counts].map(([disposition, count]) => ({ disposition, count }))
}

const noUnits = { had: 0, accounted: 0, arriving: 0, late: 0, accountedLater: 0, movedOn: 0, forwarded: 0 } as const

const addedLots = (sum: ReadonlyMap<string, LotLines>, page: readonly LotLines[]): ReadonlyMap<string, LotLines> => {
  const lots = new Map(sum)
  for (const lot of page) {
    const known = lots.get(lot.batch) ?? noUnits
    const keys = Object.keys(noUnits) as (keyof typeof noUnits)[]
    lots.set(lot.batch, { batch: lot.batch, ...Object.fromEntries(keys.map((key) => [key, rounded(known[key] + lot[key])])) as Record<keyof typeof noUnits, number> })
  }
  return lots
}

/**
 * Units of a lot, each once. What came later stands on two lines where somebody says that it went on, else it is more
 * than was known. An answer for it counts as far as nobody else accounts for the same units: of what was forwarded, or
 * of what nobody had before.
 */
const unitsOf = ({ had, accounted, late, accountedLater, movedOn, forwarded }: LotLines): { units: number; accountedUnits: number } => {
  const unexplained = Math.max(0, late - movedOn)
  return { units: had + unexplained, accountedUnits: accounted + Math.min(accountedLater, forwarded + unexplained) }
}

/** Units of lots in all. */
export const lotUnits = ({ lots }: Pick<RecallLines, 'lots'>): { units: number; accountedUnits: number } => {
  const each = [...lots.values()].map(unitsOf)
  return { units: rounded(each.reduce((sum, { units }) => sum + units, 0)), accountedUnits: rounded(each.reduce((sum, { units, accountedUnits }) => sum + Math.min(units, accountedUnits), 0)) }
}

export const nothingAsked: AskedOf = { quantity: 0, returned: 0, corrected: 0 }

const addedAsked = (one: AskedOf, { quantity, returned, corrected } = nothingAsked): AskedOf =>
  ({ quantity: rounded(one.quantity + quantity), returned: rounded(one.returned + returned), corrected: rounded(one.corrected + corrected) })

/** A page more. */
export const withLines = (sum: RecallLines, page: LinesProgress): RecallLines => ({
  serials: sum.serials + page.serials, accountedSerials: sum.accountedSerials + page.accountedSerials, lots: addedLots(sum.lots, page.lots),
  batches: new Set([...sum.batches, ...page.batches]), answers: added(sum.answers, page.answers),
  asked: new Map([...sum.asked, ...page.asked.map(({ notice, ...asked }) => [notice, addedAsked(asked, sum.asked.get(notice))] as const)]),
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

const minutesFrom = (from: string | null, to: string | null): number | null => (from === null || to === null ? null : minutesBetween(from, to))

/** Of the notices: the first word that one was read, and the last complete answer once none is open. */
const momentsOf = ({ notices, draftedAt, submittedAt, approvedAt, notifiedAt, closedAt }: RecallStanding): StepMoments => {
  const asked = notices.filter(({ outstanding, completedAt }) => outstanding > 0 || completedAt !== null)
  const [first = null] = notices.flatMap(({ acknowledgedAt }) => acknowledgedAt ?? []).sort()
  const done = asked.flatMap(({ completedAt }) => completedAt ?? []).sort()
  return { DRAFT: draftedAt, REVIEW: submittedAt, SIGN: approvedAt, NOTIFY: notifiedAt, FIRST_ACKNOWLEDGED: first, ALL_ANSWERED: done.length < asked.length ? null : done.at(-1) ?? null, CLOSE: closedAt }
}

const counted = ({ answers }: RecallStanding, what: 'RETURNED' | 'CORRECTED'): number =>
  answers.filter(({ disposition }) => disposition !== null && dispositions[disposition as Disposition].counts === what).reduce((sum, { count }) => sum + count, 0)

const byCountry = ({ notices }: RecallStanding): CountryProgress[] => {
  const countries = new Map<string | null, CountryProgress>()
  for (const { country, completedAt, outstanding } of notices) {
    const sum = countries.get(country) ?? { country, noticeCount: 0, respondedCount: 0, outstandingCount: 0 }
    countries.set(country, { country, noticeCount: sum.noticeCount + 1, respondedCount: sum.respondedCount + Number(completedAt !== null), outstandingCount: sum.outstandingCount + outstanding })
  }
  return [...countries.values()].sort((one, other) => other.noticeCount - one.noticeCount)
}

/** How many serials and units nobody has accounted for. */
export const unaccountedOf = ({ serialCount, unitCount, accountedForCount, accountedForUnits }: Pick<RecallProgress, 'serialCount' | 'unitCount' | 'accountedForCount' | 'accountedForUnits'>): number =>
  rounded(serialCount - accountedForCount + (unitCount - accountedForUnits))

/** The status report's numbers. What was gone before the signature (scrapped, used up) is accounted for by the record. */
export const progressOf = (row: RecallStanding): RecallProgress => {
  const { notices, goneSerials } = row
  const gone = row.serialCount === null ? 0 : goneSerials
  const serialCount = Math.max(row.serialCount ?? 0, row.serials + gone)
  const lots = lotUnits(row)
  const unitCount = Math.max(row.unitCount ?? 0, lots.units)
  const accountedForCount = row.accountedSerials + gone
  const total = serialCount + unitCount
  return {
    noticeCount: notices.length,
    acknowledgedCount: notices.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
    respondedCount: notices.filter(({ completedAt }) => completedAt !== null).length,
    serialCount, unitCount, accountedForCount,
    accountedForUnits: lots.accountedUnits,
    accountedForRate: total === 0 ? 1 : (accountedForCount + lots.accountedUnits) / total,
    quantityOnHand: notices.reduce((sum, { onHand }) => sum + onHand, 0),
    quantityReturned: counted(row, 'RETURNED'),
    quantityCorrected: counted(row, 'CORRECTED'),
    effectivenessChecks: row.checks,
    estimatedCompletion: row.estimatedCompletion,
    minutesToScope: minutesFrom(row.draftedAt, row.draftedAt && row.approvedAt),
    minutesToNotify: minutesFrom(row.notifiedAt && row.approvedAt, row.notifiedAt),
    clocked: row.draftedAt === null ? [] : clockedSteps(momentsOf(row)),
    dispositions: [...row.answers], countries: byCountry(row),
  }
}
