import { cypher } from '../../../kernel/cypher.ts'
import type { SpanRow } from './span-rows.rules.ts'

/** By the label of what is inside. */
export interface SpanInput {
  readonly goneSerials: readonly SpanRow[]
  readonly goneBatches: readonly SpanRow[]
  readonly goneUnits: readonly SpanRow[]
  readonly serials: readonly SpanRow[]
  readonly batches: readonly SpanRow[]
  readonly units: readonly SpanRow[]
}

/** What is in which carton or pallet, from when until when. */
export const writePacks = cypher<SpanInput, never>()`
CALL () { UNWIND $in.goneSerials AS row MATCH (:LogisticUnit {id: row.parent})-[old:PACKS {since: row.since}]->(:Serial {id: row.thing}) DELETE old }
CALL () { UNWIND $in.goneBatches AS row MATCH (:LogisticUnit {id: row.parent})-[old:PACKS {since: row.since}]->(:Batch {id: row.thing}) DELETE old }
CALL () { UNWIND $in.goneUnits AS row MATCH (:LogisticUnit {id: row.parent})-[old:PACKS {since: row.since}]->(:LogisticUnit {id: row.thing}) DELETE old }
CALL () { UNWIND $in.serials AS row MATCH (unit:LogisticUnit {id: row.parent}), (thing:Serial {id: row.thing}) CREATE (unit)-[:PACKS {since: row.since, until: row.until}]->(thing) }
CALL () { UNWIND $in.batches AS row MATCH (unit:LogisticUnit {id: row.parent}), (thing:Batch {id: row.thing}) CREATE (unit)-[:PACKS {quantity: row.quantity, unit: row.unit, since: row.since, until: row.until}]->(thing) }
CALL () { UNWIND $in.units AS row MATCH (unit:LogisticUnit {id: row.parent}), (thing:LogisticUnit {id: row.thing}) CREATE (unit)-[:PACKS {since: row.since, until: row.until}]->(thing) }`

/** What is built into which device. */
export const writeContains = cypher<Omit<SpanInput, 'goneUnits' | 'units'>, never>()`
CALL () { UNWIND $in.goneSerials AS row MATCH (:Serial {id: row.parent})-[old:CONTAINS {installedAt: row.since}]->(:Serial {id: row.thing}) DELETE old }
CALL () { UNWIND $in.goneBatches AS row MATCH (:Serial {id: row.parent})-[old:CONTAINS {installedAt: row.since}]->(:Batch {id: row.thing}) DELETE old }
CALL () { UNWIND $in.serials AS row MATCH (device:Serial {id: row.parent}), (piece:Serial {id: row.thing}) CREATE (device)-[:CONTAINS {position: row.position, installedAt: row.since, removedAt: row.until, batch: piece.batch}]->(piece) }
CALL () { UNWIND $in.batches AS row MATCH (device:Serial {id: row.parent}), (piece:Batch {id: row.thing})
  CREATE (device)-[:CONTAINS {position: row.position, quantity: row.quantity, unit: row.unit, installedAt: row.since, removedAt: row.until, batch: piece.id}]->(piece) }`
