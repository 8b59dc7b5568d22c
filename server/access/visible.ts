import { part, type Part } from '../kernel/cypher.ts'

/**
 * Who may see what (design: "Who sees what"), written once, as predicates over the conventional variables `product`,
 * `batch`, `serial`, `logisticUnit`, `loanSet`. What is anchored by a key takes them as they are; lists are anchored at the
 * viewer's organization instead, since a filter over all serials would read all of them.
 */

/** The organization's own product: the device's maker, or the supplier of a material. */
const ownProduct = part`product.maker = $viewer.organization`

/** Its internal teams see all of a maker's own things. */
export const ownedByViewer = part`$viewer.internal AND ${ownProduct}`

/** It has, or had, something of the batch, or gets some. */
const reachedViewer = part`EXISTS { (batch)-[:PASSED|IN_TRANSIT]->(:Organization {id: $viewer.organization}) }`

/**
 * Some of the product came to the viewer: lots, or serials where it is known by those alone. CASE, here and below, since
 * OR over several subqueries is planned to run them all: a look-up read 39,000 records of a device's batches so.
 */
const bought = part`CASE WHEN EXISTS { (product)<-[:OF]-(:Batch)-[:PASSED|IN_TRANSIT]->(:Organization {id: $viewer.organization}) } THEN true
  WHEN product.serialControlled THEN EXISTS { (product)<-[:OF]-(:Serial)-[:HELD_BY|PASSED|IN_TRANSIT]->(:Organization {id: $viewer.organization}) }
  ELSE false END`

/** A device's public facts are public; a material is known to its supplier and to who bought it. */
const product = part`CASE WHEN product.kind = 'DEVICE' OR ${ownProduct} THEN true ELSE ${bought} END`

/** Who makes a device is public. Who supplies a material is known to who works with it, not to who has it as a part of a device. */
export const makerKnown = part`(product.kind = 'DEVICE' OR ${ownProduct} OR $viewer.kind IN ['MANUFACTURER', 'SUPPLIER'])`

const batch = part`(${ownProduct} OR ${reachedViewer})`

/** Held now or before, on the way to it, owned by it, or used by it: by the organization that is the node `who`, of this `id`. */
export const touches = (thing: Part, who: Part, id: Part): Part => part`EXISTS { (${thing})-[:HELD_BY|PASSED|IN_TRANSIT|OWNED_BY]->(${who}) }
  OR EXISTS { (${thing})-[:USED_AT]->(:Site {organization: ${id}}) }`

const viewer = part`:Organization {id: $viewer.organization}`

export const touchesViewer = touches(part`serial`, viewer, part`$viewer.organization`)

/** The node `who` packed, sent or gets the carton, or the pallet while the carton was on it. */
export const moves = (unit: Part, who: Part): Part => part`(EXISTS { (${unit})<-[:CONCERNS]-(:Event)-[:FROM_PARTY|TO_PARTY|REPORTED_BY]->(${who}) }
  OR EXISTS {
    MATCH (${unit})<-[layers:PACKS*1..3]-(:LogisticUnit)<-[:CONCERNS]-(moved:Event)-[:FROM_PARTY|TO_PARTY|REPORTED_BY]->(${who})
    WHERE all(layer IN layers WHERE layer.since <= moved.eventTime AND (layer.until IS NULL OR moved.eventTime <= layer.until))
    RETURN moved
  })`

/** A service provider sees a device as long as a ticket about it is open that its maker gave to it. */
const serviced = part`CASE WHEN $viewer.kind = 'SERVICE_PROVIDER' THEN EXISTS {
  MATCH (serial)<-[:CONCERNS_DEVICE]-(ticket:ServiceTicket {provider: $viewer.organization})
  WHERE NOT ticket.status IN ['CLOSED', 'CANCELLED']
  RETURN ticket
} ELSE false END`

const serial = part`(${ownedByViewer} OR ${touchesViewer} OR ${serviced})`

/** A carton is seen by who packed, sent or gets it, and by the maker of something in it. */
const logisticUnit = part`(${moves(part`logisticUnit`, viewer)}
  OR $viewer.internal AND EXISTS { (logisticUnit)-[:PACKS*1..3]->(thing:Serial|Batch) WHERE thing.maker = $viewer.organization })`

/** A set on loan is its lender's and its borrower's business alone. */
const loanSet = part`$viewer.organization IN [loanSet.lender, loanSet.borrower]`

/** Its customers know a supplier; nobody else's business. */
const supplies = part`CASE WHEN $viewer.kind IN ['MANUFACTURER', 'SUPPLIER'] AND 'SUPPLIER' IN organization.kinds THEN EXISTS {
  MATCH (organization)<-[:MADE_BY]-(product:Product {kind: 'MATERIAL'})
  WITH product MATCH (product)<-[:OF]-(thing:Batch|Serial)
  WITH thing MATCH (thing)-[:HELD_BY|PASSED]->(:Organization {id: $viewer.organization})
  RETURN thing LIMIT 1
} ELSE false END`

/** The directory: kinds of organization that the viewer may deal with (access/directory.ts), its own, and its suppliers. */
const organization = part`CASE WHEN organization.id = $viewer.organization OR any(kind IN organization.kinds WHERE kind IN $viewer.finds) THEN true ELSE ${supplies} END`

/** Held by the viewer's organization, on the way to it, or owned by it. */
export const viewersNow = (thing: Part): Part => part`EXISTS { (${thing})-[:HELD_BY|IN_TRANSIT|OWNED_BY]->(${viewer}) }`

/** Not a former holder: what it sees goes up to now. */
export const seesNow = part`(${ownedByViewer} OR ${viewersNow(part`serial`)}
  OR EXISTS { (serial)-[:USED_AT]->(:Site {organization: $viewer.organization}) } OR ${serviced})`

/** The viewer's last possession of the serial that ended; null where there was none. */
export const lastPossession = part`head(COLLECT { MATCH (serial)-[past:PASSED]->(:Organization {id: $viewer.organization}) RETURN past ORDER BY past.until DESC LIMIT 1 })`

export const visible = { product, batch, serial, logisticUnit, loanSet, organization } satisfies Record<string, Part>
