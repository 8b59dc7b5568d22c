import { maskedParty } from '../../../access/masked.ts'
import { tookPart, wordsFor } from '../../../access/papers.ts'
import { tellsOfUnnamed, unnamed } from '../../../access/unnamed.ts'
import { lastPossession, makerKnown, ownedByViewer, seesNow, touchesViewer, visible } from '../../../access/visible.ts'
import { part } from '../../../kernel/cypher.ts'
import { making } from '../../custody/timeline.cypher.ts'

/**
 * What a viewer reads of the hub's own events, over `event`: the same as on the timelines of the things that it concerns
 * (custody/timeline.cypher.ts). Of an event that concerns several, it reads those of which it may know it.
 */

/** Of what nobody may read without it, an event concerns something: most others are passed over at this. */
export const mayBeShown = part`EXISTS { MATCH (event)-[:CONCERNS]->(thing)
  WHERE CASE WHEN thing.maker = $viewer.organization OR thing:LogisticUnit THEN true
    WHEN EXISTS { (thing)-[:HELD_BY|PASSED|IN_TRANSIT|OWNED_BY]->(:Organization {id: $viewer.organization}) } THEN true
    ELSE EXISTS { (thing)-[:USED_AT]->(:Site {organization: $viewer.organization}) } END }`

/** Took part; and the maker's own teams, whose goods it concerns, those packed at the time too. */
export const standing = part`${tookPart(part`event`)} AS mine,
  ($viewer.internal AND EXISTS { MATCH (event)-[:CONCERNS]->()-[packs:PACKS*0..3]->(own:Serial|Batch) WHERE own.maker = $viewer.organization
    AND all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until)) }) AS all`

const until = part`coalesce((${lastPossession}).until, '')`

/** Over `concerns`, `thing` and `product`, beside `mine` and `all`. */
const thingShown = part`CASE WHEN ${ownedByViewer} THEN true
  WHEN thing:Serial THEN (${touchesViewer}) AND (${seesNow} OR event.eventTime <= ${until} OR EXISTS { (event)-[:FROM_PARTY]->(:Organization {id: $viewer.organization}) })
  WHEN thing:Batch THEN ${visible.batch} AND (mine OR (${making} AND reporter.id = product.maker) OR (concerns.role = 'INPUT' AND product.maker = $viewer.organization))
  ELSE mine OR all END`

/** The things of the event that the viewer reads in it, each `{thing, product, lot, concerns}`. */
export const thingsShown = part`COLLECT {
    MATCH (event)-[concerns:CONCERNS]->(thing)
    OPTIONAL MATCH (thing)-[:OF]->(product:Product)
    OPTIONAL MATCH (event)-[:TO_PARTY]->(to:Organization)
    OPTIONAL MATCH (event)-[:REPORTED_BY]->(reporter:Organization)
    WITH event, mine, all, concerns, thing, product, to, reporter, thing AS serial, thing AS batch
    WHERE ${thingShown}
    OPTIONAL MATCH (thing)-[:FROM]->(lot:Batch)
    RETURN {thing: thing, product: product, lot: lot, concerns: concerns}
  }`

/** Something of it is shown, of a device with its parts the device; and it did not come by EPCIS in a form that the viewer reads whole. */
export const eventShown = part`any(one IN shown WHERE event.type <> 'ASSOCIATION' OR one.concerns.role = 'PARENT')
  AND NOT EXISTS { MATCH (event)<-[:TOLD]-(:EpcisEvent)-[open:OPEN_TO]->(:Organization {id: $viewer.organization}) WHERE NOT open.internal OR $viewer.internal }`

/** Who may be named: who dealt with the viewer in this event, or over the same device; and the maker, where it is public. */
const known = part`CASE WHEN all THEN [] ELSE [$viewer.organization] + CASE WHEN mine THEN [from.id, to.id, event.owner] ELSE COLLECT {
    MATCH (event)-[:CONCERNS]->(:Serial)<-[:CONCERNS]-(other:Event)-[:FROM_PARTY|TO_PARTY]->(party:Organization)
    WHERE ${tookPart(part`other`)}
    RETURN DISTINCT party.id
  } END + COLLECT { MATCH (event)-[:CONCERNS]->()-[:OF]->(product:Product) WHERE ${makerKnown} RETURN DISTINCT product.maker } END`

