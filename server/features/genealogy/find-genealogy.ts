import { BadInput } from '../../kernel/errors.ts'
import type { Reader } from '../../kernel/graph.ts'
import { scannedCode } from '../custody/scanned-code.ts'
import { genealogyAround, type GenealogyRow } from './genealogy.cypher.ts'
import { GenealogyDirection, type GenealogyEdge, type GenealogyNode } from './genealogy.type.ts'
import type { ProductRow } from '../catalog/product.cypher.ts'

/** More steps than any real chain of making has. */
export const greatestDepth = 50
/** More nodes than that nobody can look at; what lies beyond is counted, not listed. */
export const greatestSize = 2_000

export interface GenealogyRequest {
  /** As scanned, pasted or typed; or a global id. */
  readonly code: string
  readonly direction: GenealogyDirection
  readonly depth: number
  /** Fewer nodes than `greatestSize`. */
  readonly limit?: number
}

export interface FoundGenealogy {
  readonly root: string
  readonly nodes: readonly (Omit<GenealogyNode, 'product'> & { readonly product: ProductRow })[]
  readonly edges: readonly GenealogyEdge[]
  readonly totalNodes: number
  readonly truncated: boolean
}

/** What the root was made of, and what was made of it, in one round trip; null where the viewer sees no such root, or where a bare number fits several. */
export const findGenealogy = async (graph: Reader, { code, direction, depth, limit = greatestSize }: GenealogyRequest): Promise<FoundGenealogy | null> => {
  if (!Number.isInteger(depth) || depth < 0 || depth > greatestDepth) throw new BadInput(`depth must be between 0 and ${greatestDepth}; it is ${depth}.`)
  const up = direction !== GenealogyDirection.DOWNSTREAM
  const down = direction !== GenealogyDirection.UPSTREAM
  const [row] = await graph.read(genealogyAround, { ...scannedCode(code), up, down, depth, limit })
  return row ? toGenealogy(row) : null
}

const toGenealogy = ({ root, groups, edges, totalNodes }: GenealogyRow): FoundGenealogy => {
  const nodes = groups
    .flatMap(({ product, organization, nodes }) => nodes.map((node) => ({ ...node, product, organization })))
    .sort((a, b) => Math.abs(a.depth) - Math.abs(b.depth) || a.depth - b.depth)
  return { root, nodes, edges, totalNodes, truncated: nodes.length < totalNodes }
}
