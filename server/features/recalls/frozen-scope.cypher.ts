import { cypher, part, type Part } from '../../kernel/cypher.ts'
import type { ItemTable } from '../custody/item-table.cypher.ts'
import { makersOwn } from './recall.cypher.ts'
import { beyond, type ItemPlace, itemPage, itemsOfBatch } from './scope-items.cypher.ts'
import { inRows, parties, type ScopeNumbers, type ScopeSums } from './scope-numbers.cypher.ts'

/**
 * The scope of a signed recall, read by pages of what it covers in the order of COVERS' index, each as costly as its own
 * rows however much the recall covers. What is covered only ever grows: no page leaves out what was covered before the
 * first one, and a serial's place never changes.
 */

interface FrozenPage {
  readonly recall: string
  /** It was signed, is no drill and goes on: names that are kept until then are told. */
  readonly running: boolean
  readonly limit: number
}

/** Of `recall`, which the viewer's organization made, what is covered from a place on: rows of `place` and `thing`, in order. */
export const covered = (from: Part): Part => part`
MATCH (recall:Recall {id: $in.recall})
WHERE ${makersOwn}
MATCH ()-[covers:COVERS]->(thing)
USING INDEX covers:COVERS(recall, key)
WHERE covers.recall = recall.id AND covers.key ${from}`

/** An amendment may cover the whole batch of a serial that was covered by itself: it counts with its batch. */
const beyondBatches = part`NOT EXISTS { (thing)-[:FROM]->(:Batch)<-[:COVERS]-(recall) }`

/** Whole batches and single serials; numbers of batches come from their kept counts. `last` is null behind the last page. */
export const frozenNumbers = cypher<FrozenPage & { after: string }, ScopeNumbers<ScopeSums & { last: string | null }>>()`
CALL () {
  ${covered(part`> $in.after`)}
  WITH recall, covers.key AS place, thing ORDER BY covers.recall, covers.key LIMIT toInteger($in.limit)
  RETURN collect(CASE WHEN thing:Batch THEN thing END) AS wholes, collect(CASE WHEN thing:Serial AND ${beyondBatches} THEN thing END) AS plus, [] AS minus,
    CASE WHEN count(*) = toInteger($in.limit) THEN max(place) END AS last
}
${parties}
${inRows(part`last: last`)}
`

/** A page of its serials and units. */
export const frozenItems = cypher<FrozenPage & { after: ItemPlace }, ItemTable<ItemPlace>>()`
${covered(part`>= $in.after.batch`)}
WITH recall, covers.recall AS owner, covers.key AS place, thing ORDER BY owner, place
CALL (recall, place, thing) {
  WITH place, thing AS batch, [] AS taken WHERE thing:Batch
  CALL (batch, place, taken) {
    ${itemsOfBatch}
  }
  RETURN batch, rank, text, id, cell, site, serial
  UNION ALL
  WITH recall, thing, place, thing AS serial, 2 AS rank, thing.serialNumber AS text, thing.id AS id WHERE thing:Serial AND ${beyond} AND ${beyondBatches}
  RETURN head([(serial)-[:FROM]->(batch:Batch) | batch]) AS batch, rank, text, id, null AS cell, null AS site, serial
}
WITH owner, batch, place, rank, text, id, cell, site AS lotSite, serial ORDER BY owner, place, rank, text, id LIMIT toInteger($in.limit)
${itemPage}
`
