import { cypher, part } from '../../server/kernel/cypher.ts'

// Events of one route (the same place and parties) come together, so that these are looked up once.
const route = part`
UNWIND $in.rows AS route
MATCH (reporter:Organization {id: route.reportedBy})
OPTIONAL MATCH (site:Site {id: route.site})
OPTIONAL MATCH (giver:Organization {id: route.from})
OPTIONAL MATCH (taker:Organization {id: route.to})
UNWIND route.events AS row`

const create = part`
CREATE (event:Event {
  id: row.id, eventId: row.eventId, type: row.type, action: row.action, bizStep: row.bizStep, disposition: row.disposition,
  eventTime: row.eventTime, timeZoneOffset: row.timeZoneOffset, recordTime: row.recordTime, hash: row.hash, owner: row.owner,
  errorDeclaredAt: row.errorDeclaredAt, errorReason: row.errorReason, note: row.note, noteZh: row.noteZh,
  documentNumber: row.documentNumber, procedureReference: row.procedureReference
})-[:REPORTED_BY]->(reporter)`

const links = part`
FOREACH (_ IN CASE WHEN site IS NULL THEN [] ELSE [1] END | CREATE (event)-[:AT]->(site))
FOREACH (_ IN CASE WHEN giver IS NULL THEN [] ELSE [1] END | CREATE (event)-[:FROM_PARTY]->(giver))
FOREACH (_ IN CASE WHEN taker IS NULL THEN [] ELSE [1] END | CREATE (event)-[:TO_PARTY]->(taker))`

export interface RouteRows {
  readonly rows: readonly { readonly reportedBy: string; readonly events: readonly object[] }[]
}

/** Events of any kind; their things follow. */
export const writeEvents = cypher<RouteRows, never>()`
${route}
${create}
${links}`

interface ConcernRows {
  readonly rows: readonly object[]
}

const concern = part`CREATE (event)-[:CONCERNS {role: row.role, quantity: row.quantity, unit: row.unit, position: row.position}]->(thing)`

export const concernSerials = cypher<ConcernRows, never>()`
UNWIND $in.rows AS row
MATCH (event:Event {id: row.event}), (thing:Serial {id: row.thing})
${concern}`

export const concernBatches = cypher<ConcernRows, never>()`
UNWIND $in.rows AS row
MATCH (event:Event {id: row.event}), (thing:Batch {id: row.thing})
${concern}`

export const concernLogisticUnits = cypher<ConcernRows, never>()`
UNWIND $in.rows AS row
MATCH (event:Event {id: row.event}), (thing:LogisticUnit {id: row.thing})
${concern}`
