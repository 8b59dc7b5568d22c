import type { GenealogyEdge, GenealogyGraph, GenealogyIndex, NodeShape } from './genealogy-graph.ts'

/** Serials of one batch beyond this many are drawn as one pile; the tree has each of them. */
const PILE_FROM = 9

/** A thing to draw: a node once, however many ways lead to it, or a pile of serials of one batch. */
export interface DrawnNode {
  id: string
  shape: NodeShape
  members: string[]
}

/** An arrow the way material goes: from the input to what was made of it. */
export interface DrawnEdge {
  id: string
  source: string
  target: string
  removed: boolean
  edge: GenealogyEdge
}

export interface Drawing {
  nodes: DrawnNode[]
  edges: DrawnEdge[]
  /** The drawn node that stands for a node of the graph. */
  drawnAs: ReadonlyMap<string, string>
}

/** Lays out what is to be drawn; the root never goes into a pile. */
export function drawGenealogy(graph: GenealogyGraph, index: GenealogyIndex): Drawing {
  const drawnAs = new Map(graph.nodes.map((node) => [node.id, node.id]))
  const nodes: DrawnNode[] = []
  for (const [batch, members] of piles(graph, index)) {
    for (const id of members) drawnAs.set(id, `pile:${batch}`)
    nodes.push({ id: `pile:${batch}`, shape: 'SERIAL', members })
  }
  for (const { id } of graph.nodes) if (drawnAs.get(id) === id) nodes.push({ id, shape: index.shape(id), members: [id] })
  return { nodes, edges: drawnEdges(graph, drawnAs), drawnAs }
}

/** Serials that hang on one batch and on nothing else, by that batch. */
function piles(graph: GenealogyGraph, index: GenealogyIndex): Map<string, string[]> {
  const byBatch = new Map<string, string[]>()
  for (const node of graph.nodes) {
    if (node.kind !== 'SERIAL' || node.id === graph.root || index.steps(node.id, 'DOWNSTREAM').length > 0) continue
    const [only, ...others] = index.steps(node.id, 'UPSTREAM')
    if (only?.edge.relation === 'FROM' && others.length === 0) gather(byBatch, only.node.id, node.id)
  }
  return new Map([...byBatch].filter(([, members]) => members.length >= PILE_FROM))
}

function gather(byBatch: Map<string, string[]>, batch: string, serial: string): void {
  const members = byBatch.get(batch)
  if (members) members.push(serial)
  else byBatch.set(batch, [serial])
}

function drawnEdges(graph: GenealogyGraph, drawnAs: ReadonlyMap<string, string>): DrawnEdge[] {
  const edges = new Map<string, DrawnEdge>()
  graph.edges.forEach((edge, at) => {
    const source = drawnAs.get(edge.to)
    const target = drawnAs.get(edge.from)
    if (!source || !target) return
    const key = target.startsWith('pile:') ? `${source}>${target}` : String(at)
    if (!edges.has(key)) edges.set(key, { id: `edge:${key}`, source, target, removed: edge.removedAt !== null, edge })
  })
  return [...edges.values()]
}
