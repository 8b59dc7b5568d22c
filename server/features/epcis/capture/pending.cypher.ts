import { cypher } from '../../../kernel/cypher.ts'
import { openToViewer } from '../open-to-viewer.ts'

export interface Pending {
  readonly id: string
  /** eventID of the event that is to correct it. */
  readonly corrective: string
  /** The id that it has where the hub gave it its eventID. */
  readonly own: string
  /** What was declared an error. */
  readonly event: string
}

/** What was declared wrong and is to be corrected by an event that is not here yet: a finding, one for each that is missing. Run once the events of the report are written. */
export const raisePending = cypher<{ rows: readonly Pending[]; at: string }, never>()`
UNWIND $in.rows AS row
MATCH (event:Event {id: row.event})
WHERE NOT EXISTS { MATCH (told:EpcisEvent {eventId: row.corrective}) WHERE told.declaredAt IS NULL AND ${openToViewer} }
  AND NOT EXISTS { (:Event {id: row.own})-[:REPORTED_BY]->(:Organization {id: $viewer.organization}) }
MERGE (finding:Finding {id: row.id})
ON CREATE SET finding.code = 'CORRECTION_PENDING', finding.raisedAt = $in.at, finding.event = row.event, finding.named = row.corrective, finding.organization = $viewer.organization
WITH finding, event
MATCH (event)-[:CONCERNS]->(thing:Serial|Batch)
WITH finding, thing LIMIT 200
MERGE (finding)-[:ABOUT]->(thing)
SET finding.maker = thing.maker
`

/** It came. */
export const clearPending = cypher<{ ids: readonly string[]; at: string }, never>()`
UNWIND $in.ids AS id
MATCH (finding:Finding {id: id})
WHERE finding.clearedAt IS NULL
SET finding.clearedAt = $in.at, finding.clearedHow = 'REPORT'
`
