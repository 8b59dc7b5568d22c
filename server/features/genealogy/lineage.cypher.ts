import { touchesViewer } from '../../access/visible.ts'
import { part, type Part } from '../../kernel/cypher.ts'

/**
 * The walk over CONSUMED (output → input), FROM (serial → batch) and CONTAINS (device → part), and how far a viewer may
 * go on it. Every walk is a `*0..` whose path is used for its length or not at all and which a DISTINCT or a min()
 * follows at once, before any EXISTS: only then does it plan as a pruning breadth-first expansion, which visits each
 * node once however many ways lead to it, and ends in a cycle.
 */

/** Its product is the viewer's: a maker's device, a supplier's material. */
export const own = (thing: Part): Part => part`${thing}.maker = $viewer.organization`

/**
 * What a thing was made of is known to whom its product belongs. A maker's teams also learn what went into the
 * materials and components it bought, never into another maker's devices.
 */
export const open = (made: Part): Part => part`(${own(made)} OR $viewer.internal AND coalesce(${made}.kind, '') <> 'FINISHED')`

/** Each step of a walk leaves a thing whose inputs the viewer may know. */
export const openSteps: Part = part`all(step IN steps WHERE ${open(part`startNode(step)`)})`

/** One of `first`, or a device that contains it, however deep, is the viewer's or was in its hands. */
const inOwnHands = (first: Part): Part => part`EXISTS {
  MATCH (${first})<-[:CONTAINS*0..]-(serial:Serial)
  WITH DISTINCT serial
  WHERE ${own(part`serial`)} OR ${touchesViewer}
  RETURN serial LIMIT 1
}`

/**
 * A lot of another's product that went, perhaps through further ones, into the viewer's own batch or device, or to the
 * viewer. Where it is used `batch` must be bound, and `lot`, `first` and `serial` must not: a subquery takes a bound
 * variable for its own.
 */
export const leadsToOwn: Part = part`$viewer.internal AND EXISTS {
  MATCH (batch)<-[steps:CONSUMED*0..]-(lot:Batch)
  WHERE ${openSteps}
  WITH DISTINCT lot
  WHERE ${own(part`lot`)}
    OR EXISTS { (lot)-[:PASSED|IN_TRANSIT]->(:Organization {id: $viewer.organization}) }
    OR EXISTS { MATCH (first:Serial)-[contains:CONTAINS]->(:Serial|Batch) WHERE contains.batch = lot.id AND ${inOwnHands(part`first`)} }
  RETURN lot LIMIT 1
}`

/** `above`: what `root` is made of, by shortest distance, itself at 0. */
export const upstream: Part = part`
CALL (root) {
  WITH root WHERE $in.up
  MATCH path = (root)-[steps:CONSUMED|FROM|CONTAINS*0..]->(thing)
  WHERE all(step IN steps WHERE type(step) = 'FROM' OR ${open(part`startNode(step)`)})
  WITH thing, min(length(path)) AS depth
  RETURN collect({thing: thing, depth: -depth}) AS above
}`

/** `below`: the batches made of `root`, itself at 0; the nearest first. */
const batchesBelow: Part = part`
CALL (root) {
  WITH root WHERE $in.down AND root:Batch
  MATCH path = (root)<-[steps:CONSUMED*0..]-(batch:Batch)
  WHERE ${openSteps}
  WITH batch, min(length(path)) AS depth
  WHERE batch = root OR ${own(part`batch`)} OR ${leadsToOwn}
  WITH batch, depth ORDER BY depth, batch.id
  RETURN collect({thing: batch, depth: depth}) AS below
}`

/** Serials from which the walk up through devices begins: parts of these lots, other makers' serials, the root. */
const firstDevices: Part = part`
  UNWIND below AS entry
  WITH entry.thing AS batch, entry.depth + 1 AS depth
  MATCH (device:Serial)-[contains:CONTAINS]->(part:Serial|Batch)
  WHERE contains.batch = batch.id
  RETURN CASE WHEN part:Serial THEN part ELSE device END AS first, depth
  UNION ALL
  UNWIND below AS entry
  WITH entry.thing AS batch, entry.depth + 1 AS depth
  WHERE $viewer.internal AND NOT ${own(part`batch`)}
  MATCH (batch)<-[:FROM]-(serial:Serial)
  WHERE ${touchesViewer}
  RETURN serial AS first, depth
  UNION ALL
  WITH root WHERE $in.down AND root:Serial
  RETURN root AS first, 0 AS depth`

/** `devices`: serials below that the batches' kept counts do not tell, or tell at another distance. */
const devicesBelow: Part = part`
CALL (root, below) {
  CALL (root, below) {
  ${firstDevices}
  }
  WITH first, min(depth) AS depth
  MATCH path = (first)<-[steps:CONTAINS*0..]-(device:Serial)
  WHERE ${openSteps}
  WITH first, depth, device, min(length(path)) AS further
  WITH device, min(depth + further) AS depth
  WHERE device = root OR ${own(part`device`)} OR $viewer.internal AND ${inOwnHands(part`device`)}
  RETURN collect({thing: device, depth: depth}) AS devices
}`

/**
 * `counted`: the batches whose serials their kept counts tell. `made`: serials of the nearest of them, at least as many
 * as are asked for. Which batches that takes is reckoned from the counts, since a sort of serials would hold one of
 * these lists for each of them.
 */
const serialsBelow: Part = part`
WITH *, [entry IN below WHERE ${own(part`entry.thing`)} AND entry.thing.serialCount > 0] AS counted
WITH *, reduce(nearest = {room: $in.limit, lots: []}, entry IN counted |
  CASE WHEN nearest.room > 0 THEN {room: nearest.room - entry.thing.serialCount, lots: nearest.lots + [entry]} ELSE nearest END).lots AS lots
CALL (lots) {
  UNWIND lots AS entry
  WITH entry.thing AS batch, entry.depth + 1 AS depth
  WHERE depth <= $in.depth
  CALL (batch) {
    MATCH (serial:Serial)
    WHERE serial.batch = batch.id AND serial.serialNumber > ''
    RETURN serial ORDER BY serial.batch, serial.serialNumber LIMIT toInteger($in.limit)
  }
  RETURN collect({thing: serial, depth: depth}) AS made
}`

export const downstream: Part = part`
${batchesBelow}
${devicesBelow}
${serialsBelow}`
