import { part, type Part } from '../kernel/cypher.ts'

/**
 * Who may see what (design: "Who sees what"), written once, as predicates over the conventional variables `product`,
 * `batch`, `serial`, `logisticUnit`. What is anchored by a key takes them as they are; lists are anchored at the
 * viewer's organization instead, since a filter over all serials would read all of them.
 */

/** The organization's own product: the device's maker, or the supplier of a material. */
const ownProduct = part`product.maker = $viewer.organization`

/** Its internal teams see all of a maker's own things. */
export const ownedByViewer = part`$viewer.internal AND ${ownProduct}`

/** It has, or had, something of the batch. */
const reachedViewer = part`EXISTS { (batch)-[:PASSED]->(:Organization {id: $viewer.organization}) }`

/** A device's public facts are public; a material is known to its supplier and to who bought it. */
const product = part`(product.kind = 'DEVICE' OR ${ownProduct} OR EXISTS { (product)<-[:OF]-(:Batch)-[:PASSED]->(:Organization {id: $viewer.organization}) })`

const batch = part`(${ownProduct} OR ${reachedViewer})`

/** Held now or before, on the way to it, owned by it, or used by it. */
export const touchesViewer = part`EXISTS { (serial)-[:HELD_BY|PASSED|IN_TRANSIT|OWNED_BY]->(:Organization {id: $viewer.organization}) }
  OR EXISTS { (serial)-[:USED_AT]->(:Site {organization: $viewer.organization}) }`

const serial = part`(${ownedByViewer} OR ${touchesViewer})`

/** A carton is seen by who may see something in it, and by who packed, sent or gets it. */
const logisticUnit = part`EXISTS { (logisticUnit)<-[:CONCERNS]-(:Event)-[:FROM_PARTY|TO_PARTY|REPORTED_BY]->(:Organization {id: $viewer.organization}) }`

/** The directory: kinds of organization that the viewer may deal with (access/directory.ts), and its own. */
const organization = part`(organization.id = $viewer.organization OR any(kind IN organization.kinds WHERE kind IN $viewer.finds))`

/** Not a former holder: what it sees goes up to now. */
export const seesNow = part`(${ownedByViewer} OR EXISTS { (serial)-[:HELD_BY|IN_TRANSIT|OWNED_BY]->(:Organization {id: $viewer.organization}) }
  OR EXISTS { (serial)-[:USED_AT]->(:Site {organization: $viewer.organization}) })`

export const visible = { product, batch, serial, logisticUnit, organization } satisfies Record<string, Part>
