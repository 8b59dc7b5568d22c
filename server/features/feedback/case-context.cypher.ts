import { cypher, part } from '../../kernel/cypher.ts'
import { maskedParty } from '../../access/masked.ts'
import type { Party } from '../partners/party.type.ts'
import { makersCase } from './adverse-event.cypher.ts'

export interface CaseContextRow {
  readonly case: string
  readonly lots: { id: string; lotNumber: string; productName: string; productNameZh: string | null; supplier: Party | null }[]
  readonly related: { id: string; relation: string; via: string | null; receivedAt: string }[]
  /** Of them the first 200 are listed. */
  readonly lotCount: number
  readonly receipts: { at: string; temperature: number | null; packagingIntact: boolean | null }[]
  readonly tickets: string[]
  readonly recalls: string[]
}

/** Nearest first: the same device, lot, material lot, supplier, model. */
const relation = part`CASE
  WHEN other.device = case.device THEN 'DEVICE'
  WHEN other.lot = case.lot THEN 'BATCH'
  WHEN any(lot IN other.lots WHERE lot IN case.lots) THEN 'MATERIAL_LOT'
  WHEN other.product = case.product THEN 'MODEL'
  WHEN any(supplier IN other.suppliers WHERE supplier IN case.suppliers) THEN 'SUPPLIER'
END`

/** What a case stands in: its materials with their suppliers, other cases that share something with it, tickets and recalls. For the maker, in one statement. */
export const contextOfCases = cypher<{ ids: readonly string[] }, CaseContextRow>()`
UNWIND $in.ids AS id
MATCH (case:AdverseEvent {id: id})
WHERE ${makersCase}
RETURN id AS case, size(case.lots) AS lotCount,
  COLLECT {
    UNWIND case.lots AS lotId
    MATCH (lot:Batch {id: lotId})-[:OF]->(product:Product)
    OPTIONAL MATCH (supplier:Organization {id: lot.maker})
    WHERE supplier.id <> $viewer.organization
    RETURN {id: lot.id, lotNumber: lot.lotNumber, productName: product.name, productNameZh: product.nameZh, supplier: ${maskedParty(part`supplier`, part`[]`, part`true`)}} ORDER BY lot.lotNumber LIMIT 200
  } AS lots,
  COLLECT {
    CALL (case) {
      MATCH (thing:Serial {id: case.device}) RETURN thing
      UNION
      MATCH (thing:Batch {id: CASE WHEN case.device IS NULL THEN case.lot END}) RETURN thing
    }
    MATCH (thing)<-[packs:PACKS*0..3]-(carried)<-[:CONCERNS]-(event:Event)<-[:CHECKS]-(check:AcceptanceCheck)
    WHERE check.organization = case.organization AND all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
    RETURN DISTINCT check {.at, .temperature, .packagingIntact} ORDER BY check.at DESC LIMIT 20
  } AS receipts,
  COLLECT {
    MATCH (other:AdverseEvent)
    WHERE other.maker = $viewer.organization AND other.place > '' AND other <> case
    WITH other, ${relation} AS relation
    WHERE relation IS NOT NULL
    RETURN {id: other.id, relation: relation, receivedAt: other.receivedAt,
      via: CASE relation WHEN 'MATERIAL_LOT' THEN head([lot IN other.lots WHERE lot IN case.lots]) WHEN 'SUPPLIER' THEN head([supplier IN other.suppliers WHERE supplier IN case.suppliers]) END}
    ORDER BY CASE relation WHEN 'DEVICE' THEN 0 WHEN 'BATCH' THEN 1 WHEN 'MATERIAL_LOT' THEN 2 WHEN 'SUPPLIER' THEN 3 ELSE 4 END, other.place DESC LIMIT 100
  } AS related,
  COLLECT {
    CALL (case) {
      MATCH (ticket:ServiceTicket)-[:CONCERNS_DEVICE]->(:Serial {id: case.device}) RETURN ticket
      UNION
      MATCH (ticket:ServiceTicket)-[:CONCERNS_DEVICE]->(:Batch {id: case.lot}) RETURN ticket
      UNION
      MATCH (case)-[:FOLLOWS]->(ticket:ServiceTicket) RETURN ticket
    }
    RETURN ticket.id ORDER BY ticket.openedAt DESC LIMIT 50
  } AS tickets,
  COLLECT { MATCH (case)-[:LED_TO]->(recall:Recall) RETURN recall.id } AS recalls
`
