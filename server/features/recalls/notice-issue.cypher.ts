import { cypher, part } from '../../kernel/cypher.ts'
import { answering } from './notice.cypher.ts'
import type { Coverage } from './recall-write.cypher.ts'

export interface IssuedNotice {
  readonly id: string
  readonly organization: string
  readonly roles: readonly string[]
  readonly itemCount: number
  readonly outstandingCount: number
  /** False where the organization already had a notice, which only got longer. */
  readonly isNew: boolean
}

export type NoticeOrder = Coverage & { readonly at: string; readonly respondBy: string | null }

/** Why a relationship of a device makes its other end one to be told, nearest first (notice.rules.ts). */
const roleOf = part`CASE type(edge) WHEN 'HELD_BY' THEN 0 WHEN 'USED_AT' THEN 1 WHEN 'IN_TRANSIT' THEN 2 WHEN 'OWNED_BY' THEN 3 ELSE 4 END`
const roleNames = part`['HOLDER', 'USER', 'RECIPIENT', 'OWNER', 'FORWARDER', 'ORIGIN']`

/** The organization at the other end; a site's is its operator. */
export const otherEnd = part`CASE WHEN place:Site THEN place.organization ELSE place.id END`

/**
 * Of a batch's `edge` to a `place`: units that are there or were used, and units on their way there. Those lie in their
 * sender's stock until receipt, and the recipient's line says how many they are (`arriving`), so that they are not counted
 * twice; what is consigned is the recipient's at once, since the moment that it left.
 */
export const lotAmounts = part`CASE WHEN type(edge) IN ['STOCKED_AT', 'USED_AT'] THEN edge.quantity ELSE 0.0 END AS held,
      CASE WHEN type(edge) <> 'IN_TRANSIT' OR EXISTS { MATCH (thing)-[there:STOCKED_AT]->() WHERE there.organization = place.id AND there.since = edge.since } THEN 0.0 ELSE edge.quantity END AS arriving`

/** Not the maker itself as a former holder: it need not ask itself. */
const toBeTold = part`(type(edge) <> 'PASSED' OR place.id <> $viewer.organization)`

/**
 * Every serial's holder, user, recipient, owner and former holders, in one walk over its relationships; `whole`: its batch
 * is covered as such. What somebody passed on of such a batch is one line with its number: a distributor had nearly all
 * of it, and half of all lines would be only this; who has units of it without numbers too has its line by those.
 */
const serialRows = part`
  CALL () {
    UNWIND $in.batches AS batch
    MATCH (serial:Serial)
    USING INDEX serial:Serial(batch, serialNumber)
    WHERE serial.batch = batch AND serial.serialNumber > ''
    RETURN serial, true AS whole
    UNION ALL
    UNWIND $in.serials AS id
    MATCH (serial:Serial {id: id})
    RETURN serial, false AS whole
  }
  MATCH (serial)-[edge:HELD_BY|USED_AT|IN_TRANSIT|OWNED_BY|PASSED]->(place)
  WHERE ${toBeTold}
  WITH ${otherEnd} AS organization, serial, whole, min(${roleOf}) AS rank
  WITH organization, rank, CASE WHEN whole AND rank = 4 THEN serial.batch END AS lot, CASE WHEN NOT (whole AND rank = 4) THEN serial END AS single, count(*) AS devices
  OPTIONAL MATCH (batch:Batch {id: lot})
  WITH * WHERE batch IS NULL OR NOT EXISTS { MATCH (batch)-[edge:STOCKED_AT|USED_AT|IN_TRANSIT]->(place) WHERE edge.quantity > 0 AND organization = ${otherEnd} }
  RETURN organization, coalesce(single, batch) AS thing, rank, CASE WHEN lot IS NOT NULL THEN toFloat(devices) END AS quantity, CASE WHEN lot IS NOT NULL THEN 'EA' END AS unit, null AS arriving`

/**
 * Units of lots by organization: what it has and used, what is on its way to it, and what is its own in others' hands;
 * who had some and has none any more is asked to forward.
 */
const lotRows = part`
  UNWIND $in.batches AS id
  MATCH (thing:Batch {id: id})
  CALL (thing) {
    MATCH (thing)-[edge:STOCKED_AT|USED_AT|IN_TRANSIT|PASSED]->(place)
    WHERE ${toBeTold} AND CASE type(edge) WHEN 'PASSED' THEN coalesce(edge.serials, 0) = 0 AND edge.until IS NOT NULL ELSE edge.quantity > 0 END
    RETURN ${otherEnd} AS organization, CASE type(edge) WHEN 'STOCKED_AT' THEN 0 ELSE ${roleOf} END AS rank, ${lotAmounts}, 0.0 AS owned, edge.unit AS unit
    UNION ALL
    MATCH (thing)-[edge:STOCKED_AT]->()
    WHERE edge.quantity > 0 AND edge.owner <> edge.organization
    RETURN edge.owner AS organization, 3 AS rank, 0.0 AS held, 0.0 AS arriving, edge.quantity AS owned, edge.unit AS unit
  }
  WITH organization, thing, min(rank) AS rank, sum(held) AS held, sum(arriving) AS arriving, sum(owned) AS owned, head(collect(unit)) AS unit
  RETURN organization, thing, rank, CASE rank WHEN 3 THEN owned ELSE held + arriving END AS quantity, coalesce(unit, 'EA') AS unit, arriving`

