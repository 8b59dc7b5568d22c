import { part, type Part } from '../../kernel/cypher.ts'
import { productMap, type ProductRow } from '../catalog/product.cypher.ts'
import { siteMap } from '../partners/organization.cypher.ts'
import type { Party } from '../partners/party.type.ts'
import type { Site } from '../partners/site.type.ts'
import type { Item } from './item.type.ts'

export type ItemRow = Omit<Item, 'product' | 'disposition'> & { product: ProductRow }

type ItemColumns = readonly [
  id: string, udi: string, serialNumber: string | null, lotNumber: string | null, value: number, unit: string,
  status: Item['status'], holds: Item['holds'], heldSince: string | null, expiresOn: string | null, blocked: number | null,
]

type Shared<Value> = readonly (readonly [id: string, value: Value])[]

/** A list of items in one row. What items share (their products, sites and holders) is in it once: in every item it was most of what was read, sent and unpacked. */
export interface ItemTable<Place> {
  readonly rows: readonly (readonly [place: Place, columns: ItemColumns, product: string, site: string | null, holder: string | null])[]
  readonly products: Shared<ProductRow>
  readonly sites: Shared<Site>
  readonly holders: Shared<Party>
}

export const serialColumns = (lot: Part, since: Part): Part =>
  part`[serial.id, serial.udi, serial.serialNumber, ${lot}.lotNumber, 1.0, 'EA', serial.status, coalesce(serial.holds, []), ${since}, serial.expiresOn, null]`

/** Units of `batch` that lie in `cell`. */
export const lotColumns = (status: Part): Part =>
  part`[batch.id, batch.udi, null, batch.lotNumber, cell.quantity, coalesce(cell.unit, 'EA'), ${status}, coalesce(batch.holds, []), cell.since, batch.expiresOn, cell.blocked]`

/** From rows of `place`, `columns`, `product`, `site` and `holder`, in order, to one row. Places that may not be told are left out (`siteShown`). */
export const itemTable = (holderMap: Part, siteShown = part`true`): Part => part`
WITH collect([place, columns, product.id, site.id, holder.id]) AS rows, collect(DISTINCT product) AS products, collect(DISTINCT site) AS sites, collect(DISTINCT holder) AS holders
RETURN rows, [product IN products | [product.id, ${productMap}]] AS products, [site IN sites WHERE ${siteShown} | [site.id, ${siteMap}]] AS sites, [holder IN holders | [holder.id, ${holderMap}]] AS holders`

export interface PlacedItem<Place> {
  readonly place: Place
  readonly item: ItemRow
}

/** The items of a table, each with its place in the list. */
export const itemsOf = <Place>({ rows, products, sites, holders }: ItemTable<Place>): PlacedItem<Place>[] => {
  const [productOf, siteOf, holderOf] = [new Map(products), new Map(sites), new Map(holders)]
  return rows.flatMap(([place, columns, productId, site, holder]) => {
    const [id, udi, serialNumber, lotNumber, value, unit, status, holds, heldSince, expiresOn, blocked] = columns
    const product = productOf.get(productId)
    if (!product) return []
    const item = { id, udi, serialNumber, lotNumber, quantity: { value, unit }, blocked: blocked === null ? null : { value: blocked, unit }, status, holds, heldSince, expiresOn, product }
    return [{ place, item: { ...item, site: siteOf.get(site ?? '') ?? null, holder: holderOf.get(holder ?? '') ?? null } }]
  })
}
