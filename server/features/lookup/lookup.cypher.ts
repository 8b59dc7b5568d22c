import { heldPendingRecall } from '../../access/blocked.ts'
import { namedParty } from '../../access/masked.ts'
import { lastPossession, ownedByViewer, seesNow, visible } from '../../access/visible.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { batchFacts, type BatchRow } from '../custody/batch.cypher.ts'
import type { Stock } from '../custody/batch.type.ts'
import type { Item } from '../custody/item.type.ts'
import type { ScannedCode } from '../custody/scanned-code.ts'
import { productMap, productWithin } from '../catalog/product.cypher.ts'
import type { DeviceIdentifier, Product } from '../catalog/product.type.ts'
import { siteMap } from '../partners/organization.cypher.ts'
import { recallMap, recallShown } from '../recalls/recall.cypher.ts'
import type { Recall } from '../recalls/recall.type.ts'
import type { SerialShown } from '../custody/serial.cypher.ts'

/** What is known of a scanned thing, whoever asks: the verdict is for everybody, the thing itself only for who may see it. */
export interface LookupRow {
  readonly product: Product | null
  readonly packageLevel: DeviceIdentifier | null
  readonly serialFacts: { status: string; holds: string[]; expiresOn: string | null; serviceDueOn: string | null; calibrationDueOn: string | null; lotNumber: string | null; heldPendingRecall?: boolean; seenTwice?: boolean; seenNow: boolean; inTransitToViewer: boolean } | null
  /** `units`: of the viewer, site by site, and how many of them are held. */
  readonly batchFacts: { lotNumber: string; heldPendingRecall?: boolean; expiresOn: string | null; holds: string[]; released: boolean; inTransitToViewer: boolean; units?: readonly (readonly [quantity: number, blocked: number])[] } | null
  /** What stands against anything in the scanned carton or pallet that the viewer may see. */
  readonly unitFacts: { count: number; holds: string[]; expiresOn: string | null; inTransitToViewer: boolean } | null
  readonly inViewersStock: boolean
  /** Of `product`, which is not sent again with each. */
  readonly serial: Omit<SerialShown, 'product'> | null
  readonly batch: Omit<BatchRow, 'product'> | null
  readonly stock: Stock[]
  readonly recalls: Recall[]
  readonly logisticUnit: { id: string; sscc: string; kind: string } | null
  readonly candidates: Item[]
}

/** What is scanned most, a label with a device identifier: nothing has to be guessed. */
const byLabel = part`
OPTIONAL MATCH (scanned:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(product:Product)
WHERE ${visible.product}
OPTIONAL MATCH (serial:Serial {key: product.id + '|' + $in.serial})
OPTIONAL MATCH (serial)-[:FROM]->(batchOfSerial:Batch)
OPTIONAL MATCH (batchByKey:Batch {key: product.id + '|' + $in.lot})
WITH scanned, product, serial, coalesce(batchOfSerial, CASE WHEN serial IS NULL THEN batchByKey END) AS batch`

