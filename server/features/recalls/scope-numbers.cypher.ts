import { cypher, part, type Part } from '../../kernel/cypher.ts'
import type { Party } from '../partners/party.type.ts'
import type { ScopeCodes } from './scope-codes.rules.ts'
import { party, scope } from './scope.cypher.ts'

/** How many are in one state with one organization in one country. */
export interface ScopeCount {
  readonly state: 'HELD' | 'TRANSIT' | 'USED'
  /** Who has it; the sender of what is under way. */
  readonly organization: Party
  /** The recipient of what is under way. */
  readonly recipient: Party | null
  readonly country: string | null
  readonly unit: string
  readonly serials: number
  readonly quantity: number
}

export interface ScopeNumbers {
  /** Things that each code found: its index and how many. */
  readonly found: readonly { readonly index: number; readonly things: number }[]
  readonly batchCount: number
  readonly serialCount: number
  /** Cells of lot-held units. */
  readonly lotCount: number
  readonly counts: readonly ScopeCount[]
}

const lotUnits: Part = part`CASE WHEN cell.quantity > 0 THEN cell.quantity ELSE 0.0 END`
const one: Part = part`'EA' AS unit, sign AS serials, 0.0 AS quantity`

/** From the batches' kept counts. Parts inside devices lie at no site, so they are found through their devices. */
const countsOfWholes: Part = part`
  UNWIND wholes AS batch
  MATCH (batch)-[cell:STOCKED_AT]->(site:Site)
  RETURN 'HELD' AS state, cell.organization AS organization, null AS recipient, site.country AS country, coalesce(cell.unit, 'EA') AS unit, cell.serials AS serials, ${lotUnits} AS quantity
  UNION ALL
  UNWIND wholes AS batch
  MATCH (batch)-[cell:USED_AT]->(site:Site)
  RETURN 'USED' AS state, cell.organization AS organization, null AS recipient, site.country AS country, coalesce(cell.unit, 'EA') AS unit, cell.serials AS serials, ${lotUnits} AS quantity
  UNION ALL
  UNWIND wholes AS batch
  MATCH (batch)-[cell:IN_TRANSIT]->(recipient:Organization)
  RETURN 'TRANSIT' AS state, cell.from AS organization, recipient.id AS recipient, recipient.country AS country, coalesce(cell.unit, 'EA') AS unit, cell.serials AS serials, ${lotUnits} AS quantity
  UNION ALL
  UNWIND wholes AS batch
  MATCH (:Serial)-[contains:CONTAINS]->(serial:Serial)
  WHERE contains.batch = batch.id AND contains.removedAt IS NULL
  WITH DISTINCT serial WHERE NOT EXISTS { (serial)-[:STORED_AT]->() }
  MATCH (serial)-[:HELD_BY]->(holder:Organization)
  WITH holder, 1 AS sign
  RETURN 'HELD' AS state, holder.id AS organization, null AS recipient, holder.country AS country, ${one}`

const countsOfSingles: Part = part`
  UNWIND singles AS single
  WITH single.serial AS serial, single.sign AS sign
  MATCH (serial)-[:HELD_BY]->(holder:Organization)
  OPTIONAL MATCH (serial)-[:STORED_AT]->(site:Site)
  RETURN 'HELD' AS state, holder.id AS organization, null AS recipient, coalesce(site.country, holder.country) AS country, ${one}
  UNION ALL
  UNWIND singles AS single
  WITH single.serial AS serial, single.sign AS sign
  MATCH (serial)-[:USED_AT]->(site:Site)
  RETURN 'USED' AS state, site.organization AS organization, null AS recipient, site.country AS country, ${one}
  UNION ALL
  UNWIND singles AS single
  WITH single.serial AS serial, single.sign AS sign
  MATCH (serial)-[transit:IN_TRANSIT]->(recipient:Organization)
  RETURN 'TRANSIT' AS state, transit.from AS organization, recipient.id AS recipient, recipient.country AS country, ${one}`

const counts: Part = part`
CALL (wholes, plus, minus) {
  WITH wholes, [serial IN plus | {serial: serial, sign: 1}] + [serial IN minus | {serial: serial, sign: -1}] AS singles
  CALL (wholes, singles) {
  ${countsOfWholes}
  UNION ALL
  ${countsOfSingles}
  }
  WITH state, organization, recipient, country, unit, sum(serials) AS serials, sum(quantity) AS quantity
  WHERE serials <> 0 OR quantity <> 0
  MATCH (holder:Organization {id: organization})
  OPTIONAL MATCH (to:Organization {id: recipient})
  RETURN collect({state: state, organization: ${party(part`holder`)}, recipient: ${party(part`to`)}, country: country, unit: unit, serials: serials, quantity: quantity}) AS counts
}`

/** What the codes found, and how much it is: all from kept counts, however many serials. Internal roles only. */
export const scopeNumbers = cypher<ScopeCodes, ScopeNumbers>()`
WITH 1 AS asked WHERE $viewer.internal
${scope}
${counts}
RETURN counts,
  COLLECT { UNWIND found AS entry WITH entry.index AS index, count(DISTINCT entry.thing) AS things RETURN {index: index, things: things} } AS found,
  COUNT { UNWIND [batch IN wholes | batch.id] + [serial IN plus | serial.batch] AS id WITH id WHERE id IS NOT NULL RETURN DISTINCT id } AS batchCount,
  reduce(sum = size(plus) - size(minus), batch IN wholes | sum + coalesce(batch.serialCount, 0)) AS serialCount,
  COUNT { UNWIND wholes AS batch MATCH (batch)-[cell:STOCKED_AT|USED_AT]->(:Site) WHERE cell.quantity > 0 } AS lotCount
`
