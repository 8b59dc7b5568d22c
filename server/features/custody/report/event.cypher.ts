import { namedParty } from '../../../access/masked.ts'
import { concernsOwnOnly } from '../../../access/papers.ts'
import { tellsOfUnnamed } from '../../../access/unnamed.ts'
import { cypher, part } from '../../../kernel/cypher.ts'
import { acceptanceOfEvent } from '../../acceptance/acceptance.cypher.ts'
import type { Event } from '../event.type.ts'
import { siteMap } from '../../partners/organization.cypher.ts'

/** Events by id, for who reported or took part, and for the maker of all that they concern. */
export const eventsById = cypher<{ ids: readonly string[] }, { event: Event }>()`
UNWIND $in.ids AS id
MATCH (event:Event {id: id})-[:REPORTED_BY]->(reporter:Organization)
OPTIONAL MATCH (event)-[:FROM_PARTY]->(from:Organization)
OPTIONAL MATCH (event)-[:TO_PARTY]->(to:Organization)
OPTIONAL MATCH (event)-[:AT]->(site:Site)
WITH *, $viewer.organization IN [reporter.id, from.id, to.id, site.organization] AS mine
WHERE mine OR ${concernsOwnOnly}
WITH *, mine OR NOT ${tellsOfUnnamed(part`event`)} AS open
RETURN event {.id, .type, eventId: CASE WHEN open OR event.eventId STARTS WITH 'urn:uuid:' THEN event.eventId ELSE event.id END, .action, .bizStep, .disposition, .eventTime, .timeZoneOffset, .recordTime, .errorDeclaredAt, .errorReason,
  documentNumber: CASE WHEN open THEN event.documentNumber END, note: CASE WHEN open THEN event.note END, noteZh: CASE WHEN open THEN event.noteZh END,
  reportedByViewer: reporter.id = $viewer.organization, procedureReference: CASE WHEN reporter.id = $viewer.organization THEN event.procedureReference END, quantity: null, documents: [], acceptance: ${acceptanceOfEvent},
  site: CASE WHEN site IS NULL OR NOT open OR site.kind = 'WARD' AND site.organization <> $viewer.organization THEN null ELSE ${siteMap} END,
  from: CASE WHEN mine THEN from {.id, .name, .nameZh, .kinds, .country} ELSE ${namedParty(part`from`)} END, to: CASE WHEN mine THEN to {.id, .name, .nameZh, .kinds, .country} ELSE ${namedParty(part`to`)} END} AS event
`
