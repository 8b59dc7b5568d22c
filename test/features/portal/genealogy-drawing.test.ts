import { describe, expect, it } from 'vitest'
import { indexGenealogy } from '../../../portal/features/genealogy/genealogy-graph.ts'
import { drawGenealogy } from '../../../portal/features/genealogy/genealogy-drawing.ts'
import { graphOf } from './genealogy-graphs.ts'

describe('the drawing of a genealogy', () => {
  it('draws a diamond once, with arrows the way material goes', () => {
    const graph = graphOf('f1', 'f1<c1', 'f1<c2', 'c1<r1', 'c2<r1')
    const drawing = drawGenealogy(graph, indexGenealogy(graph))
    expect(drawing.nodes.map((node) => node.id).sort()).toEqual(['c1', 'c2', 'f1', 'r1'])
    expect(drawing.edges.map((edge) => `${edge.source}>${edge.target}`)).toEqual(['c1>f1', 'c2>f1', 'r1>c1', 'r1>c2'])
  })

  it('piles up the serials of one batch, but neither the root nor a device with parts', () => {
    const serials = Array.from({ length: 12 }, (_, at) => `s${at}<f1`)
    const graph = graphOf('s0', ...serials, 's1(sp1')
    const drawing = drawGenealogy(graph, indexGenealogy(graph))
    expect(drawing.nodes.find((node) => node.id === 'pile:f1')?.members).toHaveLength(10)
    expect(drawing.drawnAs.get('s5')).toBe('pile:f1')
    expect(drawing.drawnAs.get('s0')).toBe('s0')
    expect(drawing.drawnAs.get('s1')).toBe('s1')
    expect(drawing.edges.filter((edge) => edge.target === 'pile:f1')).toHaveLength(1)
  })

  it('knows a part by its edge, and one that was removed', () => {
    const graph = graphOf('s1', 's1)sp1', 's1<f1')
    const drawing = drawGenealogy(graph, indexGenealogy(graph))
    expect(drawing.nodes.map((node) => [node.id, node.shape])).toEqual([['s1', 'SERIAL'], ['sp1', 'PART'], ['f1', 'FINISHED']])
    expect(drawing.edges.map((edge) => edge.removed)).toEqual([true, false])
  })
})
