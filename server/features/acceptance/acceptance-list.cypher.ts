import { cypher, part } from '../../kernel/cypher.ts'
import type { Party } from '../partners/party.type.ts'
import { acceptanceFacts } from './acceptance.cypher.ts'
import type { AcceptanceCheck, AcceptedProduct } from './acceptance.type.ts'

/** Words in lower case; null where nothing is asked. */
export interface AcceptanceFilter {
  /** A moment, in it. */
  readonly from: string
  readonly documentNumber: string | null
  readonly supplier: string | null
  readonly product: string | null
}

const supplied = part`CASE WHEN $in.supplier IS NULL THEN true ELSE EXISTS {
  MATCH (check)-[:CHECKS]->(:Event)-[:FROM_PARTY]->(supplier:Organization)
  WHERE toLower(supplier.name) CONTAINS $in.supplier OR supplier.nameZh CONTAINS $in.supplier
} END`

/** Of what arrived by itself and of what was inside cartons then. */
const productOf = part`
    MATCH (check)-[:CHECKS]->(event:Event)-[:CONCERNS]->(thing:Serial|Batch)-[:OF]->(product:Product)
    RETURN product
    UNION
    MATCH (check)-[:CHECKS]->(event:Event)-[:CONCERNS]->(:LogisticUnit)-[packs:PACKS*1..3]->(thing:Serial|Batch)-[:OF]->(product:Product)
    WHERE all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
    RETURN product`

const contained = part`CASE WHEN $in.product IS NULL THEN true ELSE EXISTS {
  CALL (check) {${productOf}
  }
  WITH product WHERE toLower(product.name) CONTAINS $in.product OR product.nameZh CONTAINS $in.product OR toLower(product.model) CONTAINS $in.product OR product.di CONTAINS $in.product
  RETURN product
} END`

/** The viewer's own organization's records. */
const own = part`
MATCH (check:AcceptanceCheck)
WHERE check.organization = $viewer.organization AND check.place >= $in.from AND check.place < $in.before
  AND ($in.documentNumber IS NULL OR toLower(check.documentNumber) CONTAINS $in.documentNumber) AND ${supplied} AND ${contained}`

/** In the order of the index, which stops when the page is full: it is told by both of its properties, or every record would be read and sorted. */
export const acceptancePage = cypher<AcceptanceFilter & { before: string; limit: number }, { place: string; check: AcceptanceCheck }>()`
${own}
WITH check ORDER BY check.organization DESC, check.place DESC LIMIT toInteger($in.limit)
RETURN check.place AS place, check {${acceptanceFacts}, conditions: COLLECT { MATCH (check)-[checks:CHECKS]->(:Event) RETURN DISTINCT checks.condition ORDER BY checks.condition }} AS check ORDER BY place DESC
`

export const acceptanceCount = cypher<AcceptanceFilter & { before: string }, { total: number }>()`
${own}
RETURN count(*) AS total
`

export interface AcceptedGoods {
  readonly check: string
  readonly suppliers: readonly Party[]
  readonly products: readonly AcceptedProduct[]
}

/** Who sent and what came: the viewer's organization took part in the receipt itself, so it knows the other side. */
export const goodsOfAcceptances = cypher<{ ids: readonly string[] }, AcceptedGoods>()`
UNWIND $in.ids AS id
MATCH (check:AcceptanceCheck {id: id})
WHERE check.organization = $viewer.organization
RETURN id AS check,
  COLLECT { MATCH (check)-[:CHECKS]->(:Event)-[:FROM_PARTY]->(supplier:Organization) WITH DISTINCT supplier RETURN supplier {.id, .name, .nameZh, .kinds, .country} ORDER BY supplier.id } AS suppliers,
  COLLECT {
    CALL (check) {${productOf}
    }
    RETURN product {.di, .name, .nameZh} ORDER BY product.name, product.di
  } AS products
`
