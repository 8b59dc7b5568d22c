import { cypher, part, type Part } from '../../kernel/cypher.ts'
import type { Party } from '../partners/party.type.ts'
import type { ScopeCodes } from './scope-codes.rules.ts'
import { party, scope } from './scope.cypher.ts'

/**
 * How many are in one state with one organization in one country. `organization` has them, or sent what is under way to
 * `recipient`; `lots` are the places of lots that have units there.
 */
export type ScopeCountRow = readonly [
  state: 'HELD' | 'TRANSIT' | 'USED', organization: string, recipient: string | null, country: string | null, unit: string, serials: number, quantity: number, lots: number,
]

export interface ScopeNumbers {
  /** Things that each code found: its index and how many. */
  readonly found: readonly { readonly index: number; readonly things: number }[]
  readonly batchCount: number
  readonly serialCount: number
  readonly counts: readonly ScopeCountRow[]
  /** Whom the counts name by id. */
  readonly parties: readonly Party[]
}

const one: Part = part`'EA' AS unit, sign AS serials, 0.0 AS quantity, 0 AS lots`

/**
 * From the batches' kept counts, in one walk over their relationships, added up by place before anything is read of it:
 * with thousands of small batches that is what a scope costs. Parts inside devices lie at no site, so they are found
 * through their devices.
 */
const countsOfWholes: Part = part`
  UNWIND wholes AS batch
  MATCH (batch)-[cell:STOCKED_AT|USED_AT|IN_TRANSIT]->(place)
  WITH type(cell) AS type, place, cell, cell.serials AS serials, cell.quantity AS units
  WITH type, place, CASE type WHEN 'IN_TRANSIT' THEN cell.from END AS sender, CASE WHEN units > 0 THEN coalesce(cell.unit, 'EA') ELSE 'EA' END AS unit,
    sum(serials) AS serials, sum(CASE WHEN units > 0 THEN units ELSE 0.0 END) AS quantity, sum(CASE WHEN units > 0 THEN 1 ELSE 0 END) AS cells
  RETURN CASE type WHEN 'STOCKED_AT' THEN 'HELD' WHEN 'USED_AT' THEN 'USED' ELSE 'TRANSIT' END AS state,
    CASE type WHEN 'IN_TRANSIT' THEN sender ELSE place.organization END AS organization, CASE type WHEN 'IN_TRANSIT' THEN place.id END AS recipient,
    place.country AS country, unit, serials, quantity, CASE type WHEN 'IN_TRANSIT' THEN 0 ELSE cells END AS lots
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

/** Counts as bare rows and each party once: with names in every row they would take longer to send than to count. */
const counts: Part = part`
CALL (wholes, plus, minus) {
  WITH wholes, [serial IN plus | {serial: serial, sign: 1}] + [serial IN minus | {serial: serial, sign: -1}] AS singles
  CALL (wholes, singles) {
  ${countsOfWholes}
  UNION ALL
  ${countsOfSingles}
  }
  WITH state, organization, recipient, country, unit, sum(serials) AS serials, sum(quantity) AS quantity, sum(lots) AS lots
  WHERE serials <> 0 OR quantity <> 0
  RETURN collect([state, organization, recipient, country, unit, serials, quantity, lots]) AS counts
}
CALL (counts) {
  UNWIND counts AS count
  UNWIND [count[1], count[2]] AS id
  WITH DISTINCT id
  MATCH (organization:Organization {id: id})
  RETURN collect(${party(part`organization`)}) AS parties
}`

/** What the codes found, and how much it is: all from kept counts, however many serials. Internal roles only. */
export const scopeNumbers = cypher<ScopeCodes, ScopeNumbers>()`
WITH 1 AS asked WHERE $viewer.internal
${scope}
${counts}
RETURN counts, parties,
  COLLECT { UNWIND found AS entry WITH entry.index AS index, count(DISTINCT entry.thing) AS things RETURN {index: index, things: things} } AS found,
  size(wholes) + COUNT { UNWIND plus AS serial WITH serial.batch AS id WHERE id IS NOT NULL RETURN DISTINCT id } AS batchCount,
  reduce(sum = size(plus) - size(minus), batch IN wholes | sum + coalesce(batch.serialCount, 0)) AS serialCount
`
