import { type Connection, type Page, pageOf, toConnection } from '../../kernel/connection.ts'
import { BadInput } from '../../kernel/errors.ts'
import type { Reader } from '../../kernel/graph.ts'
import { scannedCode } from '../custody/scanned-code.ts'
import { RecallScope, type ScopeSummary } from './recall-scope.type.ts'
import type { RecallScopeInput } from './recall-scope.input.ts'
import { refuseUnfound, scopeCodes, type ScopeCodes } from './scope-codes.rules.ts'
import { type ItemRow, itemsOf } from '../custody/item-table.cypher.ts'
import { type ItemPlace, scopeItems } from './scope-items.cypher.ts'
import { scopeNumbers } from './scope-numbers.cypher.ts'
import { summaryOf } from './scope-summary.rules.ts'

const summarize = async (graph: Reader, codes: ScopeCodes): Promise<ScopeSummary> => {
  const [numbers] = await graph.read(scopeNumbers, codes)
  if (!numbers) throw new Error('scopeNumbers gives one row to whoever may ask')
  refuseUnfound(codes.codes, new Map(numbers.found.map(({ index, things }) => [index, things])))
  return summaryOf(numbers)
}

const lazyScope = (graph: Reader, codes: ScopeCodes): RecallScope => {
  let summary: Promise<ScopeSummary> | undefined
  return new RecallScope(codes, () => (summary ??= summarize(graph, codes)))
}

/** The scope that the input names; nothing is asked of the database before a field is. Throws BadInput for what cannot be a scope. */
export const findRecallScope = (graph: Reader, input: RecallScopeInput): RecallScope => lazyScope(graph, scopeCodes(input))

/** The scope as it was frozen: these whole batches and single serials, wherever they are now; of a recall that is `running`, or of one that is not. */
export const frozenRecallScope = (graph: Reader, batches: readonly string[], serials: readonly string[], running: boolean): RecallScope => {
  const named = (selector: 'batches' | 'serials') => (id: string) => ({ ...scannedCode(id), level: 0, selector, code: id, gln: null })
  const codes = [...batches.map(named('batches')), ...serials.map(named('serials'))].map((code, index) => ({ ...code, index }))
  return lazyScope(graph, { codes, running, spans: [{ from: '', to: '' }] })
}

const start: ItemPlace = { batch: '', rank: -1, text: '', id: '' }

const placeAfter = ({ after }: Page): ItemPlace => {
  if (after === '') return start
  const [batch, rank, text, id] = after.split('\n')
  if (batch === undefined || text === undefined || id === undefined || !/^[0-2]$/.test(rank ?? '')) throw new BadInput('after is not a cursor of this list: send the endCursor of the page before.')
  return { batch, rank: Number(rank), text, id }
}

/** A page of a scope's serials and units, in the order of batch and serial number. */
export const scopeItemPage = async (graph: Reader, { codes, summary }: RecallScope, args: { first?: number; after?: string }): Promise<Connection<ItemRow>> => {
  const page = pageOf(args, 100)
  const input = { ...codes, after: placeAfter(page), limit: page.limit }
  const [{ itemCount }, [table]] = await Promise.all([summary(), graph.read(scopeItems, input)])
  return toConnection(table ? itemsOf(table) : [], page, itemCount, ({ place }) => [place.batch, place.rank, place.text, place.id].join('\n'), ({ item }) => item)
}
