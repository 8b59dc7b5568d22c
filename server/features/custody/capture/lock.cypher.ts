import { heldSince, recalledSince } from '../../../access/blocked.ts'
import { concatenated, cypher, joinable, part, type Part } from '../../../kernel/cypher.ts'
import type { BatchStatus, Hold, SerialStatus } from '../custody-state.type.ts'

export interface LockInput {
  readonly serials: readonly string[]
  readonly batches: readonly string[]
  readonly units: readonly string[]
  /** Places and parties that the events name. */
  readonly sites: readonly string[]
  readonly organizations: readonly string[]
  /** Ids of the events, to find those that are there already. */
  readonly events: readonly string[]
}

interface LockedThing {
  readonly id: string
  readonly maker: string
  readonly di: string
  readonly lotNumber: string | null
  readonly manufacturedOn: string | null
  readonly expiresOn: string | null
  readonly holds: readonly Hold[]
  readonly head: string | null
  /** The state that the events so far gave, as JSON; null where no capture has kept it yet. */
  readonly custody: string | null
  /** Since when its maker says that it may not be used: called back, or held until that is decided. */
  readonly recalledSince: string | null
  readonly heldSince: string | null
  /** An event waits for it that was reported before it was known. */
  readonly awaited: boolean
}

interface Journey {
  readonly from: string
  readonly to: string
}

export interface LockedSerial extends LockedThing {
  readonly serialNumber: string
  readonly udi: string
  readonly batch: string | null
  readonly status: SerialStatus
  readonly singleUse: boolean | null
  readonly holder: string | null
  readonly owner: string | null
  readonly transit: Journey | null
  /** The organization that used it. */
  readonly usedBy: string | null
  /** Has, or had, something built into it. */
  readonly contains: boolean
}

/** Units at a site of the viewer, and how many of them are held. */
interface OwnUnits {
  readonly site: string
  readonly quantity: number
  readonly blocked: number
}

export interface LockedBatch extends LockedThing {
  readonly lotNumber: string
  readonly udi: string
  readonly status: BatchStatus
  readonly unit: string | null
  readonly serialCount: number
  /** Units without serials that the viewer has, has sent off, of these sends back, gets, and used. */
  readonly own: { readonly stock: number; readonly cells: readonly OwnUnits[]; readonly leaving: number; readonly returning: number; readonly arriving: readonly (Journey & { readonly quantity: number })[]; readonly used: number }
}

export interface LockedUnit {
  readonly id: string
  readonly sscc: string
  readonly awaited: boolean
}

export interface LockRow {
  readonly serials: readonly LockedSerial[]
  readonly batches: readonly LockedBatch[]
  readonly units: readonly LockedUnit[]
  readonly sites: readonly { readonly id: string; readonly organization: string; readonly country: string | null }[]
  /** `main` is the organization's main site, `country` where that is. */
  readonly organizations: readonly { readonly id: string; readonly main: string; readonly country: string | null }[]
  readonly events: readonly { readonly id: string; readonly hash: string }[]
}

// A property that is set takes the node's lock until the transaction ends; the same value again writes nothing.
const locks = part`
CALL () {
  UNWIND $in.units AS id
  WITH DISTINCT id ORDER BY id
  MATCH (unit:LogisticUnit {id: id})
  SET unit.locked = true
  RETURN collect(unit) AS units
}
CALL () {
  UNWIND $in.batches + COLLECT { UNWIND $in.serials AS of MATCH (serial:Serial {id: of}) WHERE serial.batch IS NOT NULL RETURN serial.batch } AS id
  WITH DISTINCT id ORDER BY id
  MATCH (batch:Batch {id: id})
  SET batch.locked = true
  RETURN collect(batch) AS batches
}
CALL () {
  UNWIND $in.serials AS id
  WITH DISTINCT id ORDER BY id
  MATCH (serial:Serial {id: id})
  SET serial.locked = true
  RETURN collect(serial) AS serials
}`

const awaited = part`awaited: EXISTS { (thing)<-[:ABOUT]-(finding:Finding) WHERE finding.awaiting IS NOT NULL }`

const against = part`recalledSince: ${recalledSince(part`thing`)}, heldSince: ${heldSince(part`thing`)}, ${awaited}`

const summed = (edges: Part): Part => part`reduce(total = 0.0, quantity IN ${edges} | total + quantity)`

