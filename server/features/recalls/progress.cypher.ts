import { cypher, part } from '../../kernel/cypher.ts'
import { answering, noticeShown, shownNotice } from './notice.cypher.ts'
import { makersOwn, recallShown } from './recall.cypher.ts'

/** A recall's own facts and its notices', as many as it has recipients. What they list is read by pages. */
export interface RecallProgressFacts {
  readonly recall: string
  readonly notices: readonly {
    readonly id: string; readonly itemCount: number; readonly country: string | null; readonly acknowledged: boolean; readonly completed: boolean
    readonly outstanding: number; readonly onHand: number
  }[]
  /** Frozen at signing; null for whoever is not the maker. */
  readonly serialCount: number | null
  readonly unitCount: number | null
  /** Covered, and in nobody's hands any more when it was signed. */
  readonly goneSerials: number
  readonly checks: { readonly made: number; readonly effective: number }
  readonly estimatedCompletion: string | null
  readonly draftedAt: string | null
  readonly approvedAt: string | null
  readonly notifiedAt: string | null
}

export const progressFacts = cypher<{ ids: readonly string[] }, RecallProgressFacts>()`
UNWIND $in.ids AS id
MATCH (recall:Recall {id: id})
WHERE ${recallShown}
RETURN id AS recall, recall.estimatedCompletion AS estimatedCompletion,
  COLLECT {
    MATCH (recall)-[:ISSUED]->(notice:RecallNotice)
    WHERE ${noticeShown}
    OPTIONAL MATCH (organization:Organization {id: notice.organization})
    RETURN {id: notice.id, itemCount: notice.itemCount, country: organization.country, acknowledged: notice.acknowledgedAt IS NOT NULL, completed: notice.completedAt IS NOT NULL,
      outstanding: notice.outstandingCount, onHand: coalesce(notice.quantityOnHand, 0.0)}
  } AS notices,
  CASE WHEN ${makersOwn} THEN recall.serialCount END AS serialCount, CASE WHEN ${makersOwn} THEN recall.unitCount END AS unitCount, coalesce(recall.goneSerials, 0) AS goneSerials,
  CASE WHEN ${makersOwn} THEN recall.draftedAt END AS draftedAt, recall.approvedAt AS approvedAt, CASE WHEN ${makersOwn} THEN recall.notifiedAt END AS notifiedAt,
  CASE WHEN ${makersOwn} THEN {made: COUNT { (recall)-[:ISSUED]->()<-[:CHECKS]-() }, effective: COUNT { (recall)-[:ISSUED]->()<-[:CHECKS]-(check) WHERE check.effective }} ELSE {made: 0, effective: 0} END AS checks
`

/** What a page of lines adds to its recall: of what somebody has to answer for. */
export interface LinesProgress {
  readonly recall: string
  readonly lines: number
  /** Key of the page's last line. */
  readonly last: string
  readonly serials: number
  readonly accountedSerials: number
  readonly units: number
  readonly accountedUnits: number
  /** Ids. */
  readonly batches: readonly string[]
  readonly answers: readonly { readonly disposition: string | null; readonly count: number }[]
  /** Of each notice: serials, and units of lots, that its recipient is asked for. */
  readonly asked: readonly { readonly notice: string; readonly quantity: number }[]
}

/** A device on two notices (both ends of a transit) counts on the first alone, and is accounted for by either's answer. Nearly all stand on one, of which nothing more is read. */
const linesOfSerial = part`CASE WHEN COUNT { (thing)<-[:LISTS]-() } = 1 THEN [item] ELSE COLLECT { MATCH (thing)<-[line:LISTS]-(other:RecallNotice)
      WHERE other.recall = notice.recall AND line.role IN ${answering} AND ${shownNotice(part`other`)} RETURN line } END`

/** Of a lot: how much of it the answers account for. */
const answered = part`reduce(sum = 0.0, index IN range(0, size(coalesce(item.dispositions, [])) - 1) | sum + CASE WHEN item.dispositions[index] IN $in.accounting THEN item.amounts[index] ELSE 0.0 END)`

const answersOf = part`CASE WHEN item.dispositions IS NULL THEN [{disposition: null, count: coalesce(item.quantity, 1.0)}]
    ELSE [index IN range(0, size(item.dispositions) - 1) | {disposition: item.dispositions[index], count: item.amounts[index]}] END`

/** A page of the lines of each notice, after a key, with its sums by recall. */
export const progressOfLines = cypher<{ notices: readonly string[]; after: string; limit: number; accounting: readonly string[] }, LinesProgress>()`
UNWIND $in.notices AS id
MATCH (notice:RecallNotice {id: id})
WHERE ${noticeShown}
CALL (notice) {
  MATCH ()-[item:LISTS]->(thing)
  USING INDEX item:LISTS(notice, key)
  WHERE item.notice = notice.id AND item.key > $in.after
  RETURN item, thing ORDER BY item.notice, item.key LIMIT toInteger($in.limit)
}
WITH notice.recall AS recall, notice, item, thing, item.role IN ${answering} AS isAsked, thing:Serial AS isSerial
WITH recall, item, thing, isAsked, isAsked AND NOT isSerial AND item.role <> 'RECIPIENT' AS isLot, CASE WHEN NOT (isAsked AND isSerial) THEN [] ELSE ${linesOfSerial} END AS lines
WITH recall, item, thing, isAsked, isLot, lines, size(lines) > 0 AND NOT any(line IN lines WHERE line.notice < item.notice) AS isFirst, CASE WHEN isLot THEN coalesce(item.quantity, 0.0) ELSE 0.0 END AS quantity
WITH recall, count(*) AS lines, max(item.key) AS last, sum(CASE WHEN isFirst THEN 1 ELSE 0 END) AS serials,
  sum(CASE WHEN isFirst AND any(line IN lines WHERE line.dispositions[0] IN $in.accounting) THEN 1 ELSE 0 END) AS accountedSerials,
  sum(quantity) AS units, sum(CASE WHEN NOT isLot THEN 0.0 WHEN ${answered} > quantity THEN quantity ELSE ${answered} END) AS accountedUnits,
  collect(DISTINCT CASE WHEN isFirst THEN thing.batch WHEN isLot THEN thing.id END) AS batches, collect(CASE WHEN isAsked THEN ${answersOf} END) AS answers,
  collect(CASE WHEN isAsked THEN {notice: item.notice, quantity: coalesce(item.quantity, 1.0)} END) AS amounts
RETURN recall, lines, last, serials, accountedSerials, units, accountedUnits, batches,
  COLLECT { UNWIND answers AS list UNWIND list AS answer WITH answer.disposition AS disposition, sum(answer.count) AS count RETURN {disposition: disposition, count: count} } AS answers,
  COLLECT { UNWIND amounts AS amount WITH amount.notice AS notice, sum(amount.quantity) AS quantity RETURN {notice: notice, quantity: quantity} } AS asked
`
