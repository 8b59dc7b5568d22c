import type { Reader } from '../../kernel/graph.ts'
import { nothingAsked, progressOf } from '../recalls/progress.rules.ts'
import { readProgress } from '../recalls/read-progress.ts'
import { type CoveredFacts, coveredFacts, type DaySpan, type RecallFacts, recallFacts } from './report-facts.cypher.ts'

/** Runs a statement as the viewer: in a request, or in the transaction of a change. */
export type Reading = Reader['read']

/** Covered batches and serials, or lines of notices, that one statement reads. */
const readAtOnce = 2_000

const spanOf = (spans: readonly DaySpan[]): DaySpan => {
  const days = spans.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null).sort()
  return { from: days[0] ?? null, to: days.at(-1) ?? null }
}

const together = (pages: readonly CoveredFacts[]): CoveredFacts => ({
  products: [...new Map(pages.flatMap(({ products }) => products.map((product) => [product.di, product] as const))).values()].sort((one, other) => (one.di < other.di ? -1 : 1)),
  numbers: pages.flatMap(({ numbers }) => numbers),
  manufactured: spanOf(pages.map(({ manufactured }) => manufactured)),
  expiring: spanOf(pages.map(({ expiring }) => expiring)),
})

const readCovered = async (read: Reading, recall: string, limit: number): Promise<CoveredFacts> => {
  const pages: CoveredFacts[] = []
  let after: string | null = ''
  while (after !== null) {
    const [page]: (CoveredFacts & { last: string | null })[] = await read(coveredFacts, { recall, after, limit })
    if (page) pages.push(page)
    after = page?.last ?? null
  }
  return together(pages)
}

/**
 * What the forms ask of a recall, null where the viewer is not its maker: what it covers and what its notices list by
 * pages, so that no statement grows with it.
 * @param limit how much of either one statement reads
 */
export const readRecallFacts = async (read: Reading, id: string, limit = readAtOnce): Promise<RecallFacts | null> => {
  const [facts] = await read(recallFacts, { id })
  if (!facts) return null
  const [standing] = await readProgress(read, [id], limit)
  if (!standing) return null
  const consignees = facts.consignees.map(({ notice, ...consignee }) => ({ ...consignee, ...standing.asked.get(notice) ?? nothingAsked }))
  return { ...facts, ...await readCovered(read, id, limit), consignees, progress: progressOf(standing) }
}
