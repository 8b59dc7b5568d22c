import { cypher } from '../../kernel/cypher.ts'

/** Each alert once, by however many nodes: answers which are new. */
export const markAlerts = cypher<{ keys: readonly string[]; at: string }, { key: string }>()`
UNWIND $in.keys AS key
MERGE (alert:ClockAlert {key: key})
ON CREATE SET alert.at = $in.at, alert.isNew = true
WITH alert, key WHERE alert.isNew
REMOVE alert.isNew
RETURN key
`
