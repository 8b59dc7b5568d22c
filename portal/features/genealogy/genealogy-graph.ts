/** The answer of `genealogy` as the page works on it; the query's own type fits it. */
export interface GenealogyGraph {
  root: string
  nodes: GenealogyNode[]
  edges: GenealogyEdge[]
  totalNodes: number
  truncated: boolean
}

export interface GenealogyNode {
  id: string
  kind: string
  label: string
  title: string
  depth: number
  product: { id: string; di: string; name: string; nameZh: string | null } | null
  organization: { id: string | null; name: string | null; nameZh: string | null; country: string | null } | null
  quantity: Amount | null
}

/** from is the output, device or serial; to is the input, part or batch it came from. */
export interface GenealogyEdge {
  from: string
  to: string
  relation: string
  quantity: Amount | null
  removedAt: string | null
}

export interface Amount {
  value: number
  unit: string
}

export type Direction = 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH'
export type Side = 'UPSTREAM' | 'DOWNSTREAM'

/** What a node is drawn as; PART is a serial or lot that sits, or sat, in a device. */
export type NodeShape = 'RAW' | 'COMPONENT' | 'FINISHED' | 'SERIAL' | 'PART'

/** A neighbour and the edge that leads to it. */
export interface Step {
  edge: GenealogyEdge
  node: GenealogyNode
}

/** The graph by id, with each node's neighbours upstream (what it is made of) and downstream (what it went into). */
export interface GenealogyIndex {
  node: (id: string) => GenealogyNode | undefined
  steps: (id: string, side: Side) => Step[]
  shape: (id: string) => NodeShape
}

/** Indexes a graph. Edges to nodes that were cut away are left out; neighbours come in the order people read lots in. */
export function indexGenealogy(graph: GenealogyGraph): GenealogyIndex {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const up = new Map<string, Step[]>()
  const down = new Map<string, Step[]>()
  const parts = new Set<string>()
  for (const edge of graph.edges) {
    const from = nodes.get(edge.from)
    const to = nodes.get(edge.to)
    if (!from || !to) continue
    append(up, from.id, { edge, node: to })
    append(down, to.id, { edge, node: from })
    if (edge.relation === 'CONTAINS') parts.add(to.id)
  }
  for (const steps of [...up.values(), ...down.values()]) steps.sort(inReadingOrder)
  return {
    node: (id) => nodes.get(id),
    steps: (id, side) => (side === 'UPSTREAM' ? up : down).get(id) ?? [],
    shape: (id) => (parts.has(id) ? 'PART' : ((nodes.get(id)?.kind ?? 'SERIAL') as NodeShape)),
  }
}

function append(steps: Map<string, Step[]>, id: string, step: Step): void {
  const known = steps.get(id)
  if (known) known.push(step)
  else steps.set(id, [step])
}

const numeric = new Intl.Collator('en', { numeric: true })

/** What is in it now before what was removed, then by title, with numbers as numbers. */
function inReadingOrder(a: Step, b: Step): number {
  return Number(a.edge.removedAt !== null) - Number(b.edge.removedAt !== null) || numeric.compare(a.node.title, b.node.title)
}
