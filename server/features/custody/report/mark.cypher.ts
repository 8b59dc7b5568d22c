import { concatenated, cypher, joinable } from '../../../kernel/cypher.ts'
import type { Mark } from './marks.rules.ts'

/** Findings for who reported it and for the maker. One that is there already stays as it is. */
export const raiseMarks = joinable(cypher<{ rows: readonly (Mark & { readonly at: string })[] }, never>()`
UNWIND $in.rows AS row
OPTIONAL MATCH (serial:Serial {id: row.about})
OPTIONAL MATCH (batch:Batch {id: row.about})
WITH row, coalesce(serial, batch) AS thing
MERGE (finding:Finding {id: row.id})
ON CREATE SET finding.code = row.code, finding.raisedAt = row.at, finding.event = row.event, finding.organization = row.organization, finding.maker = row.maker
MERGE (finding)-[:ABOUT]->(thing)
`, { join: concatenated })

/** An event that was an error moved nothing. */
export const clearMarks = cypher<{ ids: readonly string[]; at: string }, never>()`
UNWIND $in.ids AS id
MATCH (finding:Finding {id: id})
WHERE finding.clearedAt IS NULL
SET finding.clearedAt = $in.at, finding.clearedHow = 'CORRECTED'
`
