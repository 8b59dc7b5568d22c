import { cypher } from '../../kernel/cypher.ts'
import type { IdentifierRow, KnownProduct, MakerRow, ProductRow, RegistrationRow } from './import/catalog-rows.ts'

/**
 * Finds a maker by DUNS number, credit code or hub code (its normalised name), or makes it, with a main site. Two firms
 * of one name and different credit codes stay two. What is known is not overwritten, only completed.
 */
export const mergeMaker = cypher<{ maker: MakerRow }, { id: string }>()`
  WITH $in.maker AS maker
  WITH maker, EXISTS { MATCH (other:Organization {code: maker.code}) WHERE other.uscc <> maker.uscc } AS taken
  WITH maker, CASE WHEN taken THEN maker.spare ELSE {id: maker.id, code: maker.code} END AS own
  WITH maker, own, coalesce(
    COLLECT { MATCH (known:Organization {duns: maker.duns}) RETURN known.id LIMIT 1 }[0],
    COLLECT { MATCH (known:Organization {uscc: maker.uscc}) RETURN known.id LIMIT 1 }[0],
    COLLECT { MATCH (known:Organization {code: own.code}) RETURN known.id LIMIT 1 }[0],
    own.id) AS id
  MERGE (organization:Organization {id: id})
    ON CREATE SET organization.code = own.code, organization.name = maker.name, organization.onHub = false
  SET organization.kinds = coalesce(organization.kinds, [])
      + CASE WHEN 'MANUFACTURER' IN organization.kinds THEN [] ELSE ['MANUFACTURER'] END,
    organization.nameZh = coalesce(organization.nameZh, maker.nameZh),
    organization.duns = coalesce(organization.duns, maker.duns),
    organization.uscc = coalesce(organization.uscc, maker.uscc),
    organization.country = coalesce(organization.country, maker.country),
    organization.phone = coalesce(organization.phone, maker.phone)
  FOREACH (_ IN CASE WHEN EXISTS { (organization)-[:OPERATES]->(:Site {main: true}) } THEN [] ELSE [1] END |
    MERGE (site:Site {id: maker.siteId})
      ON CREATE SET site.code = organization.code + '-MAIN', site.name = organization.name, site.nameZh = organization.nameZh,
        site.country = organization.country, site.organization = id, site.main = true
    MERGE (organization)-[:OPERATES]->(site))
  RETURN id`

/** What the graph has of each device identifier: its product, whose record that is, and the version read last. */
export const knownProducts = cypher<{ rows: { di: string; mark: string }[] }, KnownProduct>()`
  UNWIND $in.rows AS row
  MATCH (:DeviceIdentifier {code: row.di})-[:IDENTIFIES]->(product:Product)
  RETURN row.di AS di, product.id AS id, product.di AS primaryDi, product.catalogSource AS source, product[row.mark] AS version`

/** The register that brought a product first keeps it up to date; another only fills in what that one does not say. */
export const mergeProducts = cypher<{ rows: ProductRow[] }, never>()`
  UNWIND $in.rows AS row
  MERGE (product:Product {id: row.id})
  WITH row, product, properties(product) AS before
  SET product += row.fields
  FOREACH (_ IN CASE WHEN before.catalogSource <> row.source THEN [1] ELSE [] END | SET product += before)
  SET product += row.version, product.catalogSource = coalesce(before.catalogSource, row.source)
  WITH product
  OPTIONAL MATCH (product)-[former:MADE_BY]->(maker:Organization) WHERE maker.id <> product.maker
  DELETE former
  WITH DISTINCT product
  MATCH (maker:Organization {id: product.maker})
  MERGE (product)-[:MADE_BY]->(maker)`

/** Identifiers are added and corrected, never taken away: a carton from before still resolves. Rows tell which are another product's. */
export const mergeIdentifiers = cypher<{ rows: IdentifierRow[] }, { code: string; product: string; owner: string }>()`
  UNWIND $in.rows AS row
  MERGE (identifier:DeviceIdentifier {code: row.code})
  WITH row, identifier
  OPTIONAL MATCH (identifier)-[:IDENTIFIES]->(owner:Product)
  WITH row, identifier, owner, coalesce(owner.id = row.product, true) AS free
  FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
    SET identifier += row.fields)
  FOREACH (_ IN CASE WHEN owner IS NULL THEN [1] ELSE [] END |
    MERGE (product:Product {id: row.product})
    MERGE (identifier)-[:IDENTIFIES]->(product))
  WITH row, owner WHERE NOT coalesce(owner.id = row.product, true)
  RETURN row.code AS code, row.product AS product, owner.di AS owner`

/** A registration's validity may have been entered by hand: what the register does not say stays. */
export const mergeRegistrations = cypher<{ rows: RegistrationRow[] }, never>()`
  UNWIND $in.rows AS row
  MATCH (product:Product {id: row.product})
  MERGE (registration:Registration {id: row.id})
  SET registration += row.fields
  MERGE (product)-[:REGISTERED]->(registration)`
