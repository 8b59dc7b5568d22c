import { cypher, part } from '../../../kernel/cypher.ts'
import { involvementsOfThing } from './involvement.cypher.ts'
import type { EventColumns } from './involvement-columns.ts'

export interface ThingIds {
  readonly serials: readonly string[]
  readonly batches: readonly string[]
  readonly units: readonly string[]
}

const start = part`
CALL () {
  UNWIND $in.serials AS id MATCH (start:Serial {id: id}) RETURN start
  UNION
  UNWIND $in.batches AS id MATCH (start:Batch {id: id}) RETURN start
  UNION
  UNWIND $in.units AS id MATCH (start:LogisticUnit {id: id}) RETURN start
}`

/**
 * What is, or was at `since` or later, inside of these: what happens to a carton or device happens to it too. Of a lot
 * that was built into a device, only that counts which was built in later: it went there out of the device's holder's hands.
 */
export const insideOf = cypher<ThingIds & { since: string }, { id: string }>()`
${start}
MATCH (start)-[spans:PACKS|CONTAINS*1..8]->(thing)
WHERE all(span IN spans WHERE coalesce(span.until, span.removedAt, '9') >= $in.since)
  AND (NOT thing:Batch OR type(last(spans)) = 'PACKS' OR last(spans).installedAt >= $in.since)
RETURN DISTINCT thing.id AS id
`

/** The events of these and of all that they ever were in: what folding them needs. */
export const historyOf = cypher<ThingIds, { id: string; events: readonly EventColumns[] }>()`
${start}
MATCH (start)<-[:PACKS|CONTAINS*0..8]-(thing)
WITH DISTINCT thing
RETURN thing.id AS id, ${involvementsOfThing} AS events
`

/** What an event concerns: for its error declaration. */
export const thingsOfEvents = cypher<{ ids: readonly string[] }, { event: string; eventTime: string; reportedBy: string; things: readonly string[]; errorDeclaredAt: string | null }>()`
UNWIND $in.ids AS id
MATCH (event:Event {id: id})-[:REPORTED_BY]->(reporter:Organization)
RETURN event.id AS event, event.eventTime AS eventTime, reporter.id AS reportedBy, event.errorDeclaredAt AS errorDeclaredAt, [(event)-[:CONCERNS]->(thing) | thing.id] AS things
`