/** By label, else by the one thing of the viewer that a bare number names; a carton or pallet by its SSCC. */
const byAnything = part`
CALL () {
  OPTIONAL MATCH (scanned:DeviceIdentifier {code: coalesce($in.di, $in.plain)})-[:IDENTIFIES]->(product:Product)
  WHERE ${visible.product}
  RETURN scanned, product AS labelled
}
WITH scanned, labelled, CASE WHEN $in.plain IS NULL THEN [] ELSE COLLECT {
  CALL () {
    MATCH (serial:Serial {serialNumber: $in.plain})-[:OF]->(product:Product)
    WHERE ${visible.serial}
    WITH serial, product, CASE WHEN ${seesNow} THEN serial ELSE ${lastPossession} END AS state LIMIT 10
    RETURN serial AS thing, product, state.status AS status, state.holds AS holds
    UNION
    MATCH (batch:Batch {lotNumber: $in.plain})-[:OF]->(product:Product)
    WHERE ${visible.batch}
    RETURN batch AS thing, product, 'IN_STOCK' AS status, batch.holds AS holds LIMIT 10
  }
  RETURN {thing: thing, of: product, status: status, holds: coalesce(holds, []), product: ${productMap}}
} END AS named
WITH scanned, named, coalesce(labelled, CASE WHEN size(named) = 1 THEN named[0].of END) AS product,
  CASE WHEN size(named) = 1 THEN named[0].thing END AS only
OPTIONAL MATCH (serialByKey:Serial {key: product.id + '|' + $in.serial})
WITH scanned, named, product, only, coalesce(serialByKey, CASE WHEN only:Serial THEN only END) AS serial
OPTIONAL MATCH (serial)-[:FROM]->(batchOfSerial:Batch)
OPTIONAL MATCH (batchByKey:Batch {key: product.id + '|' + $in.lot})
WITH scanned, named, product, serial, coalesce(batchOfSerial, CASE WHEN serial IS NULL THEN coalesce(batchByKey, CASE WHEN only:Batch THEN only END) END) AS batch
OPTIONAL MATCH (logisticUnit:LogisticUnit {sscc: $in.sscc})
WHERE ${visible.logisticUnit}
WITH scanned, named, product, serial, batch, logisticUnit ORDER BY logisticUnit.key DESC LIMIT 1`

/** Of the device and its lot, and of `things` with their lots. */
const recallsOf = (things: Part): Part => part`COLLECT {
  UNWIND ${things} AS covered
  WITH covered WHERE covered IS NOT NULL
  MATCH (covered)<-[:COVERS]-(recall:Recall)
  WHERE ${recallShown}
  WITH DISTINCT recall
  RETURN ${recallMap} ORDER BY recall.approvedAt DESC
}`

const ownStock = part`CASE WHEN batch IS NULL OR NOT $in.stock THEN [] ELSE COLLECT {
  MATCH (batch)-[cell:STOCKED_AT]->(site:Site {organization: $viewer.organization})<-[:OPERATES]-(organization:Organization)
  OPTIONAL MATCH (owner:Organization {id: cell.owner})
  RETURN {organization: organization {.id, .name, .nameZh, .kinds, .country}, owner: ${namedParty(part`owner`)}, site: ${siteMap}, quantity: {value: cell.serials + cell.quantity, unit: coalesce(cell.unit, 'EA')},
    blocked: CASE WHEN cell.blocked > 0 THEN {value: cell.blocked, unit: coalesce(cell.unit, 'EA')} END}
  ORDER BY site.code
} END`

const serialShown = part`serial {.id, .udi, .serialNumber, .manufacturedOn, .expiresOn,
  status: CASE WHEN now THEN serial.status ELSE past.status END,
  holds: coalesce(CASE WHEN now THEN serial.holds ELSE past.holds END, [])}`

/** Where a bare number fits several: those that the viewer may see, to choose from. */
const candidates = part`[name IN named WHERE size(named) > 1 | {id: name.thing.id, udi: name.thing.udi, serialNumber: name.thing.serialNumber, lotNumber: name.thing.lotNumber,
  expiresOn: name.thing.expiresOn, quantity: {value: 1.0, unit: 'EA'}, status: name.status, holds: name.holds, product: name.product}]`

/** What is in the scanned carton or pallet now, cartons within pallets too. */
const inside = part`CASE WHEN logisticUnit IS NULL THEN [] ELSE COLLECT {
  MATCH (logisticUnit)-[packs:PACKS*1..3]->(thing:Serial|Batch)
  WHERE all(pack IN packs WHERE pack.until IS NULL)
  RETURN DISTINCT thing
} END`

const unitFacts = part`CASE WHEN logisticUnit IS NOT NULL THEN {count: size(inside),
  holds: reduce(holds = [], thing IN inside | holds + coalesce(thing.holds, [])),
  expiresOn: reduce(first = null, thing IN inside | CASE WHEN first IS NULL OR thing.expiresOn < first THEN coalesce(thing.expiresOn, first) ELSE first END),
  inTransitToViewer: any(thing IN inside WHERE EXISTS { (thing)-[:IN_TRANSIT]->(:Organization {id: $viewer.organization}) })} END`

