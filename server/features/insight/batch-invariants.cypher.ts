import { cypher } from '../../kernel/cypher.ts'
import type { BatchEdge } from '../custody/batch-edges.rules.ts'
import { involvementsOfThing } from '../custody/capture/involvement.cypher.ts'
import type { EventColumns } from '../custody/capture/involvement-columns.ts'

/** A batch as the graph has it. Of its relationships `one` and `other` are organization and site, or sender and recipient. */
export interface StoredBatch {
  readonly id: string
  readonly udi: string
  readonly lotNumber: string
  readonly expiresOn: string | null
  readonly serialCount: number | null
  readonly status: string
  readonly holds: readonly string[]
  readonly head: string | null
  /** The state kept as JSON. */
  readonly custody: string | null
  readonly products: readonly { readonly id: string; readonly di: string; readonly maker: string }[]
  readonly stocked: readonly (BatchEdge & { readonly site: string; readonly key: string })[]
  readonly transit: readonly BatchEdge[]
  readonly used: readonly BatchEdge[]
  readonly passed: readonly { readonly organization: string; readonly serials: number; readonly from: string | null; readonly until: string | null }[]
  readonly openFindings: readonly string[]
  readonly events: readonly EventColumns[]
}

export const batchPage = cypher<{ after: string; first: number }, StoredBatch>()`
MATCH (thing:Batch)
WHERE thing.id > $in.after
WITH thing ORDER BY thing.id LIMIT toInteger($in.first)
RETURN thing.id AS id, thing.udi AS udi, thing.lotNumber AS lotNumber, thing.expiresOn AS expiresOn, thing.serialCount AS serialCount,
  thing.status AS status, thing.holds AS holds, thing.head AS head, thing.custody AS custody,
  [(thing)-[:OF]->(product:Product) | product {.id, .di, .maker}] AS products,
  [(thing)-[edge:STOCKED_AT]->(site:Site) | edge {.serials, .quantity, .key, .site, .owner, one: edge.organization, other: site.id, at: edge.since, part: edge.blocked}] AS stocked,
  [(thing)-[edge:IN_TRANSIT]->(taker:Organization) | edge {.serials, .quantity, one: edge.from, other: taker.id, at: edge.since, part: edge.returned}] AS transit,
  [(thing)-[edge:USED_AT]->(site:Site) | edge {.serials, .quantity, one: edge.organization, other: site.id, at: edge.on}] AS used,
  [(thing)-[edge:PASSED]->(former:Organization) | edge {.serials, .from, .until, organization: former.id}] AS passed,
  [(thing)<-[:ABOUT]-(finding:Finding) WHERE finding.clearedAt IS NULL | finding.code] AS openFindings,
  ${involvementsOfThing} AS events`
