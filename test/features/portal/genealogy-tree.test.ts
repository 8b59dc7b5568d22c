import { describe, expect, it } from 'vitest'
import { indexGenealogy, type Direction, type GenealogyGraph } from '../../../portal/features/genealogy/genealogy-graph.ts'
import { buildTree, pathTo, type TreeRow } from '../../../portal/features/genealogy/genealogy-tree.ts'
import { graphOf } from './genealogy-graphs.ts'

function rowsOf(graph: GenealogyGraph, direction: Direction): TreeRow[] {
  return [...buildTree(graph, indexGenealogy(graph), direction).values()]
}

function outline(graph: GenealogyGraph, direction: Direction): string[] {
  return rowsOf(graph, direction).map((row) => `${'.'.repeat(row.level - 1)}${row.heading ?? row.id}${row.repeat ? ` ${row.repeat}` : ''}`)
}

describe('the tree of a genealogy', () => {
  it('gives the children of a diamond to its first row and marks the second', () => {
    const graph = graphOf('f1', 'f1<c1', 'f1<c2', 'c1<r1', 'c2<r1', 'r1<r0')
    expect(outline(graph, 'UPSTREAM')).toEqual(['f1', '.c1', '..r1', '...r0', '.c2', '..r1 ABOVE'])
  })

  it('ends a cycle where it closes', () => {
    const graph = graphOf('f1', 'f1<c1', 'c1<r1', 'r1<f1')
    expect(outline(graph, 'UPSTREAM')).toEqual(['f1', '.c1', '..r1', '...f1 CYCLE'])
  })

  it('heads both sides, and leaves out a heading with nothing below it', () => {
    expect(outline(graphOf('c1', 'c1<r1', 'f1<c1', 's1<f1'), 'BOTH')).toEqual(['c1', '.UPSTREAM', '..r1', '.DOWNSTREAM', '..f1', '...s1'])
    expect(outline(graphOf('r1', 'c1<r1'), 'BOTH')).toEqual(['r1', '.DOWNSTREAM', '..c1'])
  })

  it('never has more rows than edges, however many paths there are', () => {
    const layers = Array.from({ length: 12 }, (_, at) => [`c${at}a`, `c${at}b`])
    const pairs = layers.flatMap((layer, at) => layer.flatMap((from) => (layers[at + 1] ?? []).map((to) => `${from}<${to}`)))
    const graph = graphOf('f1', 'f1<c0a', 'f1<c0b', ...pairs)
    expect(rowsOf(graph, 'UPSTREAM')).toHaveLength(graph.edges.length + 1)
  })

  it('counts positions, and orders lots as numbers with removed parts last', () => {
    const rows = rowsOf(graphOf('sdev', 'sdev)sp1', 'sdev(sp10', 'sdev(sp9'), 'UPSTREAM').slice(1)
    expect(rows.map((row) => [row.id, row.position, row.setSize])).toEqual([['sp9', 1, 3], ['sp10', 2, 3], ['sp1', 3, 3]])
  })

  it('keeps apart two spans of one part in one device', () => {
    const rows = rowsOf(graphOf('sdev', 'sdev)sp1', 'sdev(sp1'), 'UPSTREAM')
    expect(new Set(rows.map((row) => row.key)).size).toBe(3)
    expect(rows.map((row) => row.repeat)).toEqual([null, null, 'ABOVE'])
  })

  it('leaves out an edge to a node that was cut away', () => {
    const graph = graphOf('f1', 'f1<c1', 'c1<r1')
    expect(outline({ ...graph, nodes: graph.nodes.filter((node) => node.id !== 'r1') }, 'UPSTREAM')).toEqual(['f1', '.c1'])
  })

  it('says what must be open to see a node', () => {
    const graph = graphOf('f1', 'f1<c1', 'c1<r1')
    expect(pathTo(buildTree(graph, indexGenealogy(graph), 'UPSTREAM'), 'r1')).toEqual(['f1/c1', 'f1'])
  })
})
