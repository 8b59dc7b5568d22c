import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { productMap, type ProductRow } from '../catalog/product.cypher.ts'
import type { Item } from '../custody/item.type.ts'
import { siteMap } from '../partners/organization.cypher.ts'
import type { Party } from '../partners/party.type.ts'
import type { ScopeCodes } from './scope-codes.rules.ts'
import { scope } from './scope.cypher.ts'

/** How many are in one state with one organization in one country. */
export interface ScopeCount {
  readonly state: 'HELD' | 'TRANSIT' | 'USED'
  /** Who has it; the sender of what is under way. */
  readonly organization: Party
  /** The recipient of what is under way. */
  readonly recipient: Party | null
  readonly country: string | null
  readonly unit: string
  readonly serials: number
  readonly quantity: number
}

export interface ScopeNumbers {
  /** Things that each code found: its index and how many. */
  readonly found: readonly { readonly index: number; readonly things: number }[]
  readonly batchCount: number
  readonly serialCount: number
  /** Cells of lot-held units. */
  readonly lotCount: number
  readonly counts: readonly ScopeCount[]
}

const lotUnits: Part = part`CASE WHEN cell.quantity > 0 THEN cell.quantity ELSE 0.0 END`
const one: Part = part`'EA' AS unit, sign AS serials, 0.0 AS quantity`

/** From the batches' kept counts. Parts inside devices lie at no site, so they are found through their devices. */
const countsOfWholes: Part = part`
  UNWIND wholes AS batch
  MATCH (batch)-[cell:STOCKED_AT]->(site:Site)
  RETURN 'HELD' AS state, cell.organization AS organization, null AS recipient, site.country AS country, coalesce(cell.unit, 'EA') AS unit, cell.serials AS serials, ${lotUnits} AS quantity
  UNION ALL
  UNWIND wholes AS batch
  MATCH (batch)-[cell:USED_AT]->(site:Site)
  RETURN 'USED' AS state, cell.organization AS organization, null AS recipient, site.country AS country, coalesce(cell.unit, 'EA') AS unit, cell.serials AS serials, ${lotUnits} AS quantity
  UNION ALL
  UNWIND wholes AS batch
  MATCH (batch)-[cell:IN_TRANSIT]->(recipient:Organization)
  RETURN 'TRANSIT' AS state, cell.from AS organization, recipient.id AS recipient, recipient.country AS country, coalesce(cell.unit, 'EA') AS unit, cell.serials AS serials, ${lotUnits} AS quantity
  UNION ALL
  UNWIND wholes AS batch
  MATCH (:Serial)-[contains:CONTAINS]->(serial:Serial)
  WHERE contains.batch = batch.id AND contains.removedAt IS NULL
  WITH DISTINCT serial WHERE NOT EXISTS { (serial)-[:STORED_AT]->() }
  MATCH (serial)-[:HELD_BY]->(holder:Organization)
  WITH holder, 1 AS sign
  RETURN 'HELD' AS state, holder.id AS organization, null AS recipient, holder.country AS country, ${one}`

const countsOfSingles: Part = part`
  UNWIND singles AS single
  WITH single.serial AS serial, single.sign AS sign
  MATCH (serial)-[:HELD_BY]->(holder:Organization)
  OPTIONAL MATCH (serial)-[:STORED_AT]->(site:Site)
  RETURN 'HELD' AS state, holder.id AS organization, null AS recipient, coalesce(site.country, holder.country) AS country, ${one}
  UNION ALL
  UNWIND singles AS single
  WITH single.serial AS serial, single.sign AS sign
  MATCH (serial)-[:USED_AT]->(site:Site)
  RETURN 'USED' AS state, site.organization AS organization, null AS recipient, site.country AS country, ${one}
  UNION ALL
  UNWIND singles AS single
  WITH single.serial AS serial, single.sign AS sign
  MATCH (serial)-[transit:IN_TRANSIT]->(recipient:Organization)
  RETURN 'TRANSIT' AS state, transit.from AS organization, recipient.id AS recipient, recipient.country AS country, ${one}`

const party = (organization: Part): Part => part`${organization} {.id, .name, .nameZh, .kinds, .country}`

const counts: Part = part`
CALL (wholes, plus, minus) {
  WITH wholes, [serial IN plus | {serial: serial, sign: 1}] + [serial IN minus | {serial: serial, sign: -1}] AS singles
  CALL (wholes, singles) {
  ${countsOfWholes}
  UNION ALL
  ${countsOfSingles}
  }
  WITH state, organization, recipient, country, unit, sum(serials) AS serials, sum(quantity) AS quantity
  WHERE serials <> 0 OR quantity <> 0
  MATCH (holder:Organization {id: organization})
  OPTIONAL MATCH (to:Organization {id: recipient})
  RETURN collect({state: state, organization: ${party(part`holder`)}, recipient: ${party(part`to`)}, country: country, unit: unit, serials: serials, quantity: quantity}) AS counts
}`

