import { type Connection, type Page, pageOf, toConnection } from '../../kernel/connection.ts'
import { BadInput } from '../../kernel/errors.ts'
import type { Reader } from '../../kernel/graph.ts'
import { must } from '../../kernel/must.ts'
import { Amount } from './scope-amount.ts'
import { frozenGone, type GoneNumbers, scopeGone } from './scope-gone.cypher.ts'
import { RecallScope, type ScopeLosses, type ScopeSummary } from './recall-scope.type.ts'
import type { RecallScopeInput } from './recall-scope.input.ts'
import { refuseUnfound, scopeCodes, type ScopeCodes } from './scope-codes.rules.ts'
import { frozenItems, frozenNumbers } from './frozen-scope.cypher.ts'
import { type ItemRow, itemsOf } from '../custody/item-table.cypher.ts'
import { type ItemPlace, scopeItems } from './scope-items.cypher.ts'
import { scopeNumbers, type ScopeNumbers, type ScopeSums } from './scope-numbers.cypher.ts'
import { summaryOf } from './scope-summary.rules.ts'

const summarize = async (graph: Reader, codes: ScopeCodes): Promise<ScopeSummary> => {
  const rows = await graph.read(scopeNumbers, codes)
  const { found } = must(rows[0]?.sums ?? undefined, 'The sums in the first row, which whoever may ask is given,')
  refuseUnfound(codes.codes, new Map(found.map(({ index, things }) => [index, things])))
  return summaryOf(rows)
}

/** Sums of pages, of which each has each batch and single serial once. */
const lossesOf = (pages: readonly GoneNumbers[]): ScopeLosses => {
  const [scrapped, unknown] = [new Amount(), new Amount()]
  for (const page of pages) {
    scrapped.addSerials(page.scrapped)
    unknown.addSerials(page.unknown)
    for (const lot of page.lots) {
      scrapped.addUnits(lot.unit, lot.scrapped)
      unknown.addUnits(lot.unit, lot.unknown)
    }
  }
  return { scrapped: { serialCount: scrapped.serials, quantities: scrapped.quantities }, unknown: { serialCount: unknown.serials, quantities: unknown.quantities } }
}

/** The scope that the input names; nothing is asked of the database before a field is. Throws BadInput for what cannot be a scope. */
export const findRecallScope = (graph: Reader, input: RecallScopeInput): RecallScope => {
  const codes = scopeCodes(input)
  return new RecallScope(() => summarize(graph, codes), async (after, limit) => (await graph.read(scopeItems, { ...codes, after, limit }))[0], async () => lossesOf(await graph.read(scopeGone, codes)))
}

/** Batches and single serials that one statement counts. */
const countedAtOnce = 500

const frozenSummary = async (graph: Reader, frozen: FrozenRecall, limit: number): Promise<ScopeSummary> => {
  const all: ScopeNumbers[] = []
  let after: string | null = ''
  while (after !== null) {
    const rows: ScopeNumbers<ScopeSums & { last: string | null }>[] = await graph.read(frozenNumbers, { ...frozen, after, limit })
    all.push(...rows)
    after = rows[0]?.sums?.last ?? null
  }
  return summaryOf(all)
}

const frozenLosses = async (graph: Reader, { recall }: FrozenRecall, limit: number): Promise<ScopeLosses> => {
  const pages: GoneNumbers[] = []
  let after: string | null = ''
  while (after !== null) {
    const [page]: (GoneNumbers & { last: string | null })[] = await graph.read(frozenGone, { recall, after, limit })
    if (page) pages.push(page)
    after = page?.last ?? null
  }
  return lossesOf(pages)
}

export interface FrozenRecall {
  readonly recall: string
  /** It was signed, is no drill and goes on. */
  readonly running: boolean
}

/** The scope as it was frozen: what the recall covers, wherever it is now. @param limit how much of that one statement counts */
export const frozenRecallScope = (graph: Reader, frozen: FrozenRecall, limit = countedAtOnce): RecallScope =>
  new RecallScope(() => frozenSummary(graph, frozen, limit), async (after, limit) => (await graph.read(frozenItems, { ...frozen, after, limit }))[0], () => frozenLosses(graph, frozen, limit))

const start: ItemPlace = { batch: '', rank: -1, text: '', id: '' }

const placeAfter = ({ after }: Page): ItemPlace => {
  if (after === '') return start
  const [batch, rank, text, id] = after.split('\n')
  if (batch === undefined || text === undefined || id === undefined || !/^[0-2]$/.test(rank ?? '')) throw new BadInput('after is not a cursor of this list: send the endCursor of the page before.')
  return { batch, rank: Number(rank), text, id }
}

/** A page of a scope's serials and units, in the order of batch and serial number. @param isCounted whether all of them are counted too, which takes the scope's numbers */
export const scopeItemPage = async ({ summary, itemsAfter }: RecallScope, args: { first?: number; after?: string }, isCounted = true): Promise<Connection<ItemRow>> => {
  const page = pageOf(args, 100)
  const [total, table] = await Promise.all([isCounted ? summary() : undefined, itemsAfter(placeAfter(page), page.limit)])
  return toConnection(table ? itemsOf(table) : [], page, total?.itemCount ?? 0, ({ place }) => [place.batch, place.rank, place.text, place.id].join('\n'), ({ item }) => item)
}
