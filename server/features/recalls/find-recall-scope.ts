import { type Connection, type Page, pageOf, toConnection } from '../../kernel/connection.ts'
import { BadInput } from '../../kernel/errors.ts'
import type { Reader } from '../../kernel/graph.ts'
import { RecallScope, type ScopeSummary } from './recall-scope.type.ts'
import type { RecallScopeInput } from './recall-scope.input.ts'
import { refuseUnfound, scopeCodes, type ScopeCodes } from './scope-codes.rules.ts'
import { type ItemPlace, type ScopeItem, scopeItems } from './scope-items.cypher.ts'
import { scopeNumbers } from './scope-numbers.cypher.ts'
import { summaryOf } from './scope-summary.rules.ts'

const summarize = async (graph: Reader, codes: ScopeCodes): Promise<ScopeSummary> => {
  const [numbers] = await graph.read(scopeNumbers, codes)
  if (!numbers) throw new Error('scopeNumbers gives one row to whoever may ask')
  refuseUnfound(codes.codes, new Map(numbers.found.map(({ index, things }) => [index, things])))
  return summaryOf(numbers)
}

/** The scope that the input names; nothing is asked of the database before a field is. Throws BadInput for what cannot be a scope. */
export const findRecallScope = (graph: Reader, input: RecallScopeInput): RecallScope => {
  const codes = scopeCodes(input)
  let summary: Promise<ScopeSummary> | undefined
  return new RecallScope(codes, () => (summary ??= summarize(graph, codes)))
}

const start: ItemPlace = { batch: '', rank: -1, text: '', id: '' }

const placeAfter = ({ after }: Page): ItemPlace => {
  if (after === '') return start
  const [batch, rank, text, id] = after.split('\n')
  if (batch === undefined || text === undefined || id === undefined || !/^[0-2]$/.test(rank ?? '')) throw new BadInput('after is not a cursor of this list: send the endCursor of the page before.')
  return { batch, rank: Number(rank), text, id }
}

/** A page of a scope's serials and units, in the order of batch and serial number. */
export const scopeItemPage = async (graph: Reader, { codes, summary }: RecallScope, args: { first?: number; after?: string }): Promise<Connection<ScopeItem>> => {
  const page = pageOf(args, 100)
  const input = { ...codes, after: placeAfter(page), limit: page.limit }
  const [{ itemCount }, rows] = await Promise.all([summary(), graph.read(scopeItems, input)])
  return toConnection(rows, page, itemCount, ({ at }) => [at.batch, at.rank, at.text, at.id].join('\n'), ({ item }) => item)
}
