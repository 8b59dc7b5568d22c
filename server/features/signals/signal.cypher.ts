import { maskedParty } from '../../access/masked.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import type { Party } from '../partners/party.type.ts'
import type { SignalKind } from './signal.rules.ts'

export interface ObservedRow {
  readonly kind: SignalKind
  readonly thing: string
  readonly product: string
  readonly cases: number
}

/** The maker's cases since a moment, counted by everything that they have in common, within each product. */
export const observedCases = cypher<{ since: string }, ObservedRow>()`
MATCH (case:AdverseEvent)
USING INDEX case:AdverseEvent(maker, place)
WHERE case.maker = $viewer.organization AND case.place > $in.since AND $viewer.internal AND case.product IS NOT NULL
CALL (case) {
  RETURN 'MODEL' AS kind, case.product AS thing
  UNION ALL
  RETURN 'ORGANIZATION' AS kind, case.organization AS thing
  UNION ALL
  WITH case WHERE case.lot IS NOT NULL
  RETURN 'BATCH' AS kind, case.lot AS thing
  UNION ALL
  MATCH (:Batch {id: case.lot})-[:MADE_AT]->(site:Site)
  RETURN 'SITE' AS kind, site.id AS thing
  UNION ALL
  UNWIND coalesce(case.lots, []) AS lot
  RETURN 'MATERIAL_LOT' AS kind, lot AS thing
  UNION ALL
  UNWIND coalesce(case.suppliers, []) AS supplier
  RETURN 'SUPPLIER' AS kind, supplier AS thing
}
RETURN kind, thing, case.product AS product, count(DISTINCT case) AS cases
`

/** What a signal is about, in words, and how a recall's scope names it. */
export interface NamedThing {
  readonly kind: SignalKind
  readonly thing: string
  readonly name: string
  readonly nameZh: string | null
  readonly number: string | null
  readonly supplier: Party | null
  readonly codes: readonly string[]
}

/** A lot number that fits one lot alone is a code that people read; otherwise the id. */
const lotCode = part`coalesce(lot.udi, CASE WHEN COUNT { (:Batch {lotNumber: lot.lotNumber}) } = 1 THEN lot.lotNumber ELSE lot.id END)`

/** Who reported is no code of devices: the lots that it reported are. */
const lotsReported = part`COLLECT {
      MATCH (case:AdverseEvent)
      USING INDEX case:AdverseEvent(maker, place)
      WHERE case.maker = $viewer.organization AND case.place > $in.since AND case.organization = row.thing AND case.lot IS NOT NULL
      WITH DISTINCT case.lot AS id
      MATCH (lot:Batch {id: id})
      RETURN ${lotCode}
    }`

/** Of things that the maker's own cases led to: it knows what its devices were made of, and who reported. */
export const namesOfThings = cypher<{ things: readonly { kind: string; thing: string }[]; since: string }, NamedThing>()`
WITH 1 AS asked WHERE $viewer.internal
UNWIND $in.things AS row
CALL (row) {
  WITH row WHERE row.kind IN ['BATCH', 'MATERIAL_LOT']
  MATCH (lot:Batch {id: row.thing})-[:OF]->(product:Product)
  OPTIONAL MATCH (supplier:Organization {id: lot.maker}) WHERE supplier.id <> $viewer.organization
  RETURN product.name AS name, product.nameZh AS nameZh, lot.lotNumber AS number, ${maskedParty(part`supplier`, part`[]`, part`true`)} AS supplier, [${lotCode}] AS codes
  UNION ALL
  WITH row WHERE row.kind = 'MODEL'
  MATCH (product:Product {id: row.thing})
  RETURN product.name AS name, product.nameZh AS nameZh, coalesce(product.model, product.di) AS number, null AS supplier, [product.di] AS codes
  UNION ALL
  WITH row WHERE row.kind = 'SITE'
  MATCH (site:Site {id: row.thing})
  RETURN site.name AS name, site.nameZh AS nameZh, site.code AS number, null AS supplier, [site.code] AS codes
  UNION ALL
  WITH row WHERE row.kind IN ['SUPPLIER', 'ORGANIZATION']
  MATCH (organization:Organization {id: row.thing})
  RETURN organization.name AS name, organization.nameZh AS nameZh, null AS number, organization {.id, .name, .nameZh, .kinds, .country} AS supplier,
    CASE row.kind WHEN 'SUPPLIER' THEN [organization.code] ELSE ${lotsReported} END AS codes
}
RETURN row.kind AS kind, row.thing AS thing, name, nameZh, number, supplier, codes
`

/** A signal, and since when its cases count. */
export interface SignalKey {
  readonly kind: string
  readonly thing: string
  readonly since: string
}

/** The cases behind signals, the newest first, at most 50 of each. */
export const casesBehind = cypher<{ signals: readonly SignalKey[] }, { signal: SignalKey; cases: readonly string[] }>()`
UNWIND $in.signals AS signal
RETURN signal, COLLECT {
  MATCH (case:AdverseEvent)
  USING INDEX case:AdverseEvent(maker, place)
  WHERE case.maker = $viewer.organization AND case.place > signal.since AND $viewer.internal AND CASE signal.kind
    WHEN 'MODEL' THEN case.product = signal.thing
    WHEN 'ORGANIZATION' THEN case.organization = signal.thing
    WHEN 'BATCH' THEN case.lot = signal.thing
    WHEN 'MATERIAL_LOT' THEN signal.thing IN case.lots
    WHEN 'SUPPLIER' THEN signal.thing IN case.suppliers
    ELSE EXISTS { (:Batch {id: case.lot})-[:MADE_AT]->(:Site {id: signal.thing}) }
  END
  RETURN case.id ORDER BY case.place DESC LIMIT 50
} AS cases
`