/** What the codes found, and how much it is: all from kept counts, however many serials. Internal roles only. */
export const scopeNumbers = cypher<ScopeCodes, ScopeNumbers>()`
WITH 1 AS asked WHERE $viewer.internal
${scope}
${counts}
RETURN counts,
  COLLECT { UNWIND found AS entry WITH entry.index AS index, count(DISTINCT entry.thing) AS things RETURN {index: index, things: things} } AS found,
  COUNT { UNWIND [batch IN wholes | batch.id] + [serial IN plus | serial.batch] AS id WITH id WHERE id IS NOT NULL RETURN DISTINCT id } AS batchCount,
  reduce(sum = size(plus) - size(minus), batch IN wholes | sum + coalesce(batch.serialCount, 0)) AS serialCount,
  COUNT { UNWIND wholes AS batch MATCH (batch)-[cell:STOCKED_AT|USED_AT]->(:Site) WHERE cell.quantity > 0 } AS lotCount
`

/** Where a page begins: after this place in the order (batch, units before serials, site or number, id). */
export interface ItemPlace {
  readonly batch: string
  readonly rank: number
  readonly text: string
  readonly id: string
}

export type ScopeItem = Omit<Item, 'product' | 'disposition'> & { product: ProductRow }

/** After the page's beginning. */
const beyond: Part = part`(place > $in.after.batch OR place = $in.after.batch AND (rank > $in.after.rank OR rank = $in.after.rank AND (text > $in.after.text OR text = $in.after.text AND id > $in.after.id)))`

/** Batch by batch in the order of their ids: units at sites, then serials from the index, which stops when the page is full. */
const itemsOfWholes: Part = part`
  UNWIND wholes AS batch
  WITH batch, batch.id AS place, taken WHERE place >= $in.after.batch
  WITH batch, place, taken ORDER BY place
  CALL (batch, place, taken) {
    MATCH (batch)-[cell:STOCKED_AT|USED_AT]->(site:Site)
    WHERE cell.quantity > 0
    WITH cell, place, site, CASE type(cell) WHEN 'STOCKED_AT' THEN 0 ELSE 1 END AS rank, site.id + '|' + coalesce(cell.unit, 'EA') AS text, '' AS id
    WHERE ${beyond}
    RETURN rank, text, id, cell, site, null AS serial
    UNION ALL
    MATCH (serial:Serial)
    WHERE serial.batch = batch.id AND serial.serialNumber > CASE WHEN place = $in.after.batch AND $in.after.rank = 2 THEN $in.after.text ELSE '' END AND NOT serial.id IN taken
    RETURN 2 AS rank, serial.serialNumber AS text, serial.id AS id, null AS cell, null AS site, serial ORDER BY serial.batch, serial.serialNumber LIMIT toInteger($in.limit)
  }
  WITH batch, place, rank, text, id, cell, site, serial ORDER BY place, rank, text, id LIMIT toInteger($in.limit)
  RETURN batch, place, rank, text, id, cell, site, serial`

const itemsOfPlus: Part = part`
  UNWIND plus AS serial
  OPTIONAL MATCH (serial)-[:FROM]->(batch:Batch)
  WITH serial, batch, coalesce(serial.batch, '') AS place, 2 AS rank, serial.serialNumber AS text, serial.id AS id
  WHERE ${beyond}
  RETURN batch, place, rank, text, id, null AS cell, null AS site, serial`

const serialItem: Part = part`serial {.id, .udi, .serialNumber, .status, .expiresOn, lotNumber: batch.lotNumber, quantity: {value: 1.0, unit: 'EA'}, holds: coalesce(serial.holds, []),
  heldSince: held.since, site: CASE WHEN site IS NOT NULL THEN ${siteMap} END, product: ${productMap}, holder: ${party(part`holder`)}}`

const lotItem: Part = part`batch {.id, .udi, .lotNumber, .expiresOn, serialNumber: null, quantity: {value: cell.quantity, unit: coalesce(cell.unit, 'EA')}, holds: coalesce(batch.holds, []),
  status: CASE rank WHEN 0 THEN 'IN_STOCK' ELSE 'CONSUMED' END, heldSince: cell.since, site: ${siteMap}, product: ${productMap}, holder: ${party(part`holder`)}}`

/** A page of what is in the scope. Internal roles only. */
export const scopeItems = cypher<ScopeCodes & { after: ItemPlace; limit: number }, { at: ItemPlace; item: ScopeItem }>()`
WITH 1 AS asked WHERE $viewer.internal
${scope}
WITH wholes, plus, [serial IN minus | serial.id] AS taken
CALL (wholes, plus, taken) {
  ${itemsOfWholes}
  UNION ALL
  ${itemsOfPlus}
}
WITH batch, place, rank, text, id, cell, site AS lotSite, serial ORDER BY place, rank, text, id LIMIT toInteger($in.limit)
CALL (batch, serial, cell, lotSite, rank) {
  WITH batch, serial WHERE serial IS NOT NULL
  MATCH (serial)-[:OF]->(product:Product)
  OPTIONAL MATCH (serial)-[held:HELD_BY]->(holder:Organization)
  OPTIONAL MATCH (serial)-[:STORED_AT|USED_AT]->(site:Site)
  RETURN ${serialItem} AS item
  UNION ALL
  WITH batch, serial, cell, rank, lotSite AS site WHERE serial IS NULL
  MATCH (batch)-[:OF]->(product:Product)
  OPTIONAL MATCH (holder:Organization {id: cell.organization})
  RETURN ${lotItem} AS item
}
RETURN {batch: place, rank: rank, text: text, id: id} AS at, item ORDER BY place, rank, text, id
`
