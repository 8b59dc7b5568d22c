import { cypher, part } from '../../kernel/cypher.ts'
import { answering } from './notice.cypher.ts'
import { lotAmounts, otherEnd } from './notice-issue.cypher.ts'

export interface LateNotice {
  readonly id: string
  readonly recall: string
  readonly maker: string
  readonly reference: string
  readonly title: string
  readonly titleZh: string | null
  readonly classification: string
  readonly organization: string
  readonly itemCount: number
  readonly isNew: boolean
}

/**
 * From rows of {recall, organization, thing, role, quantity, unit}: those who have not been asked for the thing, or for
 * less of it, get it on their notice, or a notice for it. Who was only asked to forward it, and has it again, is asked for
 * it now. Of a lot its line says how much came later (`late`): it may have been on another's before.
 */
const told = part`
WITH recall, organization, thing, role, quantity, unit
WHERE NOT EXISTS { MATCH (:RecallNotice {key: recall.id + '|' + organization.id})-[listed:LISTS]->(thing) WHERE listed.role IN ${answering} AND (quantity IS NULL OR listed.quantity >= quantity) }
WITH recall, organization, collect({thing: thing, role: role, quantity: quantity, unit: unit}) AS items
MERGE (notice:RecallNotice {key: recall.id + '|' + organization.id})
ON CREATE SET notice.id = 'ntc_' + replace(randomUUID(), '-', ''), notice.recall = recall.id, notice.organization = organization.id, notice.maker = recall.maker, notice.drill = false,
  notice.issuedAt = $in.at, notice.respondBy = $in.respondBy, notice.place = $in.at + '|' + organization.id, notice.late = true, notice.roles = [], notice.itemCount = 0, notice.outstandingCount = 0
MERGE (recall)-[:ISSUED]->(notice)
MERGE (notice)-[:TO]->(organization)
WITH recall, organization, notice, items, notice.itemCount = 0 AS isNew
CALL (notice, items) {
  UNWIND items AS item
  WITH notice, item.thing AS thing, item.role AS role, item.quantity AS quantity, item.unit AS unit
  OPTIONAL MATCH (notice)-[before:LISTS]->(thing)
  WITH notice, thing, role, quantity, unit, before, CASE WHEN before.role IN ${answering} THEN coalesce(before.quantity, 0.0) ELSE 0.0 END AS asked, coalesce(before.late, 0.0) AS lateBefore,
    CASE WHEN before.role IN ${answering} AND (before.dispositions IS NULL OR reduce(sum = 0.0, amount IN before.amounts | sum + amount) < before.quantity) THEN 1 ELSE 0 END AS waiting
  MERGE (notice)-[listed:LISTS]->(thing)
  SET listed.notice = notice.id, listed.key = thing.key, listed.role = role, listed.quantity = quantity, listed.unit = unit, listed.late = CASE WHEN quantity IS NOT NULL THEN lateBefore + quantity - asked END
  RETURN count(*) AS added, count(before) AS known, sum(waiting) AS waited, collect(DISTINCT role) AS newRoles
}
SET notice.itemCount = notice.itemCount + added - known, notice.outstandingCount = notice.outstandingCount + added - waited, notice.completedAt = null, notice.escalatedAt = null,
  notice.respondBy = CASE WHEN notice.respondBy < $in.respondBy THEN $in.respondBy ELSE notice.respondBy END,
  notice.roles = notice.roles + [role IN newRoles WHERE NOT role IN notice.roles]
RETURN notice.id AS id, recall.id AS recall, recall.maker AS maker, recall.reference AS reference, recall.title AS title, recall.titleZh AS titleZh, recall.classification AS classification,
  organization.id AS organization, notice.itemCount AS itemCount, isNew`

interface Late {
  readonly at: string
  readonly respondBy: string
}

/** Who has, is to get or has used any of these things although an open recall covers it: a use of before may be told late. */
export const lateHolders = cypher<Late & { serials: readonly string[]; batches: readonly string[] }, LateNotice>()`
CALL () {
  UNWIND $in.serials AS id
  MATCH (thing:Serial {id: id})
  MATCH (thing)-[:FROM*0..1]->()<-[:COVERS]-(recall:Recall {status: 'ONGOING', drill: false})
  MATCH (thing)-[edge:HELD_BY|USED_AT|IN_TRANSIT]->(place)
  WITH recall, thing, CASE WHEN place:Site THEN place.organization ELSE place.id END AS id, min(CASE type(edge) WHEN 'HELD_BY' THEN 0 WHEN 'USED_AT' THEN 1 ELSE 2 END) AS rank
  MATCH (organization:Organization {id: id})
  RETURN recall, thing, organization, ['HOLDER', 'USER', 'RECIPIENT'][rank] AS role, null AS quantity, null AS unit
  UNION ALL
  UNWIND $in.batches AS id
  MATCH (thing:Batch {id: id})<-[:COVERS]-(recall:Recall {status: 'ONGOING', drill: false})
  MATCH (thing)-[edge:STOCKED_AT|USED_AT|IN_TRANSIT]->(place)
  WHERE edge.quantity > 0
  WITH recall, thing, ${otherEnd} AS id, ${lotAmounts}, edge.unit AS unit, CASE type(edge) WHEN 'STOCKED_AT' THEN 0 WHEN 'USED_AT' THEN 1 ELSE 2 END AS rank
  WITH recall, thing, id, sum(held) AS held, sum(arriving) AS arriving, head(collect(unit)) AS unit, min(rank) AS rank
  MATCH (organization:Organization {id: id})
  RETURN recall, thing, organization, ['HOLDER', 'USER', 'RECIPIENT'][rank] AS role, held + arriving AS quantity, coalesce(unit, 'EA') AS unit
}
${told}
`

/** Who got it by the word of who forwarded it, whatever the record says. */
export const forwardedHolders = cypher<Late & { recall: string; notice: string; rows: readonly { thing: string; organization: string; quantity: number }[] }, LateNotice>()`
MATCH (recall:Recall {id: $in.recall, drill: false})
UNWIND $in.rows AS row
CALL (row) {
  MATCH (thing:Serial {id: row.thing}) RETURN thing, null AS quantity, null AS unit
  UNION
  MATCH (:RecallNotice {id: $in.notice})-[line:LISTS]->(thing:Batch {id: row.thing}) RETURN thing, row.quantity AS quantity, coalesce(line.unit, 'EA') AS unit
}
MATCH (organization:Organization {id: row.organization})
WITH recall, organization, thing, 'HOLDER' AS role, quantity, unit
${told}
`