/** What is known of the scanned thing, from `scanned`, `product`, `serial` and `batch` on. */
const facts = part`${productWithin} AS product,
  CASE WHEN scanned.code <> product.di THEN scanned {.code, .scheme, .type, .level, .contains, .units} END AS packageLevel,
  CASE WHEN serial IS NOT NULL THEN {status: serial.status, holds: coalesce(serial.holds, []), expiresOn: serial.expiresOn, serviceDueOn: serial.serviceDueOn, calibrationDueOn: serial.calibrationDueOn, lotNumber: batch.lotNumber,
    heldPendingRecall: ${heldPendingRecall(part`serial`)}, seenTwice: EXISTS { (serial)<-[:ABOUT]-(doubt:Finding {code: 'SUSPECT'}) WHERE doubt.clearedAt IS NULL }, seenNow: now, inTransitToViewer: EXISTS { (serial)-[:IN_TRANSIT]->(:Organization {id: $viewer.organization}) }} END AS serialFacts,
  CASE WHEN batch IS NOT NULL THEN {lotNumber: batch.lotNumber, heldPendingRecall: ${heldPendingRecall(part`batch`)}, expiresOn: batch.expiresOn, holds: coalesce(batch.holds, []), released: coalesce(batch.status, 'RELEASED') <> 'MADE',
    inTransitToViewer: EXISTS { (batch)-[:IN_TRANSIT]->(:Organization {id: $viewer.organization}) },
    units: CASE WHEN serial IS NULL THEN [(batch)-[cell:STOCKED_AT]->() WHERE cell.organization = $viewer.organization AND cell.quantity > 0 | [cell.quantity, coalesce(cell.blocked, 0.0)]] ELSE [] END} END AS batchFacts,
  CASE WHEN serial IS NOT NULL THEN EXISTS { (serial)-[:HELD_BY]->(:Organization {id: $viewer.organization}) } OR EXISTS { (serial)-[:USED_AT]->(:Site {organization: $viewer.organization}) } OR (${ownedByViewer})
       WHEN batch IS NOT NULL THEN EXISTS { (batch)-[cell:STOCKED_AT]->(:Site {organization: $viewer.organization}) WHERE cell.quantity + cell.serials > 0 } OR (${ownedByViewer})
       ELSE false END AS inViewersStock,
  CASE WHEN serial IS NOT NULL AND ${visible.serial} THEN ${serialShown} END AS serial,
  CASE WHEN batch IS NOT NULL AND ${visible.batch} THEN batch {${batchFacts}} END AS batch,
  ${ownStock} AS stock`

/** Sight as it is now, else as the last possession left it: asked once for all that follows. */
const sight = part`
WITH *, ${seesNow} AS now
WITH *, CASE WHEN now THEN null ELSE ${lastPossession} END AS past`

/** `stock`: whether the viewer's own stock of the lot is asked for. */
export type LookupInput = ScannedCode & { readonly stock: boolean }

/** One statement, one round trip: the nurse waits for this one. */
export const lookupByLabel = cypher<LookupInput, LookupRow>()`
${byLabel}
${sight}
RETURN ${facts}, null AS unitFacts, null AS logisticUnit, [] AS candidates,
  CASE WHEN batch IS NULL AND serial IS NULL THEN [] ELSE ${recallsOf(part`[serial, batch]`)} END AS recalls
`

/** The same for what names no product, or a carton beside it. */
export const lookupByCode = cypher<LookupInput, LookupRow>()`
${byAnything}
${sight}
WITH *, ${inside} AS inside
RETURN ${facts}, ${unitFacts} AS unitFacts, logisticUnit {.id, .sscc, .kind} AS logisticUnit, ${candidates} AS candidates,
  CASE WHEN serial IS NULL AND batch IS NULL AND size(inside) = 0 THEN [] ELSE ${recallsOf(part`[serial, batch] + inside + COLLECT { UNWIND inside AS packed MATCH (packed)-[:FROM]->(lot:Batch) RETURN lot }`)} END AS recalls
`

/** The statement that a code needs. */
export const lookupOf = ({ di, sscc }: ScannedCode) => (di !== null && sscc === null ? lookupByLabel : lookupByCode)
