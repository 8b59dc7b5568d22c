import { visible, seesNow } from '../../access/visible.ts'
import { cypher } from '../../kernel/cypher.ts'
import { productMap } from '../catalog/product.cypher.ts'
import type { Part } from './serial.type.ts'

/** As maintained: the parts in a device and those that were, for whoever may see the device as it is now. */
export const partsOfSerials = cypher<{ ids: readonly string[] }, { subject: string; parts: Part[] }>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})-[:OF]->(product:Product)
WHERE ${visible.serial} AND ${seesNow}
WITH id, serial
RETURN id AS subject, COLLECT {
  MATCH (serial)-[contains:CONTAINS]->(part:Serial|Batch)-[:OF]->(product:Product)
  RETURN {position: contains.position, installedAt: contains.installedAt, removedAt: contains.removedAt,
    serial: CASE WHEN part:Serial THEN part {.id, .udi, .serialNumber, .status, .manufacturedOn, .expiresOn, holds: coalesce(part.holds, []), product: ${productMap}} END,
    batch: CASE WHEN part:Batch THEN part {.id, .udi, .lotNumber, .kind, .manufacturedOn, .expiresOn, holds: coalesce(part.holds, []), product: ${productMap}} END}
  ORDER BY contains.removedAt IS NOT NULL, contains.position, contains.installedAt
} AS parts
`

/** The carton or pallet that a serial is in now. */
export const unitOfSerials = cypher<{ ids: readonly string[] }, { subject: string; unit: { id: string; sscc: string; kind: string } }>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})-[:OF]->(product:Product)
WHERE ${visible.serial} AND ${seesNow}
MATCH (serial)<-[packs:PACKS]-(unit:LogisticUnit)
WHERE packs.until IS NULL
RETURN id AS subject, unit {.id, .sscc, .kind} AS unit
`