const ownUnits = part`{
  stock: ${summed(part`[(thing)-[cell:STOCKED_AT]->() WHERE cell.organization = $viewer.organization | cell.quantity]`)},
  cells: [(thing)-[cell:STOCKED_AT]->() WHERE cell.organization = $viewer.organization AND cell.quantity > 0 | {site: cell.site, quantity: cell.quantity, blocked: coalesce(cell.blocked, 0.0)}],
  returning: ${summed(part`[(thing)-[way:IN_TRANSIT]->() WHERE way.from = $viewer.organization AND way.returned > 0 | way.returned]`)},
  leaving: ${summed(part`[(thing)-[way:IN_TRANSIT]->() WHERE way.from = $viewer.organization | way.quantity]`)},
  arriving: [(thing)-[way:IN_TRANSIT]->() WHERE way.to = $viewer.organization AND way.quantity > 0 | way {.from, .to, .quantity}],
  used: ${summed(part`[(thing)-[use:USED_AT]->() WHERE use.organization = $viewer.organization | use.quantity]`)}
}`

/** Those of these ids, each once. */
const chosenFrom = <Row extends { readonly id: string }>(rows: readonly Row[]): ((ids: Iterable<string | null>) => Row[]) => {
  const byId = new Map<string | null, Row>(rows.map((row) => [row.id, row]))
  return (ids) => [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

/** Of what several asked for, what each did: its serials' batches and its sites' operators come along. */
const askedByEach = (row: LockRow, inputs: readonly LockInput[]): LockRow[][] => {
  const [serialsOf, batchesOf, unitsOf] = [chosenFrom(row.serials), chosenFrom(row.batches), chosenFrom(row.units)]
  const [sitesOf, organizationsOf, eventsOf] = [chosenFrom(row.sites), chosenFrom(row.organizations), chosenFrom(row.events)]
  return inputs.map((input) => {
    const [serials, sites] = [serialsOf(input.serials), sitesOf(input.sites)]
    return [{
      serials, sites, units: unitsOf(input.units), events: eventsOf(input.events),
      batches: batchesOf([...input.batches, ...serials.map(({ batch }) => batch)]),
      organizations: organizationsOf([...input.organizations, ...sites.map(({ organization }) => organization)]),
    }]
  })
}

/**
 * Locks what a report concerns, and the batches of its serials, then reads it: cartons first, then batches, then serials,
 * each in the order of their ids, so that two reports wait for each other and never in a circle.
 */
export const lockThings = joinable(cypher<LockInput, LockRow>()`
${locks}
WITH units, batches, serials
RETURN [thing IN units | thing {.id, .sscc, ${awaited}}] AS units,
  COLLECT { UNWIND batches AS thing MATCH (thing)-[:OF]->(product:Product)
    RETURN thing {.id, .maker, .lotNumber, .udi, .manufacturedOn, .expiresOn, .unit, .status, .head, .custody, holds: coalesce(thing.holds, []), serialCount: coalesce(thing.serialCount, 0), di: product.di, own: ${ownUnits}, ${against}} } AS batches,
  COLLECT { UNWIND serials AS thing MATCH (thing)-[:OF]->(product:Product) OPTIONAL MATCH (thing)-[:FROM]->(lot:Batch)
    RETURN thing {.id, .maker, .serialNumber, .udi, .batch, .status, .head, .custody, manufacturedOn: coalesce(thing.manufacturedOn, lot.manufacturedOn), expiresOn: coalesce(thing.expiresOn, lot.expiresOn), holds: coalesce(thing.holds, []), di: product.di, singleUse: product.singleUse,
      lotNumber: lot.lotNumber, contains: EXISTS { (thing)-[:CONTAINS]->() },
      holder: head([(thing)-[:HELD_BY]->(holder) | holder.id]), owner: head([(thing)-[:OWNED_BY]->(owner) | owner.id]), usedBy: head([(thing)-[use:USED_AT]->() | use.organization]),
      transit: head([(thing)-[way:IN_TRANSIT]->(taker) | {from: way.from, to: taker.id}]), ${against}} } AS serials,
  COLLECT { UNWIND $in.sites AS id MATCH (site:Site {id: id}) RETURN site {.id, .organization, .country} } AS sites,
  COLLECT { UNWIND $in.organizations + COLLECT { UNWIND $in.sites AS at MATCH (place:Site {id: at}) RETURN place.organization } AS id WITH DISTINCT id
    MATCH (organization:Organization {id: id})
    WITH id, head(COLLECT { MATCH (organization)-[:OPERATES]->(site:Site) RETURN site ORDER BY coalesce(site.main, false) DESC, site.code LIMIT 1 }) AS main
    RETURN {id: id, main: main.id, country: main.country} } AS organizations,
  COLLECT { UNWIND $in.events AS id MATCH (event:Event {id: id}) RETURN event {.id, .hash} } AS events
`, {
  join: concatenated,
  split: ([row], inputs) => (row === undefined ? [] : askedByEach(row, inputs)),
  claims: ({ units, batches, serials }) => [...units, ...batches, ...serials],
  shares: ([row]) => row?.batches.map(({ id }) => id) ?? [],
})
