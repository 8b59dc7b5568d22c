import { describe, expect, it } from 'vitest'
import { genealogyCsv, genealogyJson, type ExportWords } from '../../../portal/features/genealogy/genealogy-export.ts'
import { indexGenealogy } from '../../../portal/features/genealogy/genealogy-graph.ts'
import { graphOf } from './genealogy-graphs.ts'

const words: ExportWords = {
  columns: ['depth', 'kind', 'code', 'title', 'di', 'product', 'organization', 'country', 'quantity', 'unit', 'made of'],
  kind: (node) => node.kind, name: (named) => named.name ?? '', removed: (date) => `removed ${date}`, cut: null,
}

describe('export of a genealogy', () => {
  const graph = graphOf('f1', 'f1<c1', 'f1<c2', 'c1<r1')

  it('writes one row for each node with what it was made of, upstream first', () => {
    const depths: Record<string, number> = { r1: -2, c1: -1, c2: -1 }
    const nodes = graph.nodes.map((node) => ({ ...node, depth: depths[node.id] ?? 0 }))
    const edges = graph.edges.map((edge) => (edge.to === 'c2' ? { ...edge, quantity: { value: 12, unit: 'KGM' } } : edge))
    const [, ...rows] = genealogyCsv({ ...graph, nodes, edges }, indexGenealogy({ ...graph, nodes, edges }), words).trimEnd().split('\r\n')
    expect(rows.map((row) => row.split(',')[2])).toEqual(['(10)r1', '(10)c1', '(10)c2', '(10)f1'])
    expect(rows[3]).toContain('(10)c1; (10)c2 [12 KGM]')
  })

  it('says that a part was removed, and that a graph was cut', () => {
    const device = graphOf('s1', 's1)sp1')
    const csv = genealogyCsv(device, indexGenealogy(device), { ...words, cut: 'cut at 2 of 9' })
    expect(csv).toContain('(10)sp1 [removed 2026-09-03]')
    expect(csv.trimEnd().endsWith('cut at 2 of 9')).toBe(true)
  })

  it('keeps everything in JSON, with what was asked', () => {
    const about = { code: '(10)f1', direction: 'UPSTREAM' as const, depth: 10, exportedAt: '2026-11-22T04:57:00.000Z' }
    expect(JSON.parse(genealogyJson(graph, about))).toEqual({ ...about, ...graph })
  })
})
