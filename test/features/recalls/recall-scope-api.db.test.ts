import { graphql, type GraphQLSchema } from 'graphql'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { scopeItems } from '../../../server/features/recalls/scope-items.cypher.ts'
import { scopeNumbers } from '../../../server/features/recalls/scope-numbers.cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import type { Viewer } from '../../../server/kernel/viewer.ts'
import { openSchema } from '../../../server/schema.ts'
import { loadHistory, removeHistory } from './load-whereabouts.ts'
import { naiveScope } from './naive-scope.ts'
import { randomHistory } from './random-whereabouts.ts'

interface Answer {
  readonly recallScope: { readonly batchCount: number; readonly serialCount: number; readonly items: { readonly totalCount: number; readonly edges: readonly unknown[] } } | null
}

const operation = readFileSync(new URL('../../contract/operations/recall-scope.graphql', import.meta.url), 'utf8')
const history = randomHistory(171)
const sent: string[] = []
let graph: Graph
let schema: GraphQLSchema

beforeAll(async () => {
  graph = openGraph(inject('database'), { deadline: 60_000, onStatement: ({ text }) => void sent.push(text) })
  schema = await openSchema()
  await loadHistory(graph, history)
})

afterAll(async () => {
  await removeHistory(graph, history)
  await graph.close()
})

const ask = async (internal: boolean, input: object) => {
  const viewer = { organization: history.maker, internal, kind: internal ? 'MANUFACTURER' : 'HOSPITAL', roles: [], client: null, finds: [], person: 'p', name: 'P', nameZh: null, locale: 'en' } satisfies Viewer
  sent.length = 0
  const { data, errors } = await graphql({ schema, source: operation, variableValues: { input, first: 5 }, contextValue: { requestId: 'r', viewer, graph: graph.as(viewer) } })
  return { data: data as unknown as Answer | null, errors }
}

const rawLot = [...history.lineage.things.values()].find(({ id, kind }) => kind === 'RAW' && naiveScope(history, { materialLots: [id] }).serialCount > 5)

test('the contract\'s operation answers from two statements side by side', async () => {
  const expected = naiveScope(history, { materialLots: [rawLot?.id ?? ''] })
  const { data, errors } = await ask(true, { materialLots: [rawLot?.id] })
  expect(errors).toBeUndefined()
  expect([...sent].sort()).toEqual([scopeNumbers.text, scopeItems.text].sort())
  expect(data?.recallScope).toMatchObject({ batchCount: expected.batchCount, serialCount: expected.serialCount, items: { totalCount: expected.items.length } })
  expect(data?.recallScope?.items.edges).toHaveLength(5)
})

test('whoever is none of the maker\'s own teams gets null, and the database is not asked', async () => {
  expect(await ask(false, { materialLots: [rawLot?.id] })).toEqual({ data: { recallScope: null }, errors: undefined })
  expect(sent).toEqual([])
})

test('a code that finds nothing is an error that names it, never a smaller scope', async () => {
  const { data, errors } = await ask(true, { materialLots: [rawLot?.id, 'MISTYPED-LOT'] })
  expect(data).toEqual({ recallScope: null })
  expect(errors?.map(({ message }) => message)).toContain('materialLots: MISTYPED-LOT finds nothing of yours. Check it, or take it out.')
})