/** To a maker that may not know the customer who operates it, a place is as its name. */
const placeShown = part`(all AND NOT EXISTS { (site)<-[:OPERATES]-(operator:Organization) WHERE ${unnamed(part`operator`)} } OR site.organization = $viewer.organization OR site.organization IN known AND coalesce(site.kind, '') <> 'WARD')`

const mask = { known: part`[party IN known WHERE party IS NOT NULL]`, all: part`all` }

/** GLNs as Digital Links; who and what has none, by the hub's own id. */
const partyUri = { from: part`coalesce('https://id.gs1.org/417/' + from.gln, 'urn:devicetrail:organization:' + from.id)`, to: part`coalesce('https://id.gs1.org/417/' + to.gln, 'urn:devicetrail:organization:' + to.id)`, owner: part`coalesce('https://id.gs1.org/417/' + owner.gln, 'urn:devicetrail:organization:' + owner.id)` }

/** Who wrote of what an unnamed customer took part in may have named it; and a number of its own may be known to be its. */
const open = part`(mine OR all AND NOT ${tellsOfUnnamed(part`event`)})`
const eventId = part`CASE WHEN open OR NOT all OR event.eventId STARTS WITH 'urn:uuid:' THEN event.eventId ELSE 'urn:devicetrail:event:' + event.id END`

/** Goods leave with these: where they are afterwards, the event does not say. */
const leaving = part`(event.bizStep IN ['shipping', 'departing', 'consigning'] OR event.type = 'OBJECT' AND event.action = 'DELETE')`

/** `told`, and in `parties` the columns that are masked: who gave, who took, where, by which delivery note. */
export const withParties = part`
OPTIONAL MATCH (event)-[:FROM_PARTY]->(from:Organization)
OPTIONAL MATCH (event)-[:TO_PARTY]->(to:Organization)
OPTIONAL MATCH (event)-[:REPORTED_BY]->(reporter:Organization)
OPTIONAL MATCH (event)-[:AT]->(site:Site)
OPTIONAL MATCH (owner:Organization {id: event.owner})
WITH event, told, place, shown, mine, all, from, to, reporter, site, owner, ${open} AS open, ${known} AS known
WITH event, told, place, shown, mine, all, open, reporter, from, ${maskedParty(part`from`, mask.known, mask.all)} AS giver, to, ${maskedParty(part`to`, mask.known, mask.all)} AS taker,
  owner, ${maskedParty(part`owner`, mask.known, mask.all)} AS keeper, CASE WHEN ${placeShown} THEN coalesce('https://id.gs1.org/414/' + site.gln, 'urn:devicetrail:site:' + site.id) END AS where
WITH event, told, place, shown, mine, all, {eventId: ${eventId}, open: open, words: open AND ${wordsFor(part`mine`)}, readPoint: where, bizLocation: CASE WHEN NOT ${leaving} THEN where END,
  sources: CASE WHEN giver.id IS NULL THEN [] ELSE ['possessing_party|' + ${partyUri.from}] END,
  destinations: CASE WHEN taker.id IS NULL THEN [] ELSE ['possessing_party|' + ${partyUri.to}] END + CASE WHEN keeper.id IS NULL THEN [] ELSE ['owning_party|' + ${partyUri.owner}] END,
  bizTransactions: CASE WHEN open AND event.documentNumber IS NOT NULL THEN ['desadv|urn:epcglobal:cbv:bt:' + coalesce(from.gln, reporter.gln, '') + ':' + event.documentNumber] ELSE [] END,
  procedure: CASE WHEN reporter.id = $viewer.organization THEN event.procedureReference END} AS parties`
