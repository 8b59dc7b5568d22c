import type { SearchResult } from './search.query.ts'

/** One line of results. */
export interface Hit { id: string, to: string, name: string, isCode: boolean, notes: string[] }

export interface HitGroup { name: 'products' | 'batches' | 'serials' | 'organizations', total: number, hits: Hit[] }

interface HitWords {
  name: (it: { name: string, nameZh: string | null }) => string
  kind: (code: string) => string
  model: (model: string) => string
  expires: (date: string) => string
  status: (code: string) => string
  organization: (it: { kinds: readonly string[], country: string | null }) => string
}

/** The answer as four lists of links, in the order people look in. */
export function hitGroups(found: SearchResult, words: HitWords): HitGroup[] {
  return [products(found, words), batches(found, words), serials(found, words), organizations(found, words)]
}

function products({ products: { totalCount, edges } }: SearchResult, words: HitWords): HitGroup {
  const hits = edges.map(({ node }) => ({ id: node.id, to: `/products/${node.id}`, name: words.name(node), isCode: false, notes: present(words.kind(node.kind), node.model && words.model(node.model), node.di) }))
  return { name: 'products', total: totalCount, hits }
}

function batches({ batches: { totalCount, edges } }: SearchResult, words: HitWords): HitGroup {
  const hits = edges.map(({ node }) => ({ id: node.id, to: `/batches/${node.id}`, name: node.lotNumber, isCode: true, notes: present(words.name(node.product), words.kind(node.kind), node.expiresOn && words.expires(node.expiresOn)) }))
  return { name: 'batches', total: totalCount, hits }
}

function serials({ serials: { totalCount, edges } }: SearchResult, words: HitWords): HitGroup {
  const hits = edges.map(({ node }) => ({ id: node.id, to: `/serials/${node.id}`, name: node.serialNumber, isCode: true, notes: present(words.name(node.product), node.batch && `LOT ${node.batch.lotNumber}`, words.status(node.status)) }))
  return { name: 'serials', total: totalCount, hits }
}

function organizations({ organizations: { totalCount, edges } }: SearchResult, words: HitWords): HitGroup {
  const hits = edges.map(({ node }) => ({ id: node.id, to: `/organizations/${node.id}`, name: words.name(node), isCode: false, notes: [words.organization(node)] }))
  return { name: 'organizations', total: totalCount, hits }
}

function present(...parts: (string | null)[]): string[] {
  return parts.filter((part): part is string => Boolean(part))
}
