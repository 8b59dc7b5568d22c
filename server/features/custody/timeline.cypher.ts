import { maskedParty } from '../../access/masked.ts'
import { ownedByViewer, seesNow, visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
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
WITH *, event.eventTime + '|' + event.hash AS place,
  $viewer.organization IN [from.id, to.id, reporter.id, site.organization] AS mine
ORDER BY place DESC`

/**
 * A page of `seen`, each event as this viewer may read it: other parties without a name unless `all`, or unless they
 * dealt with the viewer itself (`known`); words and numbers written by others for each other stay with them.
 */
const page = part`
WITH subject, all, seen, [party IN reduce(list = [$viewer.organization, maker], entry IN [e IN seen WHERE e.mine] | list + [entry.from.id, entry.to.id]) WHERE party IS NOT NULL] AS known
WITH subject, all, known, size(seen) AS totalCount, [entry IN seen WHERE $in.after = '' OR entry.place < $in.after][..toInteger($in.limit)] AS shown
RETURN subject, totalCount, COLLECT {
  UNWIND shown AS entry
  WITH entry, entry.event AS event, entry.from AS from, entry.to AS to, entry.site AS site, (all OR entry.mine) AS open
  RETURN {place: entry.place, event: event {.id, .eventId, .type, .action, .bizStep, .disposition, .eventTime, .timeZoneOffset, .recordTime, .errorDeclaredAt, .errorReason,
    note: CASE WHEN open THEN event.note END, noteZh: CASE WHEN open THEN event.noteZh END, documentNumber: CASE WHEN open THEN event.documentNumber END,
    procedureReference: CASE WHEN entry.reporter = $viewer.organization THEN event.procedureReference END,
    quantity: CASE WHEN entry.quantity IS NULL THEN null ELSE {value: entry.quantity, unit: coalesce(entry.unit, 'EA')} END,
    site: CASE WHEN site IS NULL OR NOT (all OR site.organization IN known) THEN null ELSE ${siteMap} END,
    from: ${maskedParty(part`from`, part`known`, part`all`)},
    to: ${maskedParty(part`to`, part`known`, part`all`)},
    documents: COLLECT {
      MATCH (event)<-[:PROVES]-(document:Document)
      OPTIONAL MATCH (document)-[:ISSUED_BY]->(issuer:Organization)
      WITH document, issuer WHERE all OR issuer.id IN known
      RETURN document {.id, .kind, .title, .titleZh, .sha256, .mediaType, .size, .issuedOn, url: '/documents/' + document.id, issuer: issuer {.id, .name, .nameZh, .kinds, .country}}
      ORDER BY document.id
    }}}
} AS events`

/** What happened to a serial and to what it was packed in, as far as the viewer's sight goes: to now, or to the end of its possession. */
export const timelineOfSerials = cypher<TimelinePage, TimelineRow>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})-[:OF]->(product:Product)
WHERE ${visible.serial}
WITH serial, product.maker AS maker, (${ownedByViewer}) AS all, ${seesNow} AS now,
  head(COLLECT { MATCH (serial)-[past:PASSED]->(:Organization {id: $viewer.organization}) RETURN past.until ORDER BY past.until DESC LIMIT 1 }) AS until
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
WITH serial.id AS subject, maker, all, now, until,
  collect({event: event, from: from, to: to, reporter: reporter.id, site: site, place: place, mine: mine, quantity: quantity, unit: unit}) AS entries
WITH subject, maker, all, [entry IN entries WHERE all OR now OR entry.event.eventTime <= until OR entry.from.id = $viewer.organization] AS seen
${page}
`

/** The maker's own steps on a lot, before it goes to anybody. */
const making = part`event.bizStep IN ['commissioning', 'creating_class_instance', 'inspecting', 'sterilizing', 'holding', 'accepting'] AND (to IS NULL OR to.id = maker)`

/**
 * What happened to a lot. Its maker sees everything. Anyone else sees what itself took part in and how the lot was
 * made and released, never what another holder did with its share; a material's supplier also that it was consumed.
 */
export const timelineOfBatches = cypher<TimelinePage, TimelineRow>()`
UNWIND $in.ids AS id
MATCH (batch:Batch {id: id})-[:OF]->(product:Product)
WHERE ${visible.batch}
WITH batch, product, product.maker AS maker, (${ownedByViewer}) AS all
CALL (batch) {
  MATCH (batch)<-[concerns:CONCERNS]-(event:Event)
  RETURN event, concerns.quantity AS quantity, concerns.unit AS unit, concerns.role AS role
}
${gathered}
WITH batch, product, maker, all, event, from, to, reporter, site, place, quantity, unit, role, mine
WHERE all OR mine OR (${making} AND reporter.id = maker) OR (role = 'INPUT' AND maker = $viewer.organization)
WITH batch.id AS subject, maker, all,
  [entry IN collect({event: event, from: from, to: to, reporter: reporter.id, site: site, place: place, mine: mine, quantity: quantity, unit: unit}) WHERE entry.event IS NOT NULL] AS seen
${page}
`
