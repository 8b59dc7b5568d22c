import { cypher, part, type Part } from '../../kernel/cypher.ts'
import type { ScopeCodes } from './scope-codes.rules.ts'
import { nameless, scope } from './scope.cypher.ts'

/** Units of a lot in one place. */
export type ScopeLot = readonly [state: 'HELD' | 'USED', unit: string, quantity: number]

/** Serials that are held in a country, and that were used in it. */
export type ScopeSerials = readonly [country: string | null, held: number, used: number]

/** What is on its way from a sender, which is named by its id. */
export type ScopeArrival = readonly [sender: string, serials: number, unit: string, quantity: number]

export type PartyColumns = readonly [id: string | null, name: string | null, nameZh: string | null, kinds: readonly string[] | null, country: string | null]

/** An organization with what it has and used in its own country and in others, and what it is going to get. `node` joins what several pages tell of one, named or not, and is shown to nobody. */
export type ScopeParty = readonly [
  node: string, party: PartyColumns, held: number, used: number, abroad: readonly ScopeSerials[],
  lots: readonly (readonly [country: string | null, lots: readonly ScopeLot[]])[], arrivals: readonly ScopeArrival[],
]

export interface ScopeSums {
  /** Ids of batches of which single serials are in it, beside the whole ones. */
  readonly splitBatches: readonly string[]
  readonly wholeCount: number
  readonly serialCount: number
  /** By the id that arrivals name. */
  readonly senders: readonly (readonly [id: string, party: PartyColumns])[]
}

/** One of a statement's rows: the first has the sums. */
export interface ScopeNumbers<Sums = ScopeSums> {
  readonly sums: Sums | null
  /** Lists, and each organization once: with thousands of them, names and keys in every row took longer to send than the rest to count. */
  readonly parties: readonly ScopeParty[]
}

/** Things that each code found: its index and how many. */
export interface CodesFound {
  readonly found: readonly { readonly index: number; readonly things: number }[]
}

const partyColumns = (organization: Part): Part => part`CASE WHEN ${nameless(organization)} THEN [null, null, null, ${organization}.kinds, ${organization}.country]
  ELSE [${organization}.id, ${organization}.name, ${organization}.nameZh, ${organization}.kinds, ${organization}.country] END`

/** Grouped by the place alone, which is a number to Neo4j: much quicker than by texts beside it. */
const cellsAt = (state: Part, cell: Part): Part => part`
    UNWIND wholes AS batch
    MATCH (batch)-[cell:${cell}]->(site)
    WITH site, sum(cell.serials) AS serials, collect(CASE WHEN cell.quantity > 0 THEN ['${state}', coalesce(cell.unit, 'EA'), cell.quantity] END) AS lots`

/** From the batches' kept counts. Operators are found by key, each once: to walk from every site to its own reads three times as much. */
const placesOfWholes: Part = part`
  CALL (wholes) {
    ${cellsAt(part`HELD`, part`STOCKED_AT`)}
    RETURN site, serials AS held, 0 AS used, lots
    UNION ALL
    ${cellsAt(part`USED`, part`USED_AT`)}
    RETURN site, 0 AS held, serials AS used, lots
  }
  WITH site.organization AS operator, site.country AS country, sum(held) AS held, sum(used) AS used, collect(lots) AS lotsBySite
  OPTIONAL MATCH (organization:Organization {id: operator})
  RETURN organization, country, held, used, reduce(all = [], lots IN lotsBySite | all + lots) AS lots, null AS arrival`

/** Parts inside devices lie at no site, so they are found through their devices. */
const placesOfParts: Part = part`
  UNWIND wholes AS batch
  MATCH (:Serial)-[contains:CONTAINS]->(serial:Serial)
  WHERE contains.batch = batch.id AND contains.removedAt IS NULL
  WITH DISTINCT serial WHERE NOT EXISTS { (serial)-[:STORED_AT]->() }
  MATCH (serial)-[:HELD_BY]->(organization:Organization)
  RETURN organization, organization.country AS country, 1 AS held, 0 AS used, [] AS lots, null AS arrival`

