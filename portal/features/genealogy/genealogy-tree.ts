import type { Direction, GenealogyEdge, GenealogyGraph, GenealogyIndex, Side } from './genealogy-graph.ts'

/** A line of the tree. One thing may have several lines; only its first one has children. */
export interface TreeRow {
  /** The path from the root: the same thing below another parent is another row. */
  key: string
  /** The node's id; of a heading ("made of", "went into"), the root's. */
  id: string
  heading: Side | null
  parent: string | null
  children: string[]
  level: number
  position: number
  setSize: number
  edge: GenealogyEdge | null
  /** ABOVE: a diamond, its children stand at its first row. CYCLE: bad data, it is its own ancestor. */
  repeat: 'ABOVE' | 'CYCLE' | null
}

export type TreeRows = Map<string, TreeRow>

/** The rows of the whole tree in reading order, the root's first; at most one row for each edge, whatever the graph. */
export function buildTree(graph: GenealogyGraph, index: GenealogyIndex, direction: Direction): TreeRows {
  const rows: TreeRows = new Map()
  const seen = new Set<string>([graph.root])
  const root = addRow(rows, null, { key: graph.root, id: graph.root })
  const sides = sidesOf(direction).filter((side) => index.steps(graph.root, side).length > 0)
  for (const side of sides) {
    const parent = direction === 'BOTH' ? addRow(rows, root, { key: `${root.key}/${side}`, id: graph.root, heading: side }) : root
    grow(rows, parent, index, side, seen, new Set([graph.root]))
  }
  for (const row of rows.values()) number(rows, row)
  return rows
}

function sidesOf(direction: Direction): Side[] {
  return direction === 'BOTH' ? ['UPSTREAM', 'DOWNSTREAM'] : [direction]
}

function grow(rows: TreeRows, parent: TreeRow, index: GenealogyIndex, side: Side, seen: Set<string>, path: Set<string>): void {
  for (const { edge, node } of index.steps(parent.id, side)) {
    const repeat = path.has(node.id) ? 'CYCLE' : seen.has(node.id) ? 'ABOVE' : null
    const row = addRow(rows, parent, { key: uniqueKey(rows, `${parent.key}/${node.id}`), id: node.id, edge, repeat })
    if (repeat) continue
    seen.add(node.id)
    grow(rows, row, index, side, seen, new Set(path).add(node.id))
  }
}

/** A part taken out and put back has two edges to the same device. */
function uniqueKey(rows: TreeRows, key: string): string {
  let unique = key
  for (let again = 2; rows.has(unique); again++) unique = `${key}~${again}`
  return unique
}

function addRow(rows: TreeRows, parent: TreeRow | null, own: Pick<TreeRow, 'key' | 'id'> & Partial<TreeRow>): TreeRow {
  const row: TreeRow = {
    heading: null, edge: null, repeat: null, parent: parent?.key ?? null, children: [], level: (parent?.level ?? 0) + 1, position: 1, setSize: 1, ...own,
  }
  parent?.children.push(row.key)
  rows.set(row.key, row)
  return row
}

function number(rows: TreeRows, parent: TreeRow): void {
  parent.children.forEach((key, at) => {
    const row = rows.get(key)
    if (row) Object.assign(row, { position: at + 1, setSize: parent.children.length })
  })
}

/** The keys of the ancestors of a node's first row: what must be open for it to be seen. Empty where the node is not in the tree. */
export function pathTo(rows: TreeRows, id: string): string[] {
  const keys: string[] = []
  const first = firstRow(rows, id)
  for (let key = first?.parent ?? null; key; key = rows.get(key)?.parent ?? null) keys.push(key)
  return keys
}

/** The first row of a node, the one that has its children. */
export function firstRow(rows: TreeRows, id: string): TreeRow | undefined {
  for (const row of rows.values()) if (row.id === id && !row.heading && !row.repeat) return row
  return undefined
}
