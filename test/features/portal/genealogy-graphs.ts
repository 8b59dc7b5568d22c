import type { GenealogyGraph, GenealogyNode } from '../../../portal/features/genealogy/genealogy-graph.ts'

/** A graph from "output<input" pairs; a leading s is a serial, r raw, c component, anything else finished. `dev(part` contains, `dev)part` did until 2026-09-03. */
export function graphOf(root: string, ...pairs: string[]): GenealogyGraph {
  const edges = pairs.map(edgeOf)
  const ids = new Set([root, ...edges.flatMap((edge) => [edge.from, edge.to])])
  return { root, nodes: [...ids].map(nodeOf), edges, totalNodes: ids.size, truncated: false }
}

function edgeOf(pair: string): GenealogyGraph['edges'][number] {
  const [, from = '', sign = '<', to = ''] = /^(\w+)([<()])(\w+)$/.exec(pair) ?? []
  const relation = sign !== '<' ? 'CONTAINS' : from.startsWith('s') ? 'FROM' : 'CONSUMED'
  return { from, to, relation, quantity: null, removedAt: sign === ')' ? '2026-09-03T02:05:00.000Z' : null }
}

function nodeOf(id: string): GenealogyNode {
  const kind = { r: 'RAW', c: 'COMPONENT', s: 'SERIAL' }[id.charAt(0)] ?? 'FINISHED'
  return { id, kind, label: `(10)${id}`, title: id, depth: 0, product: null, organization: null, quantity: null }
}
