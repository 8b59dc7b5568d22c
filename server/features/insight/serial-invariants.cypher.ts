import { cypher, part } from '../../kernel/cypher.ts'
import type { Possession } from '../custody/custody-state.type.ts'
import { involvementsOfThing } from '../custody/capture/involvement.cypher.ts'
import type { EventColumns } from '../custody/capture/involvement-columns.ts'

/** A serial as the graph has it: its own properties, every relationship that is derived, and the events that name it. */
export interface StoredSerial {
  readonly id: string
  readonly udi: string
  readonly serialNumber: string
  readonly expiresOn: string | null
  readonly batch: string | null
  readonly status: string
  readonly holds: readonly string[]
  readonly since: string | null
  readonly head: string | null
  /** The state kept as JSON. */
  readonly custody: string | null
  readonly products: readonly { readonly id: string; readonly di: string; readonly maker: string }[]
  readonly batches: readonly { readonly id: string; readonly lotNumber: string }[]
  readonly held: readonly { readonly to: string; readonly organization: string | null; readonly serial: string | null; readonly since: string | null; readonly key: string | null }[]
  readonly stored: readonly { readonly to: string; readonly site: string | null; readonly key: string | null; readonly operator: string | null }[]
  readonly owners: readonly string[]
  readonly transit: readonly { readonly from: string; readonly to: string; readonly since: string }[]
  readonly used: readonly { readonly organization: string; readonly site: string; readonly on: string; readonly kind: string }[]
  readonly passed: readonly Possession[]
  readonly events: readonly EventColumns[]
}

const stored = part`
RETURN thing.id AS id, thing.udi AS udi, thing.serialNumber AS serialNumber, thing.expiresOn AS expiresOn, thing.batch AS batch,
  thing.status AS status, thing.holds AS holds, thing.since AS since, thing.head AS head, thing.custody AS custody,
  [(thing)-[:OF]->(product:Product) | product {.id, .di, .maker}] AS products,
  [(thing)-[:FROM]->(batch:Batch) | batch {.id, .lotNumber}] AS batches,
  [(thing)-[edge:HELD_BY]->(holder:Organization) | edge {.organization, .serial, .since, .key, to: holder.id}] AS held,
  [(thing)-[edge:STORED_AT]->(site:Site) | edge {.site, .key, to: site.id, operator: site.organization}] AS stored,
  [(thing)-[:OWNED_BY]->(owner:Organization) | owner.id] AS owners,
  [(thing)-[edge:IN_TRANSIT]->(taker:Organization) | edge {.from, .since, to: taker.id}] AS transit,
  [(thing)-[edge:USED_AT]->(site:Site) | edge {.organization, .on, .kind, site: site.id}] AS used,
  [(thing)-[edge:PASSED]->(former:Organization) | edge {.from, .until, .status, .holds, organization: former.id}] AS passed,
  ${involvementsOfThing} AS events`

/** The serials of some batches. */
export const serialsOfBatches = cypher<{ batches: readonly string[] }, StoredSerial>()`
UNWIND $in.batches AS id
MATCH (:Batch {id: id})<-[:FROM]-(thing:Serial)
WITH DISTINCT thing
${stored}`

/** A page of the serials that have no batch, in the order of their ids. */
export const serialsWithoutBatch = cypher<{ after: string; first: number }, StoredSerial>()`
MATCH (thing:Serial)
WHERE thing.id > $in.after AND NOT EXISTS { (thing)-[:FROM]->() }
WITH thing ORDER BY thing.id LIMIT toInteger($in.first)
${stored}`

/** The events of containers, by id. */
export const containerEvents = cypher<{ ids: readonly string[] }, { id: string; events: readonly EventColumns[] }>()`
UNWIND $in.ids AS id
OPTIONAL MATCH (serial:Serial {id: id})
OPTIONAL MATCH (unit:LogisticUnit {id: id})
WITH id, coalesce(serial, unit) AS thing
RETURN id, ${involvementsOfThing} AS events`
