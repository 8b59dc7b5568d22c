import { part, type Part } from '../../kernel/cypher.ts'
import { leadsToOwn, own } from '../genealogy/lineage.cypher.ts'

/**
 * What each code of a scope names. Each branch takes `named` and gives rows of `thing` (what was found: one code should
 * find one), and of what belongs to the scope by it: `batch`, to `follow` where what was made of it is meant, or `serial`.
 */

/** By DI and lot, by the lot of a serial's label, by a bare lot number, by id. */
const lotOfCode: Part = part`
  CALL (named) {
    MATCH (:DeviceIdentifier {code: named.di})-[:IDENTIFIES]->(of:Product)
    MATCH (batch:Batch {key: of.id + '|' + named.lot})
    RETURN batch
    UNION
    WITH named WHERE named.lot IS NULL
    MATCH (:DeviceIdentifier {code: named.di})-[:IDENTIFIES]->(of:Product)
    MATCH (:Serial {key: of.id + '|' + named.serial})-[:FROM]->(batch:Batch)
    RETURN batch
    UNION
    MATCH (batch:Batch {lotNumber: named.plain})
    RETURN batch
    UNION
    MATCH (batch:Batch {id: named.id})
    RETURN batch
  }`

const batches: Part = part`
  WITH named WHERE named.selector = 'batches'
  ${lotOfCode}
  WITH batch WHERE ${own(part`batch`)}
  RETURN batch AS thing, batch, null AS serial, false AS follow`

const materialLots: Part = part`
  WITH named WHERE named.selector = 'materialLots'
  ${lotOfCode}
  RETURN batch AS thing, batch, null AS serial, true AS follow`

const serials: Part = part`
  WITH named WHERE named.selector = 'serials'
  CALL (named) {
    MATCH (:DeviceIdentifier {code: named.di})-[:IDENTIFIES]->(of:Product)
    MATCH (serial:Serial {key: of.id + '|' + named.serial})
    RETURN serial
    UNION
    MATCH (serial:Serial {serialNumber: named.plain})
    RETURN serial
    UNION
    MATCH (serial:Serial {id: named.id})
    RETURN serial
  }
  WITH serial WHERE ${own(part`serial`)}
  RETURN serial AS thing, null AS batch, serial, false AS follow`

/** Serials without a batch are few, and only looked for where the product has more than its batches account for. */
const looseSerials: Part = part`
  WITH product, batches WHERE COUNT { (product)<-[:OF]-() } > size(batches) + reduce(sum = 0, batch IN batches | sum + coalesce(batch.serialCount, 0))
  MATCH (product)<-[:OF]-(serial:Serial)
  WHERE serial.batch IS NULL`

const products: Part = part`
  WITH named WHERE named.selector = 'products'
  CALL (named) {
    MATCH (:DeviceIdentifier {code: coalesce(named.di, named.code)})-[:IDENTIFIES]->(product:Product)
    RETURN product
    UNION
    MATCH (product:Product {id: named.id})
    RETURN product
  }
  WITH product WHERE ${own(part`product`)}
  WITH product, COLLECT { MATCH (product)<-[:OF]-(batch:Batch) RETURN batch } AS batches
  CALL (product, batches) {
    RETURN null AS batch, null AS serial
    UNION ALL
    UNWIND batches AS batch
    RETURN batch, null AS serial
    UNION ALL
    ${looseSerials}
    RETURN null AS batch, serial
  }
  RETURN product AS thing, batch, serial, false AS follow`

/** Its materials, and lots of anybody's that it delivered, as far as the maker has to do with them. */
const suppliers: Part = part`
  WITH named WHERE named.selector = 'suppliers'
  CALL (named) {
    MATCH (supplier:Organization {id: named.code}) RETURN supplier
    UNION
    MATCH (supplier:Organization {code: named.code}) RETURN supplier
    UNION
    MATCH (supplier:Organization) WHERE supplier.gln = coalesce(named.gln, named.code) RETURN supplier
    UNION
    MATCH (supplier:Organization) WHERE supplier.uscc = named.code RETURN supplier
  }
  WITH supplier WHERE NOT supplier.id = $viewer.organization
  CALL (supplier) {
    MATCH (supplier)<-[:SUPPLIED_BY]-(batch:Batch) RETURN batch
    UNION
    MATCH (supplier)<-[:MADE_BY]-(:Product)<-[:OF]-(batch:Batch) RETURN batch
  }
  RETURN supplier AS thing, batch, null AS serial, true AS follow`

/** Equipment without a lot is made where its commissioning says. */
const madeAt: Part = part`
  MATCH (site)<-[:MADE_AT]-(batch:Batch)
  WHERE ${own(part`batch`)}
  RETURN batch, null AS serial
  UNION ALL
  MATCH (product:Product)
  WHERE product.maker = $viewer.organization AND product.di > '' AND NOT coalesce(product.lotControlled, false)
  MATCH (product)<-[:OF]-(serial:Serial)
  WHERE serial.batch IS NULL AND EXISTS { (serial)<-[:CONCERNS]-(:Event {bizStep: 'commissioning'})-[:AT]->(site) }
  RETURN null AS batch, serial`

const sites: Part = part`
  WITH named WHERE named.selector = 'sites'
  CALL (named) {
    MATCH (site:Site {id: named.code}) RETURN site
    UNION
    MATCH (site:Site {code: named.code}) RETURN site
    UNION
    MATCH (site:Site) WHERE site.gln = coalesce(named.gln, named.code) RETURN site
  }
  CALL (site) {
  ${madeAt}
  }
  RETURN site AS thing, batch, serial, false AS follow`

/** From `$in.codes` to `found`, as far as the maker may know it (asked once, behind all branches: each repetition costs the planner much): rows of {index, level, thing, batch, serial, follow}. */
export const selected: Part = part`
CALL () {
  UNWIND $in.codes AS named
  CALL (named) {
  ${batches}
  UNION ALL
  ${materialLots}
  UNION ALL
  ${serials}
  UNION ALL
  ${products}
  UNION ALL
  ${suppliers}
  UNION ALL
  ${sites}
  }
  WITH named, thing, batch, serial AS single, follow
  WITH * WHERE NOT follow OR ${leadsToOwn}
  RETURN collect({index: named.index, level: toInteger(named.level), thing: thing, batch: batch, serial: single, follow: follow}) AS found
}`
