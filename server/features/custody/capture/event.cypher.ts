import { concatenated, cypher, joinable, part } from '../../../kernel/cypher.ts'

interface Rows {
  readonly rows: readonly object[]
}

export const createEvents = joinable(cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (reporter:Organization {id: row.reportedBy})
OPTIONAL MATCH (site:Site {id: row.site})
OPTIONAL MATCH (giver:Organization {id: row.from})
OPTIONAL MATCH (taker:Organization {id: row.to})
CREATE (event:Event)-[:REPORTED_BY]->(reporter)
SET event = row.properties
FOREACH (_ IN CASE WHEN site IS NULL THEN [] ELSE [1] END | CREATE (event)-[:AT]->(site))
FOREACH (_ IN CASE WHEN giver IS NULL THEN [] ELSE [1] END | CREATE (event)-[:FROM_PARTY]->(giver))
FOREACH (_ IN CASE WHEN taker IS NULL THEN [] ELSE [1] END | CREATE (event)-[:TO_PARTY]->(taker))
`, { join: concatenated })

const concern = part`CREATE (event)-[:CONCERNS {role: told.role, quantity: told.quantity, unit: told.unit, position: told.position}]->(thing)`

export const concernSerials = joinable(cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (event:Event {id: row.event})
UNWIND row.things AS told
MATCH (thing:Serial {id: told.id})
${concern}`, { join: concatenated })

export const concernBatches = joinable(cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (event:Event {id: row.event})
UNWIND row.things AS told
MATCH (thing:Batch {id: told.id})
${concern}`, { join: concatenated })

export const concernUnits = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (event:Event {id: row.event})
UNWIND row.things AS told
MATCH (thing:LogisticUnit {id: told.id})
${concern}`

/** An error declaration marks the event and takes back the genealogy that it told. */
export const declareErrors = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (event:Event {id: row.event})
SET event.errorDeclaredAt = row.at, event.errorReason = row.reason, event.correctiveEventIds = row.corrective
WITH row, event
MATCH (event)-[:CONCERNS {role: 'OUTPUT'}]->()-[:FROM*0..1]->(:Batch)-[consumed:CONSUMED {event: row.event}]->()
DELETE consumed
`
