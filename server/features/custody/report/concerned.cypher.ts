import { cypher } from '../../../kernel/cypher.ts'
import type { Concerned } from './concerned.rules.ts'

export interface ConcernedInput extends Concerned {
  readonly finding: string
}

/** Anchored at the finding's serial, whose events are few; of a lot, whose are many, only what its own event's papers name. Who asks sees each by its own sight (eventsById). */
export const concernedEvents = cypher<{ rows: readonly ConcernedInput[] }, { finding: string; event: string }>()`
UNWIND $in.rows AS row
MATCH (finding:Finding {id: row.finding})
MATCH (raising:Event {id: finding.event})
MATCH (finding)-[:ABOUT]->(thing:Serial)
CALL (row, raising, thing) {
  CALL (thing) {
    MATCH (thing)<-[:CONCERNS]-(event:Event) RETURN event
    UNION
    MATCH (thing)<-[packs:PACKS*1..3]-(:LogisticUnit)<-[:CONCERNS]-(event:Event)
    WHERE all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
    RETURN event
  }
  WITH row, raising, event
  WHERE event.id <> raising.id AND event.errorDeclaredAt IS NULL AND (event.bizStep IN row.steps OR event.type IN row.types) AND (row.first OR event.eventTime <= raising.eventTime)
  RETURN event ORDER BY CASE WHEN row.first THEN event.eventTime END, event.eventTime DESC, event.id LIMIT 1
}
RETURN DISTINCT row.finding AS finding, event.id AS event
`
