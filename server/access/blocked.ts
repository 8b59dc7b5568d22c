import { part, type Part } from '../kernel/cypher.ts'

/**
 * What the maker says against using a serial or batch, as predicates that every door asks before it is shipped on, sold
 * or used (it may always be received, returned and destroyed). Both follow from what covers it, so that a device made
 * later of a recalled lot, or a late event, needs no repair.
 */

/** Called back: an open recall covers it or its batch. Drills block nothing. */
export const recalledNow = (thing: Part): Part => part`EXISTS { (${thing})-[:FROM*0..1]->()<-[:COVERS]-(:Recall {status: 'ONGOING', drill: false}) }`

/** Held by quality before a recall is decided; a hold ends by itself. */
export const heldPendingRecall = (thing: Part): Part => part`EXISTS { MATCH (${thing})-[:FROM*0..1]->()<-[:HOLDS]-(hold:QualityHold) WHERE hold.until > toString(datetime()) }`

/** Since when an open recall covers it: its signature, or that of the amendment by which it came in; empty where neither is on record, null where none does. */
export const recalledSince = (thing: Part): Part => part`head(COLLECT { MATCH (${thing})-[:FROM*0..1]->()<-[covers:COVERS]-(recall:Recall {status: 'ONGOING', drill: false}) RETURN coalesce(covers.since, recall.approvedAt, '') AS since ORDER BY since LIMIT 1 })`

/** Since when quality holds it, as by `heldPendingRecall`. */
export const heldSince = (thing: Part): Part => part`head(COLLECT { MATCH (${thing})-[:FROM*0..1]->()<-[:HOLDS]-(hold:QualityHold) WHERE hold.until > toString(datetime()) RETURN coalesce(hold.placedAt, '') AS since ORDER BY since LIMIT 1 })`
