import { cypher, part, type Part } from '../../../kernel/cypher.ts'
import type { IncomingShipment, OutgoingShipment } from './shipment.type.ts'

interface Most {
  /** So many things on their way are looked at: who has more waiting receives them first. */
  readonly things: number
  readonly shipments: number
}

/** `event` sent `thing` off: the units of a lot at that time or later, since one edge counts them of all its shipments. */
const sentIt = part`(event)-[:TO_PARTY]->(taker) WHERE event.errorDeclaredAt IS NULL AND event.bizStep IN ['shipping', 'departing', 'transporting', 'consigning']
    AND CASE WHEN thing:Batch THEN event.eventTime >= transit.since ELSE event.eventTime = transit.since END`

/** What is on its way, by the event that sent it, the oldest first. What was sent in a carton is told as that carton, which one scan receives. */
const shipmentsOf = (anchor: Part) => part`
${anchor}
WITH taker, transit, thing ORDER BY transit.since, thing.id LIMIT toInteger($in.things) + 1
WITH collect({taker: taker, transit: transit, thing: thing}) AS found
WITH found[..toInteger($in.things)] AS looked, size(found) > $in.things AS more
UNWIND looked AS one
WITH more, one.taker AS taker, one.transit AS transit, one.thing AS thing
CALL (taker, transit, thing) {
  MATCH (thing)<-[told:CONCERNS]-(event:Event), ${sentIt}
  RETURN event, thing AS named, CASE WHEN thing:Batch THEN {value: CASE WHEN told.quantity < transit.quantity THEN told.quantity ELSE transit.quantity END, unit: coalesce(told.unit, 'EA')} END AS quantity
  UNION
  MATCH (thing)<-[packs:PACKS*1..3]-(named:LogisticUnit)<-[:CONCERNS]-(event:Event), ${sentIt}
    AND all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
  RETURN event, named, null AS quantity
}
WITH DISTINCT more, event, taker, named, quantity
OPTIONAL MATCH (named)-[:OF]->(product:Product)
OPTIONAL MATCH (named)-[:FROM]->(lot:Batch)
WITH more, event, taker, named {.id, .serialNumber, .sscc, .expiresOn, code: coalesce(named.udi, CASE WHEN named.sscc STARTS WITH '(' THEN named.sscc ELSE '(00)' + named.sscc END), lotNumber: coalesce(named.lotNumber, lot.lotNumber),
  di: product.di, name: product.name, nameZh: product.nameZh, quantity: quantity} AS line
ORDER BY line.name, line.lotNumber, line.code
WITH more, event, taker, collect(line) AS lines ORDER BY event.eventTime, event.id LIMIT toInteger($in.shipments) + 1
WITH more, collect({event: event, taker: taker, lines: lines}) AS found
WITH found[..toInteger($in.shipments)] AS shown, more OR size(found) > $in.shipments AS more
UNWIND range(0, size(shown) - 1) AS place
WITH place, shown[place].event AS event, shown[place].taker AS taker, shown[place].lines AS lines, more AND place = size(shown) - 1 AS moreFollow`

const told = part`event.id AS id, event.eventTime AS shippedAt, event.documentNumber AS documentNumber, lines, moreFollow`
const partyMap = part`{.id, .name, .nameZh, .kinds, .country}`

/** Anchored at what is on its way to the viewer's organization, which it may see itself. */
export const incomingShipments = cypher<Most, IncomingShipment>()`
${shipmentsOf(part`MATCH (taker:Organization {id: $viewer.organization})<-[transit:IN_TRANSIT]-(thing:Serial|Batch)
WHERE thing:Serial OR transit.quantity > 0`)}
OPTIONAL MATCH (event)-[:FROM_PARTY]->(from:Organization)
RETURN ${told}, from ${partyMap} AS from ORDER BY place
`

/** Anchored at the index of who sent it, of what the viewer's organization has or had: others may have named it as the sender. */
export const outgoingShipments = cypher<Most, OutgoingShipment>()`
${shipmentsOf(part`MATCH (thing:Serial|Batch)-[transit:IN_TRANSIT]->(taker:Organization)
WHERE transit.from = $viewer.organization AND transit.since > '' AND taker.id <> $viewer.organization AND (thing:Serial OR transit.quantity > 0)
  AND EXISTS { (thing)-[:HELD_BY|PASSED]->(:Organization {id: $viewer.organization}) }`)}
RETURN ${told}, taker ${partyMap} AS to ORDER BY place
`