/** The suppliers of the lots that the scope was asked by: of their own lots, and of nothing else. */
const originRows = part`
  UNWIND $in.origins AS id
  MATCH (thing:Batch {id: id})
  MATCH (supplier:Organization {id: thing.maker})
  RETURN supplier.id AS organization, thing, 5 AS rank, null AS quantity, null AS unit, null AS arriving`

/** Who has, gets, owns, used or passed on anything of what is covered, and by what: rows of {organization, thing, rank, quantity, unit, arriving}. */
const rows = part`
CALL () {
  ${serialRows}
  UNION ALL
  ${lotRows}
  UNION ALL
  ${originRows}
}`

const keyed = part`recall.id + '|' + organization.id`

/**
 * One notice for each organization that must know, listing exactly its devices: all of it in one statement, however many.
 * What an organization has been told of before is not told again.
 */
export const issueNotices = cypher<NoticeOrder, IssuedNotice>()`
MATCH (recall:Recall {id: $in.recall})
${rows}
WITH recall, organization AS id, collect({thing: thing, rank: rank, quantity: quantity, unit: unit, arriving: arriving}) AS items
MATCH (organization:Organization {id: id})
MERGE (notice:RecallNotice {key: ${keyed}})
ON CREATE SET notice.id = 'ntc_' + replace(randomUUID(), '-', ''), notice.recall = recall.id, notice.organization = organization.id, notice.maker = recall.maker,
  notice.drill = recall.drill, notice.issuedAt = $in.at, notice.respondBy = $in.respondBy, notice.place = $in.at + '|' + organization.id, notice.late = false,
  notice.roles = [], notice.itemCount = 0, notice.outstandingCount = 0
MERGE (recall)-[:ISSUED]->(notice)
MERGE (notice)-[:TO]->(organization)
WITH organization, notice, items, notice.itemCount = 0 AS isNew
WITH organization, notice, isNew, CASE WHEN isNew THEN items ELSE [item IN items WHERE NOT EXISTS { (notice)-[:LISTS]->(told) WHERE told = item.thing }] END AS items
WHERE size(items) > 0
CALL (notice, items) {
  UNWIND items AS item
  WITH notice, item.thing AS thing, item.rank AS rank, item.quantity AS quantity, item.unit AS unit, item.arriving AS arriving
  CREATE (notice)-[listed:LISTS {notice: notice.id, key: thing.key, role: ${roleNames}[rank], quantity: quantity, unit: unit, arriving: arriving}]->(thing)
  RETURN count(listed) AS added, collect(DISTINCT ${roleNames}[rank]) AS newRoles, sum(CASE WHEN ${roleNames}[rank] IN ${answering} THEN 1 ELSE 0 END) AS toAnswer
}
SET notice.itemCount = notice.itemCount + added, notice.outstandingCount = notice.outstandingCount + toAnswer,
  notice.roles = notice.roles + [role IN newRoles WHERE NOT role IN notice.roles],
  notice.completedAt = CASE WHEN toAnswer > 0 THEN null ELSE notice.completedAt END, notice.escalatedAt = CASE WHEN toAnswer > 0 THEN null ELSE notice.escalatedAt END,
  notice.respondBy = CASE WHEN toAnswer > 0 AND notice.respondBy < $in.respondBy THEN $in.respondBy ELSE notice.respondBy END
RETURN notice.id AS id, notice.organization AS organization, notice.roles AS roles, notice.itemCount AS itemCount, notice.outstandingCount AS outstandingCount, isNew
`

/**
 * The recall's own numbers, when its notices are written: how much it covers, and how many of its serials are in
 * nobody's hands any more (scrapped, used up), so that nobody is asked for them.
 */
export const recordIssue = cypher<{ recall: string; serials: number; units: number; notifiedAt: string }, never>()`
MATCH (recall:Recall {id: $in.recall})
CALL (recall) {
  MATCH (recall)-[:ISSUED]->(:RecallNotice)-[item:LISTS]->(serial:Serial)
  WHERE item.role IN ${answering}
  RETURN count(DISTINCT serial) AS listed
}
SET recall.serialCount = coalesce(recall.serialCount, 0) + $in.serials, recall.unitCount = coalesce(recall.unitCount, 0.0) + $in.units,
  recall.notifiedAt = coalesce(recall.notifiedAt, $in.notifiedAt)
SET recall.goneSerials = CASE WHEN recall.serialCount > listed THEN recall.serialCount - listed ELSE 0 END
`