const placesOfSingles: Part = part`
  UNWIND singles AS single
  WITH single.serial AS serial, single.sign AS sign
  MATCH (serial)-[:HELD_BY]->(organization:Organization)
  OPTIONAL MATCH (serial)-[:STORED_AT]->(site:Site)
  RETURN organization, coalesce(site.country, organization.country) AS country, sign AS held, 0 AS used, [] AS lots, null AS arrival
  UNION ALL
  UNWIND singles AS single
  WITH single.serial AS serial, single.sign AS sign
  MATCH (serial)-[:USED_AT]->(site:Site)<-[:OPERATES]-(organization:Organization)
  RETURN organization, site.country AS country, 0 AS held, sign AS used, [] AS lots, null AS arrival`

const arrivals: Part = part`
  UNWIND wholes AS batch
  MATCH (batch)-[transit:IN_TRANSIT]->(organization)
  RETURN organization, organization.country AS country, 0 AS held, 0 AS used, [] AS lots, [transit.from, transit.serials, coalesce(transit.unit, 'EA'), CASE WHEN transit.quantity > 0 THEN transit.quantity ELSE 0.0 END] AS arrival
  UNION ALL
  UNWIND singles AS single
  WITH single.serial AS serial, single.sign AS sign
  MATCH (serial)-[transit:IN_TRANSIT]->(organization:Organization)
  RETURN organization, organization.country AS country, 0 AS held, 0 AS used, [] AS lots, [transit.from, sign, 'EA', 0.0] AS arrival`

/** Over `wholes`, `plus` and `minus`: who has, used or gets any of them, and who sent it. */
export const parties: Part = part`
CALL (wholes, plus, minus) {
  WITH wholes, [serial IN plus | {serial: serial, sign: 1}] + [serial IN minus | {serial: serial, sign: -1}] AS singles
  CALL (wholes, singles) {
  ${placesOfWholes}
  UNION ALL
  ${placesOfParts}
  UNION ALL
  ${placesOfSingles}
  UNION ALL
  ${arrivals}
  }
  WITH organization, country = organization.country AS home, country, held, used, lots, arrival
  WITH organization, sum(CASE WHEN home THEN held ELSE 0 END) AS held, sum(CASE WHEN home THEN used ELSE 0 END) AS used,
    collect(CASE WHEN home OR held = 0 AND used = 0 THEN null ELSE [country, held, used] END) AS abroad,
    collect(CASE WHEN size(lots) > 0 THEN [country, lots] END) AS lots, collect(arrival) AS arrivals
  RETURN collect([elementId(organization), ${partyColumns(part`organization`)}, held, used, abroad, lots, arrivals]) AS parties, collect([arrival IN arrivals | arrival[0]]) AS sent
}
CALL (sent) {
  UNWIND sent AS ids
  UNWIND ids AS id
  WITH DISTINCT id
  MATCH (sender:Organization {id: id})
  RETURN collect([sender.id, ${partyColumns(part`sender`)}]) AS senders
}`

/** Parties of one row: a row that does not fit a piece of what the driver reads at once costs it several times as much (1,600 in one row 14 ms of processor, in rows of 20 under 4). */
const rowful = part`20`

/** Over `parties`: rows with some of them each, and in the first the sums with what else is told once. */
export const inRows = (once: Part): Part => part`WITH parties, {${once}, senders: senders, wholeCount: size(wholes),
  splitBatches: COLLECT { UNWIND plus AS serial WITH serial.batch AS id WHERE id IS NOT NULL RETURN DISTINCT id },
  serialCount: reduce(sum = size(plus) - size(minus), batch IN wholes | sum + coalesce(batch.serialCount, 0))} AS sums
UNWIND range(0, size(parties), ${rowful}) AS place
RETURN parties[place..place + ${rowful}] AS parties, CASE place WHEN 0 THEN sums END AS sums`

/** What the codes found, and how much it is: all from kept counts, however many serials. Internal roles only. */
export const scopeNumbers = cypher<ScopeCodes, ScopeNumbers<ScopeSums & CodesFound>>()`
WITH 1 AS asked WHERE $viewer.internal
${scope}
${parties}
WITH *, COLLECT { UNWIND found AS entry WITH entry.index AS index, count(DISTINCT entry.thing) AS things RETURN {index: index, things: things} } AS counted
${inRows(part`found: counted`)}
`
