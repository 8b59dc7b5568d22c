import { maskedParty } from '../../access/masked.ts'
import { concernsOwnOnly, wordsFor, writtenForHolders } from '../../access/papers.ts'
import { unnamed } from '../../access/unnamed.ts'
import { lastPossession, makerKnown, ownedByViewer, seesNow, visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import { acceptanceOfEvent } from '../acceptance/acceptance.cypher.ts'
import { documentMap } from '../catalog/document.cypher.ts'
import { siteMap } from '../partners/organization.cypher.ts'
import type { Event } from './event.type.ts'

export interface TimelineRow {
  readonly subject: string
  readonly totalCount: number
  readonly events: readonly { readonly place: string; readonly event: Event }[]
}

interface TimelinePage {
  readonly ids: readonly string[]
  readonly after: string
  readonly limit: number
}

/** `event` with its parties and place, beside `quantity`, newest first, gathered into `entries`. */
const gathered = part`
OPTIONAL MATCH (event)-[:FROM_PARTY]->(from:Organization)
OPTIONAL MATCH (event)-[:TO_PARTY]->(to:Organization)
OPTIONAL MATCH (event)-[:REPORTED_BY]->(reporter:Organization)
OPTIONAL MATCH (event)-[:AT]->(site:Site)
WITH *, event.eventTime + '|' + event.id AS place,
  $viewer.organization IN [from.id, to.id, reporter.id, site.organization] AS mine
ORDER BY place DESC`

/** A place is shown with its operator, down to the door: wards are for their own hospital and for the maker. */
const placeShown = part`(all AND NOT hidden OR site.organization = $viewer.organization OR site.organization IN known AND coalesce(site.kind, '') <> 'WARD')`

/** Papers of an event: for who took part; a certificate of the thing itself, by its maker, for whoever sees the thing. */
const paperShown = part`(entry.mine OR ${writtenForHolders} AND EXISTS { (document)-[:PROVES]->(thing) } OR open AND ${concernsOwnOnly})`

/** To the maker: the place of a customer whose name it may not know. */
const hidden = part`CASE WHEN all AND site IS NOT NULL THEN EXISTS { (site)<-[:OPERATES]-(operator:Organization) WHERE ${unnamed(part`operator`)} } ELSE false END`

/** What such a customer took part in: who wrote of it may have named it, and a number of its own may be known to be its. */
const discreet = part`(hidden OR entry.unnamed OR ${unnamed(part`from`)} OR ${unnamed(part`to`)})`
const shownEventId = part`CASE WHEN open OR NOT all OR event.eventId STARTS WITH 'urn:uuid:' THEN event.eventId ELSE event.id END`

/**
 * A page of `seen`, each event as this viewer may read it: other parties without a name unless `all`, or unless they
 * dealt with the viewer itself (`known`); words and numbers written by others for each other stay with them. A place in
 * the list is told by the event's id, not by its hash, from which what is hidden could be guessed.
 */
const page = part`
WITH thing, product, all, seen, [party IN reduce(list = [$viewer.organization, CASE WHEN ${makerKnown} THEN product.maker END], entry IN [e IN seen WHERE e.mine] | list + [entry.from.id, entry.to.id]) WHERE party IS NOT NULL] AS known
WITH thing, product, all, known, size(seen) AS totalCount, [entry IN seen WHERE $in.after = '' OR entry.place < $in.after][..toInteger($in.limit)] AS shown
RETURN thing.id AS subject, totalCount, COLLECT {
  UNWIND shown AS entry
  WITH entry, entry.event AS event, entry.from AS from, entry.to AS to, entry.site AS site
  WITH *, ${hidden} AS hidden
  WITH *, (entry.mine OR all AND NOT ${discreet}) AS open
  WITH *, open AND ${wordsFor(part`entry.mine`)} AS told
  RETURN {place: entry.place, event: event {.id, .type, eventId: ${shownEventId}, .action, .bizStep, .disposition, .eventTime, .timeZoneOffset, .recordTime, .errorDeclaredAt, .errorReason,
    note: CASE WHEN told THEN event.note END, noteZh: CASE WHEN told THEN event.noteZh END, documentNumber: CASE WHEN open THEN event.documentNumber END,
    reportedByViewer: coalesce(entry.reporter = $viewer.organization, false),
    procedureReference: CASE WHEN entry.reporter = $viewer.organization THEN event.procedureReference END,
    quantity: CASE WHEN entry.quantity IS NULL THEN null ELSE {value: entry.quantity, unit: coalesce(entry.unit, 'EA')} END,
    site: CASE WHEN site IS NOT NULL AND ${placeShown} THEN ${siteMap} END,
    from: ${maskedParty(part`from`, part`known`, part`all`)},
    to: ${maskedParty(part`to`, part`known`, part`all`)},
    acceptance: ${acceptanceOfEvent},
    documents: COLLECT {
      MATCH (event)<-[:PROVES]-(document:Document)
      OPTIONAL MATCH (document)-[:ISSUED_BY]->(issuer:Organization)
      WITH * WHERE ${paperShown}
      RETURN ${documentMap}
      ORDER BY document.id
    }}}
} AS events`

/** What happened to a serial and to what it was packed in, as far as the viewer's sight goes: to now, or to the end of its possession. */
export const timelineOfSerials = cypher<TimelinePage, TimelineRow>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})-[:OF]->(product:Product)
WHERE ${visible.serial}
WITH serial, product, (${ownedByViewer}) AS all, ${seesNow} AS now
WITH serial, product, all, now, CASE WHEN now THEN null ELSE (${lastPossession}).until END AS until
CALL (serial) {
  MATCH (serial)<-[concerns:CONCERNS]-(event:Event)
  RETURN event, concerns.quantity AS quantity, concerns.unit AS unit
  UNION
  MATCH (serial)<-[packs:PACKS*1..3]-(:LogisticUnit)<-[:CONCERNS]-(event:Event)
  WHERE all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
    AND NOT EXISTS { (serial)<-[:CONCERNS]-(event) }
  RETURN event, null AS quantity, null AS unit
}
${gathered}
WITH serial AS thing, product, all, now, until,
  collect({event: event, from: from, to: to, reporter: reporter.id, unnamed: ${unnamed(part`reporter`)}, site: site, place: place, mine: mine, quantity: quantity, unit: unit}) AS entries
