import { partyWhere } from '../../access/masked.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { itemTable, type ItemTable, lotColumns, serialColumns } from '../custody/item-table.cypher.ts'
import type { ScopeCodes } from './scope-codes.rules.ts'
import { nameless, scope } from './scope.cypher.ts'

/** Where a page begins: after this place in the order (batch, units before serials, number, id). A cursor is read by its viewer: no place may be told by it. */
export interface ItemPlace {
  readonly batch: string
  readonly rank: number
  readonly text: string
  readonly id: string
}

/** After the page's beginning. */
export const beyond: Part = part`(place > $in.after.batch OR place = $in.after.batch AND (rank > $in.after.rank OR rank = $in.after.rank AND (text > $in.after.text OR text = $in.after.text AND id > $in.after.id)))`

/** Over `batch` at its `place`, but for the serials `taken` out of it: units at sites, then serials from the index, which stops when the page is full. */
export const itemsOfBatch: Part = part`
    MATCH (batch)-[cell:STOCKED_AT|USED_AT]->(site:Site)
    WHERE cell.quantity > 0
    WITH cell, place, site, CASE type(cell) WHEN 'STOCKED_AT' THEN 0 ELSE 1 END AS rank, elementId(cell) AS text, '' AS id
    WHERE ${beyond}
    RETURN rank, text, id, cell, site, null AS serial
    UNION ALL
    MATCH (serial:Serial)
    WHERE serial.batch = batch.id AND serial.serialNumber > CASE WHEN place = $in.after.batch AND $in.after.rank = 2 THEN $in.after.text ELSE '' END AND NOT serial.id IN taken
    RETURN 2 AS rank, serial.serialNumber AS text, serial.id AS id, null AS cell, null AS site, serial ORDER BY serial.batch, serial.serialNumber LIMIT toInteger($in.limit)`

/** Batch by batch in the order of their ids. */
const itemsOfWholes: Part = part`
  UNWIND wholes AS batch
  WITH batch, batch.id AS place, taken WHERE place >= $in.after.batch
  WITH batch, place, taken ORDER BY place
  CALL (batch, place, taken) {
    ${itemsOfBatch}
  }
  WITH batch, place, rank, text, id, cell, site, serial ORDER BY place, rank, text, id LIMIT toInteger($in.limit)
  RETURN batch, place, rank, text, id, cell, site, serial`

const itemsOfPlus: Part = part`
  UNWIND plus AS serial
  OPTIONAL MATCH (serial)-[:FROM]->(batch:Batch)
  WITH serial, batch, coalesce(serial.batch, '') AS place, 2 AS rank, serial.serialNumber AS text, serial.id AS id
  WHERE ${beyond}
  RETURN batch, place, rank, text, id, null AS cell, null AS site, serial`

const siteShown: Part = part`NOT EXISTS { (site)<-[:OPERATES]-(operator:Organization) WHERE ${nameless(part`operator`)} }`

/** From rows of a page (`batch`, `place`, `rank`, `text`, `id`, `cell`, `lotSite`, `serial`), in order, to one row. */
export const itemPage: Part = part`
CALL (batch, serial, cell, lotSite, rank) {
  WITH batch, serial WHERE serial IS NOT NULL
  MATCH (serial)-[:OF]->(product:Product)
  OPTIONAL MATCH (serial)-[held:HELD_BY]->(holder:Organization)
  OPTIONAL MATCH (serial)-[:STORED_AT|USED_AT]->(site:Site)
  RETURN ${serialColumns(part`batch`, part`held.since`)} AS columns, product, site, holder
  UNION ALL
  WITH batch, serial, cell, rank, lotSite AS site WHERE serial IS NULL
  MATCH (batch)-[:OF]->(product:Product)
  OPTIONAL MATCH (holder:Organization {id: cell.organization})
  RETURN ${lotColumns(part`CASE rank WHEN 0 THEN 'IN_STOCK' ELSE 'CONSUMED' END`)} AS columns, product, site, holder
}
WITH {batch: place, rank: rank, text: text, id: id} AS place, rank, text, id, columns, product, site, holder ORDER BY place.batch, rank, text, id
${itemTable(partyWhere(part`holder`, part`NOT ${nameless(part`holder`)}`), siteShown)}`

/** A page of what is in the scope. Internal roles only. */
export const scopeItems = cypher<ScopeCodes & { after: ItemPlace; limit: number }, ItemTable<ItemPlace>>()`
WITH 1 AS asked WHERE $viewer.internal
${scope}
WITH wholes, plus, [serial IN minus | serial.id] AS taken
CALL (wholes, plus, taken) {
  ${itemsOfWholes}
  UNION ALL
  ${itemsOfPlus}
}
WITH batch, place, rank, text, id, cell, site AS lotSite, serial ORDER BY place, rank, text, id LIMIT toInteger($in.limit)
${itemPage}
`
