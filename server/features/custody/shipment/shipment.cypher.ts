import { cypher, part } from '../../../kernel/cypher.ts'
import type { IncomingShipment } from './shipment.type.ts'

interface Most {
  /** So many things on their way are looked at: who has more waiting receives them first. */
  readonly things: number
  readonly shipments: number
}

/** `event` sent `thing` off: the units of a lot at that time or later, since one edge counts them of all its shipments. */
const sentIt = part`(event)-[:TO_PARTY]->(own) WHERE event.errorDeclaredAt IS NULL AND event.bizStep IN ['shipping', 'departing', 'transporting', 'consigning']
    AND CASE WHEN thing:Batch THEN event.eventTime >= transit.since ELSE event.eventTime = transit.since END`

/**
 * Anchored at what is on its way to the viewer's organization, which it may see itself: by the event that sent it, the
 * oldest first. What was sent in a carton is told as that carton, which one scan receives.
 */
export const incomingShipments = cypher<Most, IncomingShipment>()`
MATCH (own:Organization {id: $viewer.organization})<-[transit:IN_TRANSIT]-(thing:Serial|Batch)
WHERE thing:Serial OR transit.quantity > 0
WITH own, transit, thing ORDER BY transit.since, thing.id LIMIT toInteger($in.things) + 1
WITH own, collect({transit: transit, thing: thing}) AS found
WITH own, found[..toInteger($in.things)] AS looked, size(found) > $in.things AS more
UNWIND looked AS one
WITH own, more, one.transit AS transit, one.thing AS thing
CALL (own, transit, thing) {
  MATCH (thing)<-[told:CONCERNS]-(event:Event), ${sentIt}
  RETURN event, thing AS named, CASE WHEN thing:Batch THEN {value: CASE WHEN told.quantity < transit.quantity THEN told.quantity ELSE transit.quantity END, unit: coalesce(told.unit, 'EA')} END AS quantity
  UNION
  MATCH (thing)<-[packs:PACKS*1..3]-(named:LogisticUnit)<-[:CONCERNS]-(event:Event), ${sentIt}
    AND all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
  RETURN event, named, null AS quantity
}
WITH DISTINCT more, event, named, quantity
OPTIONAL MATCH (named)-[:OF]->(product:Product)
OPTIONAL MATCH (named)-[:FROM]->(lot:Batch)
WITH more, event, named {.id, .serialNumber, .sscc, .expiresOn, code: coalesce(named.udi, '(00)' + named.sscc), lotNumber: coalesce(named.lotNumber, lot.lotNumber),
  di: product.di, name: product.name, nameZh: product.nameZh, quantity: quantity} AS line
ORDER BY line.name, line.lotNumber, line.code
WITH more, event, collect(line) AS lines ORDER BY event.eventTime, event.id LIMIT toInteger($in.shipments) + 1
WITH more, collect({event: event, lines: lines}) AS found
WITH found[..toInteger($in.shipments)] AS shown, more OR size(found) > $in.shipments AS more
UNWIND range(0, size(shown) - 1) AS place
WITH place, shown[place].event AS event, shown[place].lines AS lines, more AND place = size(shown) - 1 AS moreFollow
OPTIONAL MATCH (event)-[:FROM_PARTY]->(from:Organization)
RETURN event.id AS id, event.eventTime AS shippedAt, event.documentNumber AS documentNumber, from {.id, .name, .nameZh, .kinds, .country} AS from, lines, moreFollow ORDER BY place
`
