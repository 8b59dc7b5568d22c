import type { Reader } from '../../kernel/graph.ts'
import { readProgress } from '../recalls/read-progress.ts'
import { coveredFacts, type RecallFacts, recallFacts } from './report-facts.cypher.ts'

/** Runs a statement as the viewer: in a request, or in the transaction of a change. */
export type Reading = Reader['read']

/** Covered batches and serials, or lines of notices, that one statement reads. */
const readAtOnce = 2_000

type Covered = Pick<RecallFacts, 'products' | 'lots' | 'manufactured'>

const first = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).sort()[0] ?? null
const last = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).sort().at(-1) ?? null

const together = (pages: readonly Covered[]): Covered => ({
  products: [...new Map(pages.flatMap(({ products }) => products.map((product) => [product.di, product] as const))).values()].sort((one, other) => (one.di < other.di ? -1 : 1)),
  lots: [...new Set(pages.flatMap(({ lots }) => lots))],
  manufactured: { from: first(pages.map(({ manufactured }) => manufactured.from)), to: last(pages.map(({ manufactured }) => manufactured.to)) },
})

const readCovered = async (read: Reading, recall: string, limit: number): Promise<Covered> => {
  const pages: Covered[] = []
  let after: string | null = ''
  while (after !== null) {
    const [page]: (Covered & { last: string | null })[] = await read(coveredFacts, { recall, after, limit })
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
  const consignees = facts.consignees.map(({ notice, ...consignee }) => ({ ...consignee, quantity: standing?.asked.get(notice) ?? 0 }))
  return { ...facts, ...await readCovered(read, id, limit), consignees }
}
