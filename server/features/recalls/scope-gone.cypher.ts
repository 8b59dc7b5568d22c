import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { covered } from './frozen-scope.cypher.ts'
import type { ScopeCodes } from './scope-codes.rules.ts'
import { scope } from './scope.cypher.ts'

/** What of a scope nobody has any more, and why. */
export interface GoneNumbers {
  readonly scrapped: number
  readonly unknown: number
  readonly lots: readonly { readonly unit: string; readonly scrapped: number; readonly unknown: number }[]
}

const sumOf = (cells: Part): Part => part`reduce(sum = 0.0, cell IN [${cells}] | sum + coalesce(cell, 0.0))`

/**
 * Over `wholes`, `plus` and `minus`. Of a batch its serials are read only where fewer are at a place than there are. Of
 * units without numbers: what was scrapped by its events, and what of the number made is neither there, used, scrapped
 * nor built into something.
 */
const gone: Part = part`
CALL (wholes, plus, minus) {
  CALL (wholes, plus, minus) {
    UNWIND wholes AS batch
    WITH batch WHERE coalesce(batch.serialCount, 0) > ${sumOf(part`(batch)-[cell:STOCKED_AT|USED_AT]->() | cell.serials`)}
    MATCH (serial:Serial)
    WHERE serial.batch = batch.id AND serial.serialNumber > ''
    RETURN serial, 1 AS sign
    UNION ALL
    UNWIND plus AS serial
    RETURN serial, 1 AS sign
    UNION ALL
    UNWIND minus AS serial
    RETURN serial, -1 AS sign
  }
  WITH serial, sign WHERE NOT EXISTS { (serial)-[:HELD_BY]->() } AND NOT EXISTS { (serial)-[:USED_AT]->() }
  RETURN sum(CASE serial.status WHEN 'DESTROYED' THEN sign ELSE 0 END) AS scrapped, sum(CASE serial.status WHEN 'DESTROYED' THEN 0 ELSE sign END) AS unknown
}
CALL (wholes) {
  UNWIND wholes AS batch
  WITH batch WHERE coalesce(batch.serialCount, 0) = 0 AND batch.quantity IS NOT NULL
  WITH batch, batch.quantity - ${sumOf(part`(batch)-[cell:STOCKED_AT|USED_AT]->() | cell.quantity`)} - ${sumOf(part`(batch)<-[cell:CONSUMED]-() | cell.quantity`)} AS missing
  WHERE missing > 0
  WITH batch, missing, ${sumOf(part`(batch)<-[cell:CONCERNS]-(event:Event {bizStep: 'destroying'}) WHERE event.errorDeclaredAt IS NULL | cell.quantity`)} AS destroyed
  WITH coalesce(batch.unit, 'EA') AS unit, missing, CASE WHEN destroyed > missing THEN missing ELSE destroyed END AS scrapped
  WITH unit, sum(scrapped) AS scrapped, sum(missing - scrapped) AS unknown ORDER BY unit
  RETURN collect({unit: unit, scrapped: scrapped, unknown: unknown}) AS lots
}
RETURN scrapped, unknown, lots`

/** Internal roles only. */
export const scopeGone = cypher<ScopeCodes, GoneNumbers>()`
WITH 1 AS asked WHERE $viewer.internal
${scope}
${gone}
`

/** A page of a signed recall's. `last` is null behind the last page. */
export const frozenGone = cypher<{ recall: string; after: string; limit: number }, GoneNumbers & { readonly last: string | null }>()`
CALL () {
  ${covered(part`> $in.after`)}
  WITH covers.key AS place, thing ORDER BY covers.recall, covers.key LIMIT toInteger($in.limit)
  RETURN collect(CASE WHEN thing:Batch THEN thing END) AS wholes, collect(CASE WHEN thing:Serial THEN thing END) AS plus, [] AS minus,
    CASE WHEN count(*) = toInteger($in.limit) THEN max(place) END AS last
}
${gone}, last
`
