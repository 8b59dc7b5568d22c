import { cypher } from '../../kernel/cypher.ts'

export const knownAlerts = cypher<{ keys: readonly string[] }, { key: string }>()`
UNWIND $in.keys AS key
MATCH (alert:ClockAlert {key: key})
RETURN key
`

interface AlertRow {
  readonly key: string
  readonly subject: string
  readonly organization: string
  readonly rule: string
}

/** Each alert once, by however many nodes: answers which are new, and are of nothing that was filed, or closed, since it was looked at. */
export const markAlerts = cypher<{ rows: readonly AlertRow[]; at: string }, { key: string }>()`
UNWIND $in.rows AS row
CALL (row) {
  MATCH (subject:Recall {id: row.subject}) RETURN subject
  UNION
  MATCH (subject:AdverseEvent {id: row.subject}) RETURN subject
  UNION
  MATCH (subject:LoanSet {id: row.subject, isOpen: true}) RETURN subject
}
WITH row, subject WHERE NOT EXISTS { (subject)<-[:FILES]-(:FiledReport {organization: row.organization, rule: row.rule}) }
MERGE (alert:ClockAlert {key: row.key})
ON CREATE SET alert.at = $in.at, alert.isNew = true
WITH alert, row WHERE alert.isNew
REMOVE alert.isNew
RETURN row.key AS key
`
