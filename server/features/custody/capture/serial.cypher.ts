import { cypher, joinable, part } from '../../../kernel/cypher.ts'
import { joinedSerialRows, type SerialRows } from './serial-rows.rules.ts'

// Relationships name their serial by its position among the rows: finding it again by its id would cost most of the work.

const organization = part`
MATCH (organization:Organization {id: row.to})
WITH row, organization, serials[toInteger(row.serial)] AS serial`

const site = part`
MATCH (site:Site {id: row.to})
WITH row, site, serials[toInteger(row.serial)] AS serial`

/** Brings serials and what is derived of them up to date: what is no more goes first, since a serial has one holder at a time. */
export const writeSerialStates = joinable(cypher<SerialRows, never>()`
CALL () {
  UNWIND $in.rows AS row
  MATCH (serial:Serial {id: row.id})
  SET serial += row.properties
  WITH serial, row
  CALL (serial, row) {
    WITH serial, row WHERE size(row.dropped) > 0
    MATCH (serial)-[old:HELD_BY|STORED_AT|OWNED_BY|IN_TRANSIT|USED_AT|PASSED]->()
    WHERE type(old) IN row.dropped
    DELETE old
  }
  RETURN collect(serial) AS serials
}
CALL (serials) { UNWIND $in.edges.HELD_BY AS row ${organization} CREATE (serial)-[:HELD_BY {since: row.since, serial: serial.id, organization: row.to, key: row.key}]->(organization) }
CALL (serials) { UNWIND $in.edges.STORED_AT AS row ${site} CREATE (serial)-[:STORED_AT {site: row.to, key: row.key}]->(site) }
CALL (serials) { UNWIND $in.edges.OWNED_BY AS row ${organization} CREATE (serial)-[:OWNED_BY {since: row.since}]->(organization) }
CALL (serials) { UNWIND $in.edges.IN_TRANSIT AS row ${organization} CREATE (serial)-[:IN_TRANSIT {from: row.from, to: row.to, since: row.since}]->(organization) }
CALL (serials) { UNWIND $in.edges.USED_AT AS row ${site} CREATE (serial)-[:USED_AT {on: row.on, organization: row.organization, kind: row.kind}]->(site) }
CALL (serials) { UNWIND $in.edges.PASSED AS row ${organization} CREATE (serial)-[:PASSED {from: row.from, until: row.until, status: row.status, holds: row.holds}]->(organization) }`, { join: joinedSerialRows })
