import { cypher } from '../../kernel/cypher.ts'
import type { ScannedCode } from '../custody/scanned-code.ts'
import { answerable, answering, unanswered } from './notice.cypher.ts'

export interface NoticeUnderChange {
  readonly id: string
  readonly recall: string
  readonly maker: string
  readonly status: string
  readonly drill: boolean
  readonly acknowledgedAt: string | null
  readonly quantityOnHand: number | null
  readonly outstandingCount: number
  readonly itemCount: number
}

/** Locks the notice until the change ends. */
export const noticeToAnswer = cypher<{ id: string; at: string }, NoticeUnderChange>()`
MATCH (notice:RecallNotice {id: $in.id})
WHERE ${answerable}
SET notice.changedAt = $in.at
WITH notice
MATCH (recall:Recall {id: notice.recall})
RETURN notice.id AS id, notice.recall AS recall, notice.maker AS maker, recall.status AS status, notice.drill AS drill, notice.acknowledgedAt AS acknowledgedAt,
  notice.quantityOnHand AS quantityOnHand, notice.outstandingCount AS outstandingCount, notice.itemCount AS itemCount
`

export interface AnsweredLine extends ScannedCode {
  readonly index: number
}

/** A lot on a notice, with what was answered of it before. */
export interface ListedLot {
  readonly id: string
  readonly quantity: number
  readonly unit: string
  readonly dispositions: readonly string[]
  readonly amounts: readonly number[]
}

/** What one line of an answer means on this notice. */
export interface FoundLine {
  readonly index: number
  /** Listed serials that the code names; with a lot's code all listed serials of the lot. */
  readonly serials: readonly string[]
  readonly lots: readonly ListedLot[]
  /** Covered by the recall and not on the notice: found all the same. */
  readonly unlisted: readonly string[]
}

/** Serials and lots by their keys; a bare number only among what the notice lists. */
export const findLines = cypher<{ notice: string; recall: string; lines: readonly AnsweredLine[] }, FoundLine>()`
MATCH (notice:RecallNotice {id: $in.notice})
MATCH (recall:Recall {id: $in.recall})
UNWIND $in.lines AS line
CALL (notice, recall, line) {
  CALL (line) {
    MATCH (:DeviceIdentifier {code: line.di})-[:IDENTIFIES]->(of:Product)
    MATCH (thing:Serial {key: of.id + '|' + line.serial})
    RETURN thing
    UNION
    WITH line WHERE line.serial IS NULL
    MATCH (:DeviceIdentifier {code: line.di})-[:IDENTIFIES]->(of:Product)
    MATCH (thing:Batch {key: of.id + '|' + line.lot})
    RETURN thing
    UNION
    MATCH (thing:Serial {serialNumber: line.plain})
    RETURN thing
    UNION
    MATCH (thing:Batch {lotNumber: line.plain})
    RETURN thing
    UNION
    MATCH (thing:Serial {id: line.id})
    RETURN thing
    UNION
    MATCH (thing:Batch {id: line.id})
    RETURN thing
  }
  WITH notice, recall, thing
  OPTIONAL MATCH (notice)-[item:LISTS]->(thing)
  RETURN
    collect(CASE WHEN thing:Serial AND item IS NOT NULL THEN thing.id END) AS single,
    collect(CASE WHEN thing:Batch AND item IS NULL THEN thing END) AS batches,
    collect(CASE WHEN thing:Batch AND item IS NOT NULL THEN {id: thing.id, quantity: coalesce(item.quantity, 0.0), unit: coalesce(item.unit, 'EA'), dispositions: coalesce(item.dispositions, []), amounts: coalesce(item.amounts, [])} END) AS lots,
    collect(CASE WHEN thing:Serial AND item IS NULL AND EXISTS { (thing)-[:FROM*0..1]->()<-[:COVERS]-(recall) } THEN thing.id END) AS unlisted
}
RETURN line.index AS index, lots, unlisted,
  single + COLLECT { UNWIND batches AS batch MATCH (notice)-[:LISTS]->(serial:Serial) WHERE serial.batch = batch.id RETURN serial.id } AS serials
`

/** An answer for one listed thing, as it stands from now on. */
export interface ItemAnswer {
  readonly thing: string
  readonly disposition: string
  /** Of a lot: so many; a serial is one. */
  readonly amount: number
  readonly forwardedTo: string | null
  readonly occurredOn: string | null
}

/** All that is answered of a lot, as it stands from now on. */
export interface LotAnswer extends Pick<ItemAnswer, 'thing' | 'forwardedTo' | 'occurredOn'> {
  readonly dispositions: readonly string[]
  readonly amounts: readonly number[]
}

export interface Answer {
  readonly notice: string
  readonly at: string
  readonly serials: readonly ItemAnswer[]
  readonly lots: readonly LotAnswer[]
  /** Covered serials that were not listed. */
  readonly found: readonly string[]
  /** What the rest is to be called, where the holder has none. */
  readonly rest: string | null
  readonly response: object
}

/** Writes an answer, all its lines at once, with what is outstanding after it. */
export const writeAnswer = cypher<Answer, { outstandingCount: number }>()`
MATCH (notice:RecallNotice {id: $in.notice})
CREATE (response:RecallResponse)-[:ANSWERS]->(notice)
SET response = $in.response
WITH notice
CALL (notice) {
  UNWIND $in.found AS id
  MATCH (serial:Serial {id: id})
  MERGE (notice)-[item:LISTS]->(serial)
  ON CREATE SET item.notice = notice.id, item.key = serial.key, item.role = 'FOUND', notice.itemCount = notice.itemCount + 1
  RETURN count(*) AS added
}
CALL (notice) {
  UNWIND $in.serials AS row
  MATCH (serial:Serial {id: row.thing})
  MATCH (notice)-[item:LISTS]->(serial)
  SET item.dispositions = [row.disposition], item.amounts = [1.0], item.answeredAt = $in.at, item.forwardedTo = row.forwardedTo, item.occurredOn = row.occurredOn
  RETURN count(*) AS answeredSerials
}
CALL (notice) {
  UNWIND $in.lots AS row
  MATCH (batch:Batch {id: row.thing})
  MATCH (notice)-[item:LISTS]->(batch)
  SET item.dispositions = CASE WHEN size(row.dispositions) > 0 THEN row.dispositions END, item.amounts = CASE WHEN size(row.amounts) > 0 THEN row.amounts END, item.answeredAt = $in.at, item.forwardedTo = row.forwardedTo, item.occurredOn = row.occurredOn
  RETURN count(*) AS answeredLots
}
CALL (notice) {
  WITH notice WHERE $in.rest IS NOT NULL
  MATCH (notice)-[item:LISTS]->(thing)
  WHERE item.dispositions IS NULL AND item.role IN ['HOLDER', 'RECIPIENT', 'FOUND']
  SET item.dispositions = [$in.rest], item.amounts = [coalesce(item.quantity, 1.0)], item.answeredAt = $in.at
  RETURN count(*) AS others
}
CALL (notice) {
  MATCH (notice)-[item:LISTS]->()
  WHERE item.role IN ${answering} AND ${unanswered}
  RETURN count(item) AS outstanding
}
SET notice.outstandingCount = outstanding
RETURN outstanding AS outstandingCount
`

export const saveNotice = cypher<{ id: string; properties: object }, { id: string }>()`
MATCH (notice:RecallNotice {id: $in.id})
SET notice += $in.properties
RETURN notice.id AS id
`
