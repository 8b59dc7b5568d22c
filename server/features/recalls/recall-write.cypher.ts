import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { scope } from './scope.cypher.ts'
import type { ScopeCodes } from './scope-codes.rules.ts'
import { makersOwn } from './recall.cypher.ts'
import type { RecallState } from './recall.rules.ts'

/** What a change needs to know of a recall. */
export interface RecallUnderChange {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly titleZh: string | null
  readonly reason: string
  readonly riskStatement: string | null
  readonly reasonZh: string | null
  readonly riskStatementZh: string | null
  readonly status: RecallState
  readonly classification: 'I' | 'II' | 'III'
  readonly actions: readonly string[]
  readonly drill: boolean
  readonly draftedBy: string | null
  readonly draftedAt: string | null
  readonly approvedAt: string | null
  readonly respondBy: string | null
  /** The scope's input as JSON; null for a recall of before the hub. */
  readonly scope: string | null
  readonly twoPeople: boolean
}

/** Locks the recall until the change ends, so that two steps at once follow each other. */
export const recallToChange = cypher<{ id: string; at: string }, RecallUnderChange>()`
MATCH (recall:Recall {id: $in.id})
WHERE ${makersOwn}
SET recall.changedAt = $in.at
WITH recall
MATCH (maker:Organization {id: recall.maker})
RETURN recall.id AS id, recall.reference AS reference, recall.title AS title, recall.titleZh AS titleZh, recall.reason AS reason, recall.riskStatement AS riskStatement, recall.reasonZh AS reasonZh, recall.riskStatementZh AS riskStatementZh,
  recall.status AS status, recall.classification AS classification, coalesce(recall.actions, []) AS actions, recall.drill AS drill, recall.draftedBy AS draftedBy, recall.draftedAt AS draftedAt,
  recall.approvedAt AS approvedAt, recall.respondBy AS respondBy, recall.scope AS scope, coalesce(maker.recallsByTwo, false) AS twoPeople
`

export const saveDraft = cypher<{ id: string; properties: object; adverseEvents: readonly string[] }, { id: string; cases: number }>()`
MERGE (recall:Recall {id: $in.id})
SET recall += $in.properties
WITH recall
OPTIONAL MATCH (recall)<-[old:LED_TO]-(:AdverseEvent)
DELETE old
WITH DISTINCT recall
CALL (recall) {
  UNWIND $in.adverseEvents AS id
  MATCH (case:AdverseEvent {id: id})
  WHERE case.maker = $viewer.organization
  MERGE (case)-[:LED_TO]->(recall)
  RETURN count(*) AS cases
}
RETURN recall.id AS id, cases
`

export const saveRecall = cypher<{ id: string; properties: object }, { id: string }>()`
MATCH (recall:Recall {id: $in.id})
SET recall += $in.properties
RETURN recall.id AS id
`

/** What each code found, as for the preview, and the members of the scope by id. */
export interface ScopeMembers {
  readonly found: readonly { readonly index: number; readonly things: number }[]
  readonly batches: readonly { readonly id: string; readonly lotNumber: string; readonly counted: boolean }[]
  readonly serials: readonly string[]
  /** Taken out of batches that are in it. */
  readonly without: readonly { readonly id: string; readonly batch: string }[]
  /** Lots of others that the scope was asked by. */
  readonly origins: readonly string[]
}

/** `counted`: the batch has units that no serial number names. */
export const scopeMembers = cypher<ScopeCodes, ScopeMembers>()`
WITH 1 AS asked WHERE $viewer.internal
${scope}
RETURN COLLECT { UNWIND found AS entry WITH entry.index AS index, count(DISTINCT entry.thing) AS things RETURN {index: index, things: things} } AS found,
  [batch IN wholes | {id: batch.id, lotNumber: batch.lotNumber, counted: EXISTS { (batch)-[cell:STOCKED_AT|USED_AT|IN_TRANSIT]->() WHERE cell.quantity <> 0 }}] AS batches,
  [serial IN plus | serial.id] AS serials,
  [serial IN minus | {id: serial.id, batch: serial.batch}] AS without,
  COLLECT { UNWIND found AS entry WITH entry WHERE entry.follow AND entry.level = 0 AND entry.thing:Batch AND entry.thing.maker <> $viewer.organization RETURN DISTINCT entry.thing.id } AS origins
`

