import { part } from '../../server/kernel/cypher.ts'

/** Events alike but for the serial, the time and the papers. */
export interface AlikeEvents {
  readonly events: readonly EventRow[]
}

/** A list, because a map would name its keys in every row: serial's position, id, eventId, eventTime, recordTime, hash, documentNumber, procedureReference. */
export type EventRow = readonly (string | number | undefined)[]

const place = part`
MATCH (reporter:Organization {id: alike.reportedBy})
MATCH (site:Site {id: alike.site})`

// All in one CREATE, and no FOREACH for what may be missing: this is most of a large load.
const create = part`
CREATE (event:Event {
  id: row[1], eventId: row[2], eventTime: row[3], recordTime: row[4], hash: row[5], documentNumber: row[6], procedureReference: row[7],
  type: alike.type, action: alike.action, bizStep: alike.bizStep, disposition: alike.disposition, timeZoneOffset: alike.timeZoneOffset,
  owner: alike.owner, errorDeclaredAt: alike.errorDeclaredAt, errorReason: alike.errorReason, note: alike.note, noteZh: alike.noteZh
}), (event)-[:CONCERNS {role: alike.role}]->(serial), (event)-[:REPORTED_BY]->(reporter), (event)-[:AT]->(site)`

/** At a place, between no parties. */
export const serialStays = part`
UNWIND $in.stays AS alike
${place}
UNWIND alike.events AS row
WITH alike, reporter, site, row, serials[toInteger(row[0])] AS serial
${create}`

/** At a place, from one party to another. */
export const serialMoves = part`
UNWIND $in.moves AS alike
${place}
MATCH (giver:Organization {id: alike.from})
MATCH (taker:Organization {id: alike.to})
UNWIND alike.events AS row
WITH alike, reporter, site, giver, taker, row, serials[toInteger(row[0])] AS serial
${create}, (event)-[:FROM_PARTY]->(giver), (event)-[:TO_PARTY]->(taker)`
