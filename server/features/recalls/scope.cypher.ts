import { unnamed, unnamedOnRecall } from '../../access/unnamed.ts'
import { part, type Part } from '../../kernel/cypher.ts'
import { openSteps, own } from '../genealogy/lineage.cypher.ts'
import { selected } from './scope-selectors.cypher.ts'

/**
 * A scope as a few whole batches and single serials beside them, so that what is counted in batches stays counted from
 * their kept counts: `wholes` (batches), `plus` (serials in the scope whose batch is not), `minus` (serials out of it
 * whose batch is in it).
 */

/** `made`: batches by level that were made of followed lots; a lot itself counts where serials were made of it. */
const made: Part = part`
CALL (found) {
  UNWIND found AS entry
  WITH entry.level AS level, entry.batch AS lot WHERE entry.follow
  WITH DISTINCT level, lot
  MATCH (lot)<-[steps:CONSUMED*0..]-(batch:Batch)
  WHERE ${openSteps}
  WITH DISTINCT level, lot, batch
  WITH level, batch, max(CASE WHEN batch <> lot OR batch.serialCount > 0 THEN 1 ELSE 0 END) = 1 AND ${own(part`batch`)} AS whole
  RETURN collect({level: level, batch: batch, whole: whole}) AS made
}`

/** `devices`: own devices by level that contain, or contained, a part of a followed lot or of what was made of it. */
const devices: Part = part`
CALL (made) {
  UNWIND made AS entry
  WITH entry.level AS level, entry.batch.id AS lot
  MATCH (device:Serial)-[contains:CONTAINS]->(:Serial|Batch)
  WHERE contains.batch = lot
  WITH DISTINCT level, device
  MATCH (device)<-[:CONTAINS*0..]-(serial:Serial)
  WITH DISTINCT level, device, serial
  WITH DISTINCT level, serial WHERE ${own(part`serial`)}
  RETURN collect({level: level, serial: serial}) AS devices
}`

/** Whether a day lies in the level's span; an unknown one may. */
const inSpan = (day: Part): Part => part`(${day} IS NULL OR (${day} >= $in.spans[level].from AND ($in.spans[level].to = '' OR ${day} <= $in.spans[level].to)))`

/** In the scope is what is in level 0 and not in level 1, unless it is in level 2 …: an odd number of levels from 0 without a gap. */
const inScope = (inLevel: Part): Part => part`reduce(levels = 0, level IN range(0, size($in.spans) - 1) | CASE WHEN levels = level AND ${inLevel} THEN levels + 1 ELSE levels END) % 2 = 1`

/** `placed`: batches with their levels; `members`: by level, the ids of its batches. */
const wholes: Part = part`
CALL (found, made) {
  UNWIND [entry IN found WHERE entry.batch IS NOT NULL AND NOT entry.follow] + [entry IN made WHERE entry.whole] AS entry
  WITH entry.batch AS batch, entry.level AS level
  WHERE ${inSpan(part`batch.manufacturedOn`)}
  WITH batch, collect(DISTINCT level) AS levels
  RETURN collect({batch: batch, levels: levels}) AS placed
}
WITH found, devices,
  [level IN range(0, size($in.spans) - 1) | [entry IN placed WHERE level IN entry.levels | entry.batch.id]] AS members,
  [entry IN placed WHERE ${inScope(part`level IN entry.levels`)} | entry.batch] AS wholes`

const singles: Part = part`
CALL (found, devices, members) {
  UNWIND [entry IN found WHERE entry.serial IS NOT NULL] + devices AS entry
  WITH members, entry.serial AS serial, entry.level AS level
  OPTIONAL MATCH (serial)-[:FROM]->(batch:Batch)
  WITH members, serial, level, coalesce(serial.manufacturedOn, batch.manufacturedOn) AS madeOn
  WHERE ${inSpan(part`madeOn`)}
  WITH members, serial, collect(DISTINCT level) AS own
  WITH serial, ${inScope(part`(level IN own OR serial.batch IN members[level])`)} AS inside, ${inScope(part`serial.batch IN members[level]`)} AS byBatch
  RETURN collect(CASE WHEN inside AND NOT byBatch THEN serial END) AS plus, collect(CASE WHEN byBatch AND NOT inside THEN serial END) AS minus
}`

/** The maker's own teams know every party of a recall by name, but for those whose distributors keep it: always, or as long as no recall runs. */
export const nameless = (organization: Part): Part => part`CASE WHEN $in.running THEN ${unnamedOnRecall(organization)} ELSE ${unnamed(organization)} END`

/** From `$in.codes` and `$in.spans` to `found`, `wholes`, `plus` and `minus`. */
export const scope: Part = part`
${selected}
${made}
${devices}
${wholes}
${singles}`
