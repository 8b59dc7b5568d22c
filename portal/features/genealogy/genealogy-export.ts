import { toCsv, type CsvCell } from '../../ui/csv.ts'
import type { Amount, Direction, GenealogyGraph, GenealogyIndex, GenealogyNode, Step } from './genealogy-graph.ts'

/** What was asked and when: an export says what it is a picture of. */
export interface ExportAbout {
  code: string
  direction: Direction
  depth: number
  exportedAt: string
}

/** The words of the CSV in the reader's language. */
export interface ExportWords {
  columns: string[]
  kind: (node: GenealogyNode) => string
  name: (named: { name: string | null; nameZh: string | null }) => string
  removed: (date: string) => string
  /** A last line for a graph that was cut: a table that looks whole and is not would mislead. */
  cut: string | null
}

/**
 * One row for each batch, serial and part, with what it was made of in the last column; ordered by depth, so upstream first.
 * Columns: depth, kind, code, title, product's device identifier, product, organization, country, quantity, unit, made of.
 */
export function genealogyCsv(graph: GenealogyGraph, index: GenealogyIndex, words: ExportWords): string {
  const nodes = [...graph.nodes].sort((a, b) => a.depth - b.depth)
  const rows = nodes.map((node) => csvRow(node, index, words))
  return toCsv(words.columns, words.cut ? [...rows, [null, words.cut]] : rows)
}

function csvRow(node: GenealogyNode, index: GenealogyIndex, words: ExportWords): CsvCell[] {
  const { product, organization, quantity } = node
  const inputs = index.steps(node.id, 'UPSTREAM').map((step) => input(step, words))
  return [
    node.depth, words.kind(node), node.label, node.title, product?.di ?? null, product ? words.name(product) : null,
    organization ? words.name(organization) : null, organization?.country ?? null, quantity?.value ?? null, quantity?.unit ?? null, inputs.join('; '),
  ]
}

function input({ edge, node }: Step, words: ExportWords): string {
  const notes = [amount(edge.quantity), edge.removedAt ? words.removed(edge.removedAt.slice(0, 10)) : ''].filter(Boolean)
  return notes.length > 0 ? `${node.label} [${notes.join(', ')}]` : node.label
}

function amount(quantity: Amount | null): string {
  return quantity ? `${quantity.value} ${quantity.unit}` : ''
}

/** The answer as it came, with what was asked: nothing lost, edges included. */
export function genealogyJson(graph: GenealogyGraph, about: ExportAbout): string {
  const { root, totalNodes, truncated, nodes, edges } = graph
  return `${JSON.stringify({ ...about, root, totalNodes, truncated, nodes, edges }, null, 2)}\n`
}
