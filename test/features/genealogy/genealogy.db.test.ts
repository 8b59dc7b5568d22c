import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findGenealogy, type FoundGenealogy, greatestSize } from '../../../server/features/genealogy/find-genealogy.ts'
import { GenealogyDirection } from '../../../server/features/genealogy/genealogy.type.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { loadLineage, removeLineage } from './load-lineage.ts'
import { naiveGenealogy, type NaiveViewer } from './naive-genealogy.ts'
import { chanceOf, type Lineage, type Link, randomLineage } from './random-lineage.ts'

const lineages = Array.from({ length: 10 }, (_, seed) => randomLineage(seed + 1, seed % 3 === 2))
let graph: Graph

beforeAll(async () => {
  graph = openGraph(inject('database'), { deadline: 60_000 })
  for (const lineage of lineages) await loadLineage(graph, lineage)
})

afterAll(async () => {
  for (const lineage of lineages) await removeLineage(graph, lineage)
  await graph.close()
})

const viewersOf = ({ name }: Lineage): NaiveViewer[] => [
  { organization: `${name}-maker`, internal: true },
  { organization: `${name}-rival`, internal: true },
  { organization: `${name}-steel`, internal: false },
  { organization: `${name}-hospital`, internal: false },
]

interface Question {
  readonly lineage: Lineage
  readonly viewer: NaiveViewer
  readonly root: string
  readonly direction: GenealogyDirection
}

const questionsOf = (lineage: Lineage): Question[] => {
  const chance = chanceOf(lineage.links.length)
  const roots = [...lineage.things.keys()].filter(() => chance(6) === 0)
  return roots.flatMap((root) => viewersOf(lineage).flatMap((viewer) => Object.values(GenealogyDirection).map((direction) => ({ lineage, viewer, root, direction }))))
}

const ask = ({ viewer, root, direction }: Question, depth: number, limit: number): Promise<FoundGenealogy | null> =>
  findGenealogy(graph.as(viewer), { code: root, direction, depth, limit })

const edgeText = ({ from, to, relation, removedAt }: Pick<Link, 'from' | 'to' | 'relation' | 'removedAt'>, quantity: number | undefined): string =>
  JSON.stringify([from, to, relation, quantity ?? null, removedAt ?? null])

const edgesOf = ({ edges }: FoundGenealogy): string[] =>
  edges.map((edge) => edgeText({ ...edge, relation: edge.relation as Link['relation'], removedAt: edge.removedAt ?? undefined }, edge.quantity?.value)).sort()

const depthsOf = ({ nodes }: FoundGenealogy): Record<string, number> => Object.fromEntries(nodes.map(({ id, depth }) => [id, depth]))

describe.each(lineages.map((lineage) => [lineage.name, lineage] as const))('a random lineage (%s)', (_, lineage) => {
  test('every node, depth, edge and total is the naive search\'s', async () => {
    for (const question of questionsOf(lineage)) {
      const expected = naiveGenealogy(lineage, question.root, question.direction, question.viewer)
      const found = await ask(question, 50, greatestSize)
      const label = JSON.stringify([question.root, question.direction, question.viewer])
      expect(found && depthsOf(found), label).toEqual(expected && Object.fromEntries(expected.depths))
      expect(found && edgesOf(found), label).toEqual(expected && expected.edges.map((link) => edgeText(link, link.quantity)).sort())
      expect(found && [found.totalNodes, found.truncated, found.root], label).toEqual(expected && [expected.depths.size, false, question.root])
    }
  })

  test('a bounded answer gives the nearest, says so, and counts them all', async () => {
    for (const question of questionsOf(lineage)) {
      const expected = naiveGenealogy(lineage, question.root, question.direction, question.viewer)
      const [shallow, small] = [await ask(question, 2, greatestSize), await ask(question, 50, 7)]
      if (!expected || !shallow || !small) continue
      const within = [...expected.depths].filter(([, depth]) => Math.abs(depth) <= 2)
      expect(depthsOf(shallow)).toEqual(Object.fromEntries(within))
      expect([shallow.totalNodes, shallow.truncated]).toEqual([expected.depths.size, within.length < expected.depths.size])

      const distances = [...expected.depths.values()].map(Math.abs).sort((a, b) => a - b)
      expect(small.nodes.map(({ depth }) => Math.abs(depth))).toEqual(distances.slice(0, 7))
      expect(small.nodes.every(({ id, depth }) => expected.depths.get(id) === depth)).toBe(true)
      expect([small.totalNodes, small.truncated]).toEqual([expected.depths.size, expected.depths.size > 7])
    }
  })
})

test.each([-1, 51, 1.5])('a depth of %d is refused with the bounds', async (depth) => {
  await expect(findGenealogy(graph, { code: 'x', direction: GenealogyDirection.BOTH, depth })).rejects.toThrow('depth must be between 0 and 50')
})
