import { cypher } from '../../server/kernel/cypher.ts'

export const demoFindings = cypher<object, { code: string; about: string; note: string | null }>()`
MATCH (finding:Finding)-[:ABOUT]->(thing:Serial|Batch)-[:OF]->(product:Product)-[:MADE_BY]->(maker:Organization)
WHERE maker.code IN ['NINGCHUAN-MAILAN-MEDICAL-DEVICES', 'ABBOTT-VASCULAR', 'SMITH-NEPHEW', 'SULU-POLYMER', 'QINGYU-COATING', 'HENGLU-BATTERY', 'RHEINQUELL', 'YUECHUAN-ELECTRONICS']
RETURN finding.code AS code, coalesce(thing.serialNumber, thing.lotNumber) AS about, finding.note AS note`

export const finishedFrom = cypher<{ lotNumber: string }, { lotNumber: string }>()`
MATCH (raw:Batch {lotNumber: $in.lotNumber})<-[:CONSUMED]-+(finished:Batch {kind: 'FINISHED'})
RETURN DISTINCT finished.lotNumber AS lotNumber ORDER BY lotNumber`

export const holdersOf = cypher<{ lotNumbers: readonly string[] }, { held: number; transit: number; used: number }>()`
MATCH (batch:Batch)<-[:FROM]-(serial:Serial)
WHERE batch.lotNumber IN $in.lotNumbers
RETURN count {(serial)-[:HELD_BY]->()} AS held, count {(serial)-[:IN_TRANSIT]->()} AS transit, count {(serial)-[:USED_AT]->()} AS used`

export const consigned = cypher<object, { holder: string; owner: string; serials: number }>()`
MATCH (owner:Organization {code: 'KANGLUO'})<-[:OWNED_BY]-(serial:Serial)-[:HELD_BY]->(holder:Organization)
RETURN holder.code AS holder, owner.code AS owner, count(serial) AS serials`

export const demoUnit = cypher<{ sscc: string }, { serials: number; lots: readonly object[]; to: readonly string[] }>()`
MATCH (unit:LogisticUnit {sscc: $in.sscc})
RETURN COUNT { (unit)-[inside:PACKS]->(:Serial) WHERE inside.until IS NULL } AS serials,
  COLLECT { MATCH (unit)-[inside:PACKS]->(batch:Batch) RETURN {lotNumber: batch.lotNumber, quantity: inside.quantity} } AS lots,
  COLLECT { MATCH (unit)-[:PACKS]->(:Serial)-[:IN_TRANSIT]->(to:Organization) RETURN DISTINCT to.code } AS to`

export const demoDocuments = cypher<{ titles: readonly string[] }, { sha256: string; size: number }>()`
MATCH (document:Document) WHERE document.title IN $in.titles
RETURN document.sha256 AS sha256, document.size AS size`
