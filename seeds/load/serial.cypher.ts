import { cypher } from '../../server/kernel/cypher.ts'
import { heldBy, inTransit, ownedBy, passed, storedAt, usedAt } from './custody.cypher.ts'
import type { CustodyRows } from './custody-rows.ts'
import { type AlikeEvents, serialMoves, serialStays } from './serial-event.cypher.ts'

export interface SerialRows extends CustodyRows {
  readonly batches: readonly { readonly serials: readonly object[] }[]
  readonly stays: readonly AlikeEvents[]
  readonly moves: readonly AlikeEvents[]
}

/**
 * Serials with their own events and custody. One statement, in which the others name a serial by its position among
 * those created: finding it by its id again, ten times for each, was a seventh of the work. Never planned again, which a
 * growing graph would have it be every few seconds: all that it looks up has a unique key.
 */
export const writeSerials = cypher<SerialRows, never>()`CYPHER replan=skip
CALL () {
  UNWIND $in.batches AS group
  MATCH (product:Product {id: group.product})
  OPTIONAL MATCH (batch:Batch {id: group.batch})
  UNWIND group.serials AS row
  CREATE (serial:Serial {
    id: row.id, serialNumber: row.serialNumber, key: row.key, udi: row.udi, batch: group.batch, maker: group.maker,
    expiresOn: row.expiresOn, manufacturedOn: row.manufacturedOn,
    status: row.status, holds: row.holds, since: row.since, head: row.head
  })-[:OF]->(product)
  FOREACH (_ IN CASE WHEN batch IS NULL THEN [] ELSE [1] END | CREATE (serial)-[:FROM]->(batch))
  RETURN collect(serial) AS serials
}
CALL (serials) { ${serialStays} }
CALL (serials) { ${serialMoves} }
CALL (serials) { ${heldBy} }
CALL (serials) { ${storedAt} }
CALL (serials) { ${ownedBy} }
CALL (serials) { ${inTransit} }
CALL (serials) { ${usedAt} }
CALL (serials) { ${passed} }`
