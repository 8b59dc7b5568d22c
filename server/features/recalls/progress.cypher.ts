import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { answering, noticeShown, shownNotice } from './notice.cypher.ts'
import { makersOwn, recallShown } from './recall.cypher.ts'

/** A recall's own facts and its notices', as many as it has recipients. What they list is read by pages. */
export interface RecallProgressFacts {
  readonly recall: string
  readonly notices: readonly {
    readonly id: string; readonly itemCount: number; readonly country: string | null; readonly acknowledgedAt: string | null; readonly completedAt: string | null
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
  readonly submittedAt: string | null
  readonly closedAt: string | null
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
    RETURN {id: notice.id, itemCount: notice.itemCount, country: organization.country, acknowledgedAt: notice.acknowledgedAt, completedAt: notice.completedAt,
      outstanding: notice.outstandingCount, onHand: coalesce(notice.quantityOnHand, 0.0)}
  } AS notices,
  CASE WHEN ${makersOwn} THEN recall.serialCount END AS serialCount, CASE WHEN ${makersOwn} THEN recall.unitCount END AS unitCount, coalesce(recall.goneSerials, 0) AS goneSerials,
  CASE WHEN ${makersOwn} THEN recall.draftedAt END AS draftedAt, recall.approvedAt AS approvedAt, CASE WHEN ${makersOwn} THEN recall.notifiedAt END AS notifiedAt,
  CASE WHEN ${makersOwn} THEN recall.submittedAt END AS submittedAt, recall.closedAt AS closedAt,
  CASE WHEN ${makersOwn} THEN {made: COUNT { (recall)-[:ISSUED]->()<-[:CHECKS]-() }, effective: COUNT { (recall)-[:ISSUED]->()<-[:CHECKS]-(check) WHERE check.effective }} ELSE {made: 0, effective: 0} END AS checks
`

/** Of a lot, sums over lines: units that their recipients had when it was signed, and units that came or come to them from there or later, with what the answers account for and what they say went on. */
export interface LotLines {
  readonly batch: string
  readonly had: number
  readonly accounted: number
  /** On their way at the signature: in their senders' stock too. */
  readonly arriving: number
  readonly late: number
  /** Of `arriving` and `late`. */
  readonly accountedLater: number
  readonly movedOn: number
  /** Of `movedOn`, what somebody else has to account for. */
  readonly forwarded: number
}

/** Of a notice: serials, and units of lots, that its recipient is asked for, and of these what it sent back and what was corrected. */
export interface AskedOf {
  readonly quantity: number
  readonly returned: number
  readonly corrected: number
}

/** What a page of lines adds to its recall: of what somebody has to answer for. */
export interface LinesProgress {
  readonly recall: string
  readonly lines: number
  /** Key of the page's last line. */
  readonly last: string
  readonly serials: number
  readonly accountedSerials: number
  /** Units of each lot that somebody is asked for. */
  readonly lots: readonly LotLines[]
  /** Ids. */
  readonly batches: readonly string[]
  readonly answers: readonly { readonly disposition: string | null; readonly count: number }[]
  readonly asked: readonly (AskedOf & { readonly notice: string })[]
}

/** A device on two notices (both ends of a transit) counts on the first alone, and is accounted for by either's answer. Nearly all stand on one, of which nothing more is read. */
const linesOfSerial = part`CASE WHEN COUNT { (thing)<-[:LISTS]-() } = 1 THEN [item] ELSE COLLECT { MATCH (thing)<-[line:LISTS]-(other:RecallNotice)
      WHERE other.recall = notice.recall AND line.role IN ${answering} AND ${shownNotice(part`other`)} RETURN line } END`

/** Of a lot: how much of it is answered so. */
const answered = (isSo: Part): Part => part`reduce(sum = 0.0, index IN range(0, size(coalesce(item.dispositions, [])) - 1) | sum + CASE WHEN item.dispositions[index] ${isSo} THEN item.amounts[index] ELSE 0.0 END)`

/** With what is open of a lot that is answered in part. */
const answersOf = part`[index IN range(0, size(coalesce(item.dispositions, [])) - 1) | {disposition: item.dispositions[index], count: item.amounts[index]}]
    + CASE WHEN item.dispositions IS NULL OR item.quantity > reduce(sum = 0.0, amount IN item.amounts | sum + amount) THEN [{disposition: null, count: coalesce(item.quantity, 1.0) - reduce(sum = 0.0, amount IN coalesce(item.amounts, []) | sum + amount)}] ELSE [] END`

/** A line of a lot, as `LotLines`. Who is to get all of it is asked for what arrives, also where that was not written apart. */
const lotLine = part`CASE WHEN NOT isLot THEN null ELSE {batch: thing.id, quantity: coalesce(item.quantity, 0.0), later: coalesce(item.arriving, CASE WHEN item.role = 'RECIPIENT' AND item.late IS NULL THEN item.quantity END, 0.0) + coalesce(item.late, 0.0),
    late: coalesce(item.late, 0.0), accounted: ${answered(part`IN $in.accounting`)}, lost: ${answered(part`<> '' AND NOT item.dispositions[index] IN $in.accounting`)}, movedOn: ${answered(part`IN $in.movedOn`)}, forwarded: ${answered(part`= 'FORWARDED'`)}} END`

/** A page of the lines of each notice, after a key, with its sums by recall. */
export const progressOfLines = cypher<{ notices: readonly string[]; after: string; limit: number; accounting: readonly string[]; movedOn: readonly string[]; returned: readonly string[]; corrected: readonly string[] }, LinesProgress>()`
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
WITH recall, item, thing, isAsked, isAsked AND NOT isSerial AS isLot, CASE WHEN NOT (isAsked AND isSerial) THEN [] ELSE ${linesOfSerial} END AS lines
WITH recall, item, thing, isAsked, isLot, lines, size(lines) > 0 AND NOT any(line IN lines WHERE line.notice < item.notice) AS isFirst, ${lotLine} AS lot
WITH recall, count(*) AS lines, max(item.key) AS last, sum(CASE WHEN isFirst THEN 1 ELSE 0 END) AS serials,
  sum(CASE WHEN isFirst AND any(line IN lines WHERE line.dispositions[0] IN $in.accounting) THEN 1 ELSE 0 END) AS accountedSerials,
  collect(lot) AS lotLines,
  collect(DISTINCT CASE WHEN isFirst THEN thing.batch WHEN isLot THEN thing.id END) AS batches, collect(CASE WHEN isAsked THEN ${answersOf} END) AS answers,
  collect(CASE WHEN isAsked THEN {notice: item.notice, quantity: coalesce(item.quantity, 1.0), returned: ${answered(part`IN $in.returned`)}, corrected: ${answered(part`IN $in.corrected`)}} END) AS amounts
RETURN recall, lines, last, serials, accountedSerials, batches,
  COLLECT { UNWIND lotLines AS lot
    WITH lot, lot.quantity - lot.later AS had, CASE WHEN lot.accounted > lot.quantity THEN lot.quantity ELSE lot.accounted END AS accounted
    WITH lot, had, accounted, CASE WHEN had > lot.lost THEN had - lot.lost ELSE 0.0 END AS left
    WITH lot, had, accounted, CASE WHEN accounted > left THEN left ELSE accounted END AS own
    WITH lot.batch AS batch, sum(had) AS had, sum(own) AS own, sum(lot.later - lot.late) AS arriving, sum(lot.late) AS late, sum(accounted - own) AS accountedLater, sum(lot.movedOn) AS movedOn, sum(lot.forwarded) AS forwarded
    RETURN {batch: batch, had: had, accounted: own, arriving: arriving, late: late, accountedLater: accountedLater, movedOn: movedOn, forwarded: forwarded} } AS lots,
  COLLECT { UNWIND answers AS list UNWIND list AS answer WITH answer.disposition AS disposition, sum(answer.count) AS count RETURN {disposition: disposition, count: count} } AS answers,
  COLLECT { UNWIND amounts AS amount WITH amount.notice AS notice, sum(amount.quantity) AS quantity, sum(amount.returned) AS returned, sum(amount.corrected) AS corrected RETURN {notice: notice, quantity: quantity, returned: returned, corrected: corrected} } AS asked
`
