import { cypher, type Part, part } from '../kernel/cypher.ts'
import type { RecordRows } from './audit-row.ts'

/** Whose product the record concerns, so that its teams find it: found now, since what is visible is decided by an index. */
export const makerOf = (subject: Part): Part => part`head(COLLECT {
  MATCH (thing:Serial {id: ${subject}}) RETURN thing.maker AS maker
  UNION ALL MATCH (thing:Batch {id: ${subject}}) RETURN thing.maker AS maker
  UNION ALL MATCH (thing:Product {id: ${subject}}) RETURN thing.maker AS maker
  UNION ALL MATCH (thing:Recall {id: ${subject}}) RETURN thing.maker AS maker
})`

/** Writes `$in.records`, `$in.personal` and `$in.actors`; for use at the end of a statement that writes what they record. */
export const keepRecords = part`
FOREACH (row IN $in.personal | MERGE (value:PersonalValue {id: row.id}) ON CREATE SET value = row)
FOREACH (row IN $in.actors | MERGE (actor:Actor {id: row.id}) ON CREATE SET actor = row)
WITH 1 AS once UNWIND $in.records AS row
CREATE (record:AuditRecord:Unsealed) SET record = row, record.maker = coalesce(row.maker, ${makerOf(part`row.subject`)})`

/** A record of its own, of something that changes nothing: a sign-in, an export, a look. */
export const writeRecords = cypher<RecordRows, never>()`
${keepRecords}
`

interface Refused extends RecordRows {
  /** Whose refusal, of what, in which minute. */
  readonly key: string
  readonly minute: string
  readonly row: string
}

/**
 * A refusal: the first of its kind in a minute is recorded at once, its repetitions are counted apart, and recorded as
 * one when the minute is over (housekeeping), since a record is never changed.
 */
export const countRefusal = cypher<Refused, never>()`
MERGE (tally:RefusalTally {key: $in.key})
ON CREATE SET tally.minute = $in.minute, tally.row = $in.row, tally.count = 0
ON MATCH SET tally.count = tally.count + 1
WITH tally WHERE tally.count = 0
${keepRecords}
`
