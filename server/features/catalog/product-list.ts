import { visible } from '../../access/visible.ts'
import { type Connection, type Page, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import { productMap, type ProductRow } from './product.cypher.ts'

interface Filter {
  readonly words: string | null
  readonly kind: string | null
  /** Only this organization's. */
  readonly maker: string | null
}

type PageRow = { product: ProductRow }

const ofKind = part`($in.kind IS NULL OR product.kind = $in.kind)`

/** Three anchors for one list: words, one maker's products, and all devices; the last two read an index in order. */
const anchors = {
  found: part`CALL db.index.fulltext.queryNodes('product_text', $in.words) YIELD node AS product WHERE ${visible.product} AND ${ofKind}`,
  ofMaker: part`MATCH (product:Product) WHERE product.maker = $in.maker AND product.di > $in.after AND ${visible.product} AND ${ofKind}`,
  devices: part`MATCH (product:Product) WHERE product.kind = 'DEVICE' AND product.di > $in.after AND ${ofKind}`,
}

const pageOver = (anchor: keyof typeof anchors) => cypher<Filter & Page, PageRow>()`
${anchors[anchor]}
WITH product WHERE product.di > $in.after
WITH product ORDER BY product.di LIMIT toInteger($in.limit)
RETURN ${productMap} AS product ORDER BY product.di
`
const countOver = (anchor: keyof typeof anchors) => cypher<Filter & { after: '' }, { total: number }>()`${anchors[anchor]} RETURN count(*) AS total`

export const productPages = { found: pageOver('found'), ofMaker: pageOver('ofMaker'), devices: pageOver('devices') }
export const productCounts = { found: countOver('found'), ofMaker: countOver('ofMaker'), devices: countOver('devices') }

/** A page of products by primary identifier and, where it is asked for, how many there are: two statements at once. */
export const productList = async ({ graph }: Context, filter: Filter, page: Page, counted: boolean): Promise<Connection<ProductRow>> => {
  const anchor = filter.words ? 'found' : filter.maker ? 'ofMaker' : 'devices'
  const [rows, [count]] = await Promise.all([
    graph.read(productPages[anchor], { ...filter, ...page }),
    counted ? graph.read(productCounts[anchor], { ...filter, after: '' }) : [],
  ])
  return toConnection(rows, page, count?.total ?? 0, (row) => row.product.di, (row) => row.product)
}