/** Ids of what a signature covers. A batch with serials taken out is covered serial by serial. */
export interface Coverage {
  readonly recall: string
  readonly batches: readonly string[]
  readonly serials: readonly string[]
  readonly origins: readonly string[]
}

/** COVERS is found by its recall, in the order of batch and serial number: what a page of a recall's scope begins and ends by. */
export const placeOfCovered = (thing: Part): Part =>
  part`covers.recall = recall.id, covers.key = CASE WHEN ${thing}:Batch THEN ${thing}.id ELSE coalesce(${thing}.batch, '') + '|' + ${thing}.serialNumber + '|' + ${thing}.id END`

/**
 * Freezes the scope: COVERS to each whole batch and single serial, and their locks until the signature's transaction
 * ends. Captures lock the batch of a serial before the serial, in the order of ids (custody/capture/lock.cypher.ts), so
 * a locked batch stands for all its serials, and nothing slips out between the list of holders and its notices. Ids sorted.
 * `since` is this step's moment, which the recall has from being locked for it: what was used before it may be told later.
 * What an amendment names again has an earlier one, and is not counted twice; nor is a serial whose batch is covered.
 */
export const coverScope = cypher<Coverage, { serialCount: number; unitCount: number }>()`
MATCH (recall:Recall {id: $in.recall})
CALL (recall) {
  UNWIND $in.batches AS id
  MATCH (batch:Batch {id: id})
  SET batch.locked = true
  MERGE (recall)-[covers:COVERS]->(batch) ON CREATE SET covers.since = recall.changedAt
  SET ${placeOfCovered(part`batch`)}
  WITH recall, batch, covers WHERE covers.since = recall.changedAt
  RETURN sum(coalesce(batch.serialCount, 0) - COUNT { MATCH ()-[single:COVERS]->() WHERE single.recall = recall.id AND single.key STARTS WITH batch.id + '|' }) AS inBatches,
    sum(reduce(units = 0.0, cell IN [(batch)-[stock:STOCKED_AT|USED_AT]->() | stock] | units + CASE WHEN cell.quantity > 0 THEN cell.quantity ELSE 0.0 END)) AS units
}
CALL (recall) {
  UNWIND $in.serials AS id
  MATCH (serial:Serial {id: id})
  WHERE NOT EXISTS { (serial)-[:FROM]->(:Batch)<-[:COVERS]-(recall) }
  SET serial.locked = true
  MERGE (recall)-[covers:COVERS]->(serial) ON CREATE SET covers.since = recall.changedAt
  SET ${placeOfCovered(part`serial`)}
  WITH covers WHERE covers.since = recall.changedAt
  RETURN count(covers) AS single
}
RETURN inBatches + single AS serialCount, units AS unitCount
`

/** Serials of batches from which some were taken out: those that stay. The number is named for the index of both, or all serials there are would be read. */
export const remainingSerials = cypher<{ batches: readonly string[]; without: readonly string[] }, { id: string }>()`
UNWIND $in.batches AS batch
MATCH (serial:Serial)
WHERE serial.batch = batch AND serial.serialNumber > '' AND NOT serial.id IN $in.without
RETURN serial.id AS id
`

/** The scope that a draft asks for, as JSON, and the adverse events that it follows from. */
export const draftedScope = cypher<{ id: string }, { scope: string | null; status: RecallState; adverseEvents: readonly string[] }>()`
MATCH (recall:Recall {id: $in.id})
WHERE ${makersOwn}
RETURN recall.scope AS scope, recall.status AS status, COLLECT { MATCH (case:AdverseEvent)-[:LED_TO]->(recall) RETURN case.id AS id ORDER BY id } AS adverseEvents
`
