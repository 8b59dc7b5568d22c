import { cypher, part } from '../../kernel/cypher.ts'
import { siteMap } from '../partners/organization.cypher.ts'
import type { Site } from '../partners/site.type.ts'
import { itemTable, type ItemTable, lotColumns, serialColumns } from './item-table.cypher.ts'

/**
 * Stock in the order first expired first, of one organization or one of its sites. Serials and lots lie in two
 * relationship indexes of the same order, so each gives its first rows and stops: page 100 costs what page 1 costs.
 */
export interface InventoryFilter {
  /** Keys below this: `key` begins with the expiry day. */
  readonly before: string
  readonly site: string | null
  /** Text in lot or serial number or DI. */
  readonly text: string | null
  /** Words in a product's names. */
  readonly words: string | null
}

export type InventoryPage = InventoryFilter & { readonly after: string; readonly limit: number }

/** A part in a device is held, but lies nowhere by itself: it is no stock. */
const inStock = part`EXISTS { (serial)-[:STORED_AT]->(:Site) }`

/** One lot may lie at several sites, and there as several owners': the key alone, by which the index is ordered, would lose one of them where a page ends between them. */
const place = part`cell.key + '\u001F' + cell.site + '|' + coalesce(cell.owner, '')`
const cellsAfter = part`cell.key >= split($in.after, '\u001F')[0] AND cell.key < $in.before AND ${place} > $in.after`
const cellOrder = part`cell.key, cell.site, coalesce(cell.owner, '')`

const ofOrganization = {
  serials: part`MATCH (serial:Serial)-[held:HELD_BY]->(:Organization) WHERE held.organization = $viewer.organization AND held.key > $in.after AND held.key < $in.before AND ${inStock}`,
  order: part`held.organization, held.key`,
  lots: part`MATCH (batch:Batch)-[cell:STOCKED_AT]->(:Site) WHERE cell.organization = $viewer.organization AND ${cellsAfter}`,
  lotOrder: part`cell.organization, ${cellOrder}`,
}

const ofSite = {
  serials: part`MATCH (serial:Serial)-[held:STORED_AT]->(:Site {id: $in.site, organization: $viewer.organization}) WHERE held.site = $in.site AND held.key > $in.after AND held.key < $in.before`,
  order: part`held.site, held.key`,
  lots: part`MATCH (batch:Batch)-[cell:STOCKED_AT]->(:Site {id: $in.site, organization: $viewer.organization}) WHERE cell.site = $in.site AND ${cellsAfter}`,
  lotOrder: part`cell.site, ${cellOrder}`,
}

/** DIs of the products that are meant by the words; without words none. */
const wanted = part`
WITH COLLECT {
  UNWIND CASE WHEN $in.words IS NULL THEN [] ELSE [$in.words] END AS words
  CALL db.index.fulltext.queryNodes('product_text', words) YIELD node
  RETURN node.di LIMIT 200
} AS dis`

const all = { before: part``, scope: part`()`, serial: part``, lot: part`` }
const searched = {
  before: wanted,
  scope: part`(dis)`,
  serial: part`AND (held.key CONTAINS $in.text OR any(di IN dis WHERE held.key CONTAINS '|' + di + '|'))`,
  lot: part`AND (cell.key CONTAINS $in.text OR any(di IN dis WHERE cell.key CONTAINS '|' + di + '|'))`,
}

type Anchor = typeof ofOrganization
type Filter = typeof all

const pageOver = (anchor: Anchor, filter: Filter) => cypher<InventoryPage, ItemTable<string>>()`
${filter.before}
CALL ${filter.scope} {
  ${anchor.serials} ${filter.serial}
  RETURN held.key AS key, serial, null AS batch, null AS cell ORDER BY ${anchor.order} LIMIT toInteger($in.limit)
  UNION ALL
  ${anchor.lots} AND cell.quantity > 0 ${filter.lot}
  RETURN ${place} AS key, null AS serial, batch, cell ORDER BY ${anchor.lotOrder} LIMIT toInteger($in.limit)
}
WITH key, serial, batch, cell ORDER BY key LIMIT toInteger($in.limit)
CALL (serial, batch, cell) {
  WITH * WHERE serial IS NOT NULL
  MATCH (serial)-[:OF]->(product:Product)
  MATCH (serial)-[holding:HELD_BY]->(holder:Organization)
  OPTIONAL MATCH (serial)-[:FROM]->(lot:Batch)
  OPTIONAL MATCH (serial)-[:STORED_AT]->(site:Site)
  RETURN ${serialColumns(part`lot`, part`holding.since`)} AS columns, product, site, holder
  UNION ALL
  WITH * WHERE batch IS NOT NULL
  MATCH (batch)-[:OF]->(product:Product)
  MATCH (site:Site {id: cell.site})<-[:OPERATES]-(holder:Organization)
  RETURN ${lotColumns(part`'IN_STOCK'`)} AS columns, product, site, holder
}
WITH key AS place, columns, product, site, holder ORDER BY place
${itemTable(part`holder {.id, .name, .nameZh, .kinds, .country}`)}
`

const countOver = (anchor: Anchor, filter: Filter) => cypher<InventoryFilter & { after: '' }, { total: number }>()`
${filter.before}
CALL ${filter.scope} { ${anchor.serials} ${filter.serial} RETURN count(*) AS serials }
CALL ${filter.scope} { ${anchor.lots} AND cell.quantity > 0 ${filter.lot} RETURN count(*) AS lots }
RETURN serials + lots AS total
`

export const inventoryPages = {
  organization: { all: pageOver(ofOrganization, all), searched: pageOver(ofOrganization, searched) },
  site: { all: pageOver(ofSite, all), searched: pageOver(ofSite, searched) },
}

export const inventoryCounts = {
  organization: { all: countOver(ofOrganization, all), searched: countOver(ofOrganization, searched) },
  site: { all: countOver(ofSite, all), searched: countOver(ofSite, searched) },
}

/** Without a filter the count of serials is the degree of the organization's sites: a few hits, however many it holds. */
export const inventoryTotal = cypher<object, { total: number }>()`
MATCH (organization:Organization {id: $viewer.organization})
CALL () {
  MATCH (:Batch)-[cell:STOCKED_AT]->(:Site)
  WHERE cell.organization = $viewer.organization AND cell.key > '' AND cell.quantity > 0
  RETURN count(*) AS lots
}
RETURN lots + reduce(total = 0, serials IN COLLECT { MATCH (organization)-[:OPERATES]->(site:Site) RETURN COUNT { (site)<-[:STORED_AT]-() } } | total + serials) AS total
`

export const inventorySites = cypher<{ before: string }, { site: Site; serialCount: number; lotCount: number; expiringCount: number }>()`
MATCH (:Organization {id: $viewer.organization})-[:OPERATES]->(site:Site)
RETURN ${siteMap} AS site,
  COUNT { (site)<-[:STORED_AT]-() } AS serialCount,
  COUNT { MATCH (:Batch)-[cell:STOCKED_AT]->(:Site) WHERE cell.site = site.id AND cell.key > '' AND cell.quantity > 0 } AS lotCount,
  COUNT { MATCH (:Serial)-[held:STORED_AT]->(:Site) WHERE held.site = site.id AND held.key > '' AND held.key < $in.before } +
  COUNT { MATCH (:Batch)-[cell:STOCKED_AT]->(:Site) WHERE cell.site = site.id AND cell.key > '' AND cell.key < $in.before AND cell.quantity > 0 } AS expiringCount
ORDER BY coalesce(site.main, false) DESC, site.code
`