WITH thing, product, all, [entry IN entries WHERE all OR now OR entry.event.eventTime <= until OR entry.from.id = $viewer.organization] AS seen
${page}
`

/** The maker's own steps on a lot, before it goes to anybody. */
export const making = part`event.bizStep IN ['commissioning', 'creating_class_instance', 'inspecting', 'sterilizing', 'holding', 'accepting'] AND (to IS NULL OR to.id = product.maker)`

/**
 * What happened to a lot. Its maker sees everything. Anyone else sees what itself took part in and how the lot was
 * made and released, never what another holder did with its share; a material's supplier also that it was consumed.
 */
export const timelineOfBatches = cypher<TimelinePage, TimelineRow>()`
UNWIND $in.ids AS id
MATCH (batch:Batch {id: id})-[:OF]->(product:Product)
WHERE ${visible.batch}
WITH batch, product, (${ownedByViewer}) AS all
CALL (batch) {
  MATCH (batch)<-[concerns:CONCERNS]-(event:Event)
  RETURN event, concerns.quantity AS quantity, concerns.unit AS unit, concerns.role AS role
  UNION
  MATCH (batch)<-[packs:PACKS]-(carton:LogisticUnit)<-[:CONCERNS]-(event:Event)
  WHERE packs.since <= event.eventTime AND (packs.until IS NULL OR event.eventTime <= packs.until) AND NOT EXISTS { (batch)<-[:CONCERNS]-(event) }
  RETURN event, packs.quantity AS quantity, packs.unit AS unit, null AS role
}
${gathered}
WITH batch, product, all, event, from, to, reporter, site, place, quantity, unit, role, mine
WHERE all OR mine OR (${making} AND reporter.id = product.maker) OR (role = 'INPUT' AND product.maker = $viewer.organization)
WITH batch AS thing, product, all,
  [entry IN collect({event: event, from: from, to: to, reporter: reporter.id, unnamed: ${unnamed(part`reporter`)}, site: site, place: place, mine: mine, quantity: quantity, unit: unit}) WHERE entry.event IS NOT NULL] AS seen
${page}
`
