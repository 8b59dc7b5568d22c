import { cypher } from '../../kernel/cypher.ts'

export interface SignalTask {
  readonly id: string
  readonly signal: string
  readonly raisedAt: string
  readonly clearedAt: string | null
}

/** The newest task of each signal (kind and thing, with a space). */
export const tasksOfSignals = cypher<{ signals: readonly string[] }, SignalTask>()`
UNWIND $in.signals AS signal
MATCH (finding:Finding {signal: $viewer.organization + ' ' + signal})
WHERE finding.maker = $viewer.organization AND $viewer.internal
WITH signal, finding ORDER BY finding.raisedAt DESC
WITH signal, collect(finding)[0] AS finding
RETURN signal, finding.id AS id, finding.raisedAt AS raisedAt, finding.clearedAt AS clearedAt
`

/** A task is a finding of the maker's own, about the lot where it is one. */
export const raiseTask = cypher<{ finding: object; thing: string }, { id: string }>()`
CREATE (finding:Finding)
SET finding = $in.finding
WITH finding
CALL (finding) {
  MATCH (batch:Batch {id: $in.thing})
  CREATE (finding)-[:ABOUT]->(batch)
}
RETURN finding.id AS id
`
