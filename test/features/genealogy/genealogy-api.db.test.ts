import { graphql, type GraphQLSchema } from 'graphql'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Viewer } from '../../../server/kernel/viewer.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { openSchema } from '../../../server/schema.ts'
import { loadLineage, removeLineage } from './load-lineage.ts'
import { naiveGenealogy } from './naive-genealogy.ts'
import { randomLineage } from './random-lineage.ts'

interface Answer {
  readonly genealogy: {
    readonly root: string
    readonly nodes: readonly { readonly id: string; readonly depth: number; readonly product: { readonly name: string }; readonly organization: { readonly name: string | null } | null }[]
    readonly edges: readonly { readonly from: string; readonly to: string }[]
    readonly totalNodes: number
    readonly truncated: boolean
  } | null
}

const operation = readFileSync(new URL('../../contract/operations/genealogy.graphql', import.meta.url), 'utf8')
const lineage = randomLineage(71, false)
const maker = `${lineage.name}-maker`
const sent: string[] = []
let graph: Graph
let schema: GraphQLSchema

beforeAll(async () => {
  graph = openGraph(inject('database'), { deadline: 60_000, onStatement: ({ text }) => void sent.push(text) })
  schema = await openSchema()
  await loadLineage(graph, lineage)
})

afterAll(async () => {
  await removeLineage(graph, lineage)
  await graph.close()
})

const ask = async (organization: string, internal: boolean, variables: Record<string, unknown>) => {
  const viewer = { organization, internal, kind: internal ? 'MANUFACTURER' : 'HOSPITAL', roles: [], client: null, finds: [], person: 'p', name: 'P', nameZh: null, locale: 'en' } satisfies Viewer
  sent.length = 0
  const { data, errors } = await graphql({ schema, source: operation, variableValues: variables, contextValue: { requestId: 'r', viewer, graph: graph.as(viewer) } })
  return { data: data as unknown as Answer | null, errors }
}

test('the contract\'s operation answers what the naive search finds, in one round trip', async () => {
  for (const root of [...lineage.things.values()].filter((thing) => thing.maker === maker).slice(0, 12)) {
    const expected = naiveGenealogy(lineage, root.id, 'BOTH', { organization: maker, internal: true })
    const { data } = await ask(maker, true, { code: root.id, direction: 'BOTH', depth: 50 })
    expect(sent).toHaveLength(1)
    expect(Object.fromEntries(data?.genealogy?.nodes.map(({ id, depth }) => [id, depth]) ?? [])).toEqual(Object.fromEntries(expected?.depths ?? []))
    expect(data?.genealogy?.edges).toHaveLength(expected?.edges.length ?? -1)
    expect(data?.genealogy).toMatchObject({ root: root.id, totalNodes: expected?.depths.size, truncated: false })
  }
})

test('a code that is written as a label does finds the same as the id', async () => {
  const batch = [...lineage.things.values()].find((thing) => thing.label === 'Batch' && thing.maker === maker)
  const byId = await ask(maker, true, { code: batch?.id, direction: 'UPSTREAM' })
  const byLabel = await ask(maker, true, { code: `DI:di-${maker};LOT:${batch?.id}`, direction: 'UPSTREAM' })
  expect(byLabel.data?.genealogy).toEqual(byId.data?.genealogy)
  expect(byLabel.data?.genealogy?.root).toBe(batch?.id)
})

test('a hospital sees its device and the batch of it, with the maker\'s name; what it never had is null', async () => {
  const hospital = `${lineage.name}-hospital`
  const serials = [...lineage.things.values()].filter(({ label, batch, maker: owner }) => label === 'Serial' && batch && owner === maker)
  const held = serials.find(({ hands }) => hands.includes(hospital))
  const foreign = serials.find(({ hands }) => !hands.includes(hospital))
  const { data } = await ask(hospital, false, { code: held?.id, direction: 'BOTH' })
  expect(data?.genealogy?.nodes.map(({ id }) => id)).toEqual([held?.id, held?.batch])
  expect(data?.genealogy?.nodes.map(({ organization }) => organization?.name)).toEqual([`Org ${maker}`, `Org ${maker}`])
  expect((await ask(hospital, false, { code: foreign?.id, direction: 'BOTH' })).data).toEqual({ genealogy: null })
})

test('a bad depth is the caller\'s mistake', async () => {
  const { errors } = await ask(maker, true, { code: 'x', direction: 'BOTH', depth: 500 })
  expect(errors?.[0]?.message).toContain('depth must be between 0 and 50')
})
