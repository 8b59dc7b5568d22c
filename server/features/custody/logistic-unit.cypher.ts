import { lastPossession, seesNow, visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import { productMap } from '../catalog/product.cypher.ts'
import type { ItemRow } from './item-table.cypher.ts'
import type { LogisticUnit } from './logistic-unit.type.ts'

/** An SSCC may be used again after a year: the newest packing is meant. */
export const logisticUnitByCode = cypher<{ id: string | null; sscc: string | null }, { unit: LogisticUnit }>()`
CALL () {
  MATCH (logisticUnit:LogisticUnit {sscc: $in.sscc})
  RETURN logisticUnit
  UNION
  MATCH (logisticUnit:LogisticUnit {id: $in.id})
  RETURN logisticUnit
}
WITH logisticUnit WHERE ${visible.logisticUnit}
WITH logisticUnit ORDER BY logisticUnit.key DESC LIMIT 1
RETURN logisticUnit {.id, .sscc, .kind} AS unit
`

export const logisticUnitsById = cypher<{ ids: readonly string[] }, { unit: LogisticUnit }>()`
UNWIND $in.ids AS id
MATCH (logisticUnit:LogisticUnit {id: id})
WHERE ${visible.logisticUnit}
RETURN logisticUnit {.id, .sscc, .kind} AS unit
`

/** What is in it now and, unless only that is asked for, what was in it last where it was unpacked; each only for who may see the thing itself. */
const packed = part`
MATCH (logisticUnit:LogisticUnit {id: $in.unit})
WHERE ${visible.logisticUnit}
MATCH (logisticUnit)-[pack:PACKS]->(thing:Serial|Batch)-[:OF]->(product:Product)
WHERE (pack.until IS NULL OR NOT $in.now AND NOT EXISTS { (logisticUnit)-[now:PACKS]->(:Serial|Batch) WHERE now.until IS NULL }) AND coalesce(pack.until > pack.since, true)
WITH product, thing, {quantity: CASE WHEN count(pack.until) = 0 THEN sum(coalesce(pack.quantity, 1.0)) ELSE max(coalesce(pack.quantity, 1.0)) END, unit: coalesce(max(pack.unit), 'EA'), since: min(pack.since)} AS packs
WITH packs, product, thing, CASE WHEN thing:Serial THEN thing END AS serial, CASE WHEN thing:Batch THEN thing END AS batch
WHERE (serial IS NOT NULL AND ${visible.serial}) OR (batch IS NOT NULL AND ${visible.batch})
WITH packs, product, thing, serial, thing.udi + '|' + thing.id AS place`

export const contentsOfUnit = cypher<{ unit: string; now: boolean; after: string; limit: number }, { place: string; item: ItemRow }>()`
${packed}
WHERE place > $in.after
WITH packs, product, thing, serial, place ORDER BY place LIMIT toInteger($in.limit)
WITH *, ${lastPossession} AS past
WITH *, CASE WHEN serial IS NULL OR ${seesNow} THEN {status: coalesce(serial.status, 'IN_STOCK'), holds: thing.holds} ELSE past {.status, .holds} END AS state
OPTIONAL MATCH (thing)-[:FROM]->(lot:Batch)
RETURN place, {id: thing.id, udi: thing.udi, serialNumber: thing.serialNumber, lotNumber: coalesce(lot.lotNumber, thing.lotNumber), expiresOn: thing.expiresOn,
  quantity: {value: packs.quantity, unit: packs.unit}, status: state.status,
  holds: coalesce(state.holds, []), heldSince: packs.since, site: null, holder: null, product: ${productMap}} AS item
ORDER BY place
`

export const contentCountOfUnit = cypher<{ unit: string; now: boolean }, { total: number }>()`${packed} RETURN count(*) AS total`

/** Cartons on a pallet: those that are packed in it now, and that the viewer deals with. */
export const unitsInUnits = cypher<{ units: readonly string[] }, { unit: string; inside: LogisticUnit[] }>()`
UNWIND $in.units AS id
MATCH (outer:LogisticUnit {id: id})
RETURN id AS unit, COLLECT {
  MATCH (outer)-[pack:PACKS]->(logisticUnit:LogisticUnit)
  WHERE pack.until IS NULL AND ${visible.logisticUnit}
  RETURN logisticUnit {.id, .sscc, .kind} ORDER BY logisticUnit.sscc
} AS inside
`
