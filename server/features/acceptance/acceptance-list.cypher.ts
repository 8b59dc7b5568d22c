import { cypher, part, type Part } from '../../kernel/cypher.ts'
import type { Party } from '../partners/party.type.ts'
import { acceptanceFacts, productOf } from './acceptance.cypher.ts'
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

/** Of the list's order and of the other filters, `place` being the order. */
const fits = (place: Part): Part => part`${place} >= $in.from AND ${place} < $in.before
  AND ($in.documentNumber IS NULL OR toLower(check.documentNumber) CONTAINS $in.documentNumber) AND ${supplied}`

/** The viewer's own organization's records. */
const own = part`
MATCH (check:AcceptanceCheck)
WHERE check.organization = $viewer.organization AND ${fits(part`check.place`)}`

/** Products that the viewer's organization ever checked on arrival, and of each its records, by an index in the list's order. */
const ownWithProduct = part`
MATCH (:Organization {id: $viewer.organization})-[:RECEIVES]->(product:Product)
WHERE toLower(product.name) CONTAINS $in.product OR product.nameZh CONTAINS $in.product OR toLower(product.model) CONTAINS $in.product OR product.di CONTAINS $in.product
CALL (product) {
  MATCH (check:AcceptanceCheck)-[includes:INCLUDES]->()
  USING INDEX includes:INCLUDES(organization, product, place)
  WHERE includes.organization = $viewer.organization AND includes.product = product.id AND ${fits(part`includes.place`)}`

const shown = part`
RETURN check.place AS place, check {${acceptanceFacts}, conditions: COLLECT { MATCH (check)-[checks:CHECKS]->(:Event) RETURN DISTINCT checks.condition ORDER BY checks.condition }} AS check ORDER BY place DESC`

type PageInput = AcceptanceFilter & { readonly before: string; readonly limit: number }
type CountInput = AcceptanceFilter & { readonly before: string }

/** In the order of an index, which stops when the page is full: it is told by all of its properties, or every record would be read and sorted. */
export const acceptanceLists = {
  all: {
    page: cypher<PageInput, { place: string; check: AcceptanceCheck }>()`
${own}
WITH check ORDER BY check.organization DESC, check.place DESC LIMIT toInteger($in.limit)
${shown}
`,
    count: cypher<CountInput, { total: number }>()`
${own}
RETURN count(*) AS total
`,
  },
  ofProduct: {
    page: cypher<PageInput, { place: string; check: AcceptanceCheck }>()`
${ownWithProduct}
  WITH check, includes ORDER BY includes.organization DESC, includes.product DESC, includes.place DESC LIMIT toInteger($in.limit)
  RETURN check
}
WITH DISTINCT check ORDER BY check.place DESC LIMIT toInteger($in.limit)
${shown}
`,
    count: cypher<CountInput, { total: number }>()`
${ownWithProduct}
  RETURN check
}
RETURN count(DISTINCT check) AS total
`,
  },
}

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
