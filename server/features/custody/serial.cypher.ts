import { maskedParty } from '../../access/masked.ts'
import { unnamed } from '../../access/unnamed.ts'
import { lastPossession, ownedByViewer, seesNow, visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import { productMap, type ProductRow } from '../catalog/product.cypher.ts'
import { siteMap } from '../partners/organization.cypher.ts'
import { batchMap, type BatchRow } from './batch.cypher.ts'
import type { ScannedCode } from './scanned-code.ts'
import type { Serial } from './serial.type.ts'

export type SerialRow = Omit<Serial, 'product' | 'batch'> & { product: ProductRow; batch: BatchRow | null }

/** What is known only to the statements that ask for the serial itself. */
export type Whereabouts = Pick<SerialRow, 'batch' | 'holder' | 'heldSince' | 'site' | 'owner' | 'transit' | 'usage'>

/** A serial as it comes along with something else: a scan, a device that it is a part of. */
export type SerialShown = Omit<SerialRow, keyof Whereabouts> & Partial<Whereabouts>

/** Anchors: by label, by a bare number, by id. An empty input is a null, which no index holds. */
const byCode = part`
CALL () {
  MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(of:Product)
  MATCH (serial:Serial {key: of.id + '|' + $in.serial})
  RETURN serial
  UNION
  MATCH (serial:Serial {serialNumber: $in.plain})
  RETURN serial
  UNION
  MATCH (serial:Serial {id: $in.id})
  RETURN serial
}`

/** Who deals with the device by its own hand knows the other end: its supplier, its customer, its consignor; who owns it, also who has or used it. The maker (`all`) deals with a sender only where it is the recipient. */
const direct = part`[party IN [holder, owner, sender, recipient, user] WHERE party IS NOT NULL
  AND ($viewer.organization IN [party.id, holder.id] OR party = sender AND (NOT all OR recipient.id = $viewer.organization) OR owner.id = $viewer.organization AND party IN [holder, user]) | party.id]`

/** From `serial` and `product` on: what the viewer may know of where it is, in one row. */
export const whereabouts = part`
OPTIONAL MATCH (serial)-[:FROM]->(batch:Batch)
OPTIONAL MATCH (serial)-[held:HELD_BY]->(holder:Organization)
OPTIONAL MATCH (serial)-[:OWNED_BY]->(owner:Organization)
OPTIONAL MATCH (serial)-[transit:IN_TRANSIT]->(recipient:Organization)
OPTIONAL MATCH (sender:Organization {id: transit.from})
OPTIONAL MATCH (serial)-[:STORED_AT]->(site:Site)
OPTIONAL MATCH (serial)-[used:USED_AT]->(usageSite:Site)<-[:OPERATES]-(user:Organization)
WITH *, (${ownedByViewer}) AS all, ${seesNow} AS now
WITH *, CASE WHEN now THEN null ELSE ${lastPossession} END AS past, ${direct} AS known`

export const serialMap = part`serial {.id, .udi, .serialNumber, .manufacturedOn, .expiresOn,
  status: CASE WHEN now THEN serial.status ELSE past.status END,
  holds: coalesce(CASE WHEN now THEN serial.holds ELSE past.holds END, []),
  heldSince: CASE WHEN now THEN held.since END,
  holder: CASE WHEN now THEN ${maskedParty(part`holder`, part`known`, part`all`)} END,
  owner: CASE WHEN now THEN ${maskedParty(part`owner`, part`known`, part`all`)} END,
  site: CASE WHEN now AND (all AND NOT ${unnamed(part`holder`)} OR site.organization = $viewer.organization) THEN ${siteMap} END,
  transit: CASE WHEN now AND transit IS NOT NULL THEN {since: transit.since, from: ${maskedParty(part`sender`, part`known`, part`all`)}, to: ${maskedParty(part`recipient`, part`known`, part`all`)}} END,
  usage: CASE WHEN now AND used IS NOT NULL THEN {on: used.on, kind: used.kind,
    site: CASE WHEN all AND NOT ${unnamed(part`user`)} OR usageSite.organization = $viewer.organization THEN usageSite {.id, .code, .name, .nameZh, .kind, .country, .gln} END,
    organization: ${maskedParty(part`user`, part`known`, part`all`)}} END,
  product: ${productMap}, batch: CASE WHEN batch IS NULL THEN null ELSE ${batchMap} END}`

export const serialByCode = cypher<ScannedCode, { serial: SerialRow }>()`
${byCode}
MATCH (serial)-[:OF]->(product:Product)
WHERE ${visible.serial}
WITH serial, product LIMIT 2
${whereabouts}
RETURN ${serialMap} AS serial
`

export const serialsById = cypher<{ ids: readonly string[] }, { serial: SerialRow }>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})-[:OF]->(product:Product)
WHERE ${visible.serial}
${whereabouts}
RETURN ${serialMap} AS serial
`

/** A batch's serials, a page in serial number order: the maker reads its index, a partner its own stock. */
export const serialsOfBatch = cypher<{ batch: string; after: string; limit: number }, { serial: SerialRow; place: string }>()`
MATCH (batch:Batch {id: $in.batch})-[:OF]->(product:Product)
WHERE ${visible.batch}
CALL (batch, product) {
  WITH batch, product WHERE ${ownedByViewer}
  MATCH (serial:Serial)
  WHERE serial.batch = batch.id AND serial.serialNumber > $in.after
  RETURN serial ORDER BY serial.batch, serial.serialNumber LIMIT toInteger($in.limit)
  UNION
  WITH batch, product WHERE NOT (${ownedByViewer})
  MATCH (serial:Serial)-[held:HELD_BY]->(:Organization)
  WHERE held.organization = $viewer.organization AND held.key STARTS WITH coalesce(batch.expiresOn, '9999-12-31') + '|' + product.di + '|' + batch.lotNumber + '|'
    AND serial.serialNumber > $in.after
  RETURN serial ORDER BY held.organization, held.key LIMIT toInteger($in.limit)
}
WITH serial, product
${whereabouts}
RETURN ${serialMap} AS serial, serial.serialNumber AS place ORDER BY place
`

export const serialCountOfBatch = cypher<{ batch: string }, { total: number }>()`
MATCH (batch:Batch {id: $in.batch})-[:OF]->(product:Product)
WHERE ${visible.batch}
RETURN CASE WHEN ${ownedByViewer} THEN coalesce(batch.serialCount, 0) ELSE
  reduce(total = 0, cell IN COLLECT { MATCH (batch)-[cell:STOCKED_AT]->(:Site {organization: $viewer.organization}) RETURN cell.serials } | total + cell) END AS total
`
