import { cypher } from '../../server/kernel/cypher.ts'

interface Rows {
  readonly rows: readonly object[]
}

export const writeConsumed = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (output:Batch {id: row.output}), (input:Batch {id: row.input})
CREATE (output)-[:CONSUMED {quantity: row.quantity, unit: row.unit, event: row.event}]->(input)`

export const writeContainsSerial = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (device:Serial {id: row.parent}), (piece:Serial {id: row.thing})
CREATE (device)-[:CONTAINS {position: row.position, installedAt: row.since, removedAt: row.until, batch: piece.batch}]->(piece)`

export const writeContainsBatch = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (device:Serial {id: row.parent}), (piece:Batch {id: row.thing})
CREATE (device)-[:CONTAINS {position: row.position, quantity: row.quantity, unit: row.unit, installedAt: row.since, removedAt: row.until, batch: piece.id}]->(piece)`

export const writePacksSerial = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (unit:LogisticUnit {id: row.parent}), (thing:Serial {id: row.thing})
CREATE (unit)-[:PACKS {since: row.since, until: row.until}]->(thing)`

export const writePacksBatch = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (unit:LogisticUnit {id: row.parent}), (thing:Batch {id: row.thing})
CREATE (unit)-[:PACKS {quantity: row.quantity, unit: row.unit, since: row.since, until: row.until}]->(thing)`

export const writePacksLogisticUnit = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (unit:LogisticUnit {id: row.parent}), (thing:LogisticUnit {id: row.thing})
CREATE (unit)-[:PACKS {since: row.since, until: row.until}]->(thing)`
