import { makerKnown, visible } from '../../access/visible.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { organizationMap } from '../partners/organization.cypher.ts'
import type { DeviceIdentifier, Product, Registration } from './product.type.ts'

/** What rows hold of a product; its manufacturer and registrations come with `productWithin` or by their loaders. */
export type ProductRow = Omit<Product, 'manufacturer' | 'registrations'> & Partial<Pick<Product, 'manufacturer' | 'registrations'>>

const facts = part`.id, .kind, .di, .scheme, .name, .nameZh, .model, .brand, .catalogNumber, .description, .riskClass, .gmdnCode, .gmdnName,
  .implantable, .sterile, .singleUse, .mriSafety, .withdrawnOn, .basicUdiDi, .maker, storage: coalesce(product.storage, []),
  lotControlled: coalesce(product.lotControlled, false), serialControlled: coalesce(product.serialControlled, false)`

export const productMap = part`product {${facts}}`

const registrationMap = part`registration {.number, .market, .validFrom, .validUntil, .holder}`

/** The product with its manufacturer and registrations in the same row, where a second round trip would show. */
export const productWithin: Part = part`CASE WHEN product IS NULL THEN null ELSE product {${facts},
  manufacturer: head(COLLECT { MATCH (product)-[:MADE_BY]->(organization:Organization) WHERE ${makerKnown} RETURN ${organizationMap} LIMIT 1 }),
  registrations: COLLECT { MATCH (product)-[:REGISTERED]->(registration:Registration) RETURN ${registrationMap} ORDER BY registration.market, registration.number }} END`

export const productByCode = cypher<{ code: string | null }, { product: ProductRow }>()`
MATCH (:DeviceIdentifier {code: $in.code})-[:IDENTIFIES]->(product:Product)
WHERE ${visible.product}
RETURN ${productWithin} AS product
`

export const productsById = cypher<{ ids: readonly string[] }, { product: ProductRow }>()`
UNWIND $in.ids AS id
MATCH (product:Product {id: id})
WHERE ${visible.product}
RETURN ${productWithin} AS product
`

export const registrationsOf = cypher<{ products: readonly string[] }, { product: string; registrations: Registration[] }>()`
UNWIND $in.products AS id
MATCH (product:Product {id: id})
WHERE ${visible.product}
RETURN id AS product,
  COLLECT { MATCH (product)-[:REGISTERED]->(registration:Registration) RETURN ${registrationMap} ORDER BY registration.market, registration.number } AS registrations
`

export const identifiersOf = cypher<{ products: readonly string[] }, { product: string; identifiers: DeviceIdentifier[] }>()`
UNWIND $in.products AS id
MATCH (product:Product {id: id})
WHERE ${visible.product}
RETURN id AS product, COLLECT {
  MATCH (product)<-[:IDENTIFIES]-(identifier:DeviceIdentifier)
  RETURN identifier {.code, .scheme, .type, .level, .contains, .units}
  ORDER BY identifier.units, identifier.type DESC, identifier.code
} AS identifiers
`
