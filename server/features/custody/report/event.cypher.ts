import { concernsOwnOnly } from '../../../access/papers.ts'
import { cypher } from '../../../kernel/cypher.ts'
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
RETURN event {.id, .eventId, .type, .action, .bizStep, .disposition, .eventTime, .timeZoneOffset, .recordTime, .errorDeclaredAt, .errorReason, .documentNumber, .note, .noteZh,
  reportedByViewer: reporter.id = $viewer.organization, procedureReference: CASE WHEN reporter.id = $viewer.organization THEN event.procedureReference END, quantity: null, documents: [],
  site: CASE WHEN site IS NULL OR site.kind = 'WARD' AND site.organization <> $viewer.organization THEN null ELSE ${siteMap} END,
  from: from {.id, .name, .nameZh, .kinds, .country}, to: to {.id, .name, .nameZh, .kinds, .country}} AS event
`
