import { cypher, part } from '../../kernel/cypher.ts'
import { noticeShown } from './notice.cypher.ts'
import { makersOwn, recallShown } from './recall.cypher.ts'

export interface ProgressRow {
  readonly recall: string
  readonly notices: readonly { readonly country: string | null; readonly acknowledged: boolean; readonly completed: boolean; readonly outstanding: number; readonly onHand: number }[]
  /** Frozen at signing; null for whoever is not the maker. */
  readonly serialCount: number | null
  readonly unitCount: number | null
  /** Of what the notices list and somebody has to answer for. */
  readonly listedSerials: number
  readonly listedUnits: number
  readonly listedBatches: number
  readonly accountedSerials: number
  readonly accountedUnits: number
  /** Covered, and in nobody's hands any more when it was signed. */
  readonly goneSerials: number
  readonly answers: readonly { readonly disposition: string | null; readonly count: number }[]
  readonly checks: { readonly made: number; readonly effective: number }
  readonly estimatedCompletion: string | null
  readonly draftedAt: string | null
  readonly approvedAt: string | null
  readonly notifiedAt: string | null
}

const answering = part`['HOLDER', 'USER', 'RECIPIENT', 'FOUND']`

/** A device on two notices (both ends of a transit) counts once: with an answer that accounts for it, if there is one. */
const serials = part`
CALL (recall) {
  MATCH (recall)-[:ISSUED]->(notice:RecallNotice)-[item:LISTS]->(serial)
  WHERE 'Serial' IN labels(serial) AND ${noticeShown} AND item.role IN ${answering}
  WITH serial, max(CASE WHEN item.dispositions[0] IN $in.accounting THEN 1 ELSE 0 END) AS accounted
  RETURN count(*) AS listedSerials, sum(accounted) AS accountedSerials, count(DISTINCT serial.batch) AS batchesOfSerials
}`

const lots = part`
CALL (recall) {
  MATCH (recall)-[:ISSUED]->(notice:RecallNotice)-[item:LISTS]->(batch)
  WHERE 'Batch' IN labels(batch) AND ${noticeShown} AND item.role IN ['HOLDER', 'USER', 'FOUND']
  WITH batch, coalesce(item.quantity, 0.0) AS quantity,
    reduce(sum = 0.0, index IN range(0, size(coalesce(item.dispositions, [])) - 1) | sum + CASE WHEN item.dispositions[index] IN $in.accounting THEN item.amounts[index] ELSE 0.0 END) AS answered
  RETURN count(DISTINCT batch) AS lots, sum(quantity) AS listedUnits, sum(CASE WHEN answered > quantity THEN quantity ELSE answered END) AS accountedUnits
}`

const answers = part`
CALL (recall) {
  MATCH (recall)-[:ISSUED]->(notice:RecallNotice)-[item:LISTS]->()
  WHERE ${noticeShown} AND item.role IN ${answering}
  UNWIND CASE WHEN item.dispositions IS NULL THEN [{disposition: null, count: coalesce(item.quantity, 1.0)}]
    ELSE [index IN range(0, size(item.dispositions) - 1) | {disposition: item.dispositions[index], count: item.amounts[index]}] END AS answer
  WITH answer.disposition AS disposition, sum(answer.count) AS count
  RETURN collect({disposition: disposition, count: count}) AS answers
}`

/** How far recalls have come, as far as their viewer may know. */
export const progressOfRecalls = cypher<{ ids: readonly string[]; accounting: readonly string[] }, ProgressRow>()`
UNWIND $in.ids AS id
MATCH (recall:Recall {id: id})
WHERE ${recallShown}
${serials}
${lots}
${answers}
RETURN id AS recall, listedSerials, accountedSerials, listedUnits, accountedUnits, batchesOfSerials + lots AS listedBatches, answers, recall.estimatedCompletion AS estimatedCompletion,
  COLLECT {
    MATCH (recall)-[:ISSUED]->(notice:RecallNotice)
    WHERE ${noticeShown}
    OPTIONAL MATCH (organization:Organization {id: notice.organization})
    RETURN {country: organization.country, acknowledged: notice.acknowledgedAt IS NOT NULL, completed: notice.completedAt IS NOT NULL, outstanding: notice.outstandingCount, onHand: coalesce(notice.quantityOnHand, 0.0)}
  } AS notices,
  CASE WHEN ${makersOwn} THEN recall.serialCount END AS serialCount, CASE WHEN ${makersOwn} THEN recall.unitCount END AS unitCount, coalesce(recall.goneSerials, 0) AS goneSerials,
  CASE WHEN ${makersOwn} THEN recall.draftedAt END AS draftedAt, recall.approvedAt AS approvedAt, CASE WHEN ${makersOwn} THEN recall.notifiedAt END AS notifiedAt,
  CASE WHEN ${makersOwn} THEN {made: COUNT { (recall)-[:ISSUED]->()<-[:CHECKS]-() }, effective: COUNT { (recall)-[:ISSUED]->()<-[:CHECKS]-(check) WHERE check.effective }} ELSE {made: 0, effective: 0} END AS checks
`
