import { part, type Part } from '../../../kernel/cypher.ts'

/** What a query asks of `told`'s columns (filter.ts), those that every reader of an event reads. */
export const askedOpenly = part`($in.filter.types IS NULL OR told.type IN $in.filter.types)
  AND ($in.filter.actions IS NULL OR told.action IN $in.filter.actions)
  AND ($in.filter.bizSteps IS NULL OR told.bizStep IN $in.filter.bizSteps)
  AND ($in.filter.dispositions IS NULL OR told.disposition IN $in.filter.dispositions)
  AND ($in.filter.transformationIds IS NULL OR told.transformationId IN $in.filter.transformationIds)
  AND ($in.filter.errorReasons IS NULL OR told.errorReason IN $in.filter.errorReasons)
  AND ($in.filter.declared IS NULL OR $in.filter.declared = (told.declaredAt IS NOT NULL))
  AND ($in.filter.dispositionsSet IS NULL OR any(word IN told.dispositionsSet WHERE word IN $in.filter.dispositionsSet))
  AND ($in.filter.dispositionsUnset IS NULL OR any(word IN told.dispositionsUnset WHERE word IN $in.filter.dispositionsUnset))
  AND ($in.filter.correctiveEventIds IS NULL OR any(id IN told.correctiveEventIds WHERE id IN $in.filter.correctiveEventIds))
  AND told.eventTime >= $in.filter.eventTime.from AND told.eventTime < $in.filter.eventTime.until
  AND told.recordTime >= $in.filter.recordTime.from AND told.recordTime < $in.filter.recordTime.until
  AND coalesce(told.declaredAt, '') >= $in.filter.declaredAt.from AND coalesce(told.declaredAt, '') < $in.filter.declaredAt.until`

/** The same of who took part and where, and of a number that may tell who: not every reader reads these. */
export const askedOfParties = part`($in.filter.eventIds IS NULL OR told.eventId IN $in.filter.eventIds)
  AND ($in.filter.readPoints IS NULL OR told.readPoint IN $in.filter.readPoints)
  AND ($in.filter.bizLocations IS NULL OR told.bizLocation IN $in.filter.bizLocations)
  AND all(wanted IN $in.filter.bizTransactions WHERE any(one IN told.bizTransactions WHERE one IN wanted))
  AND all(wanted IN $in.filter.sources WHERE any(one IN told.sources WHERE one IN wanted))
  AND all(wanted IN $in.filter.destinations WHERE any(one IN told.destinations WHERE one IN wanted))`

/** Whether a quantity is asked for. */
export const quantityFits = (quantity: Part): Part => part`(${quantity} IS NOT NULL AND ($in.filter.quantity.is IS NULL OR ${quantity} = $in.filter.quantity.is)
  AND ($in.filter.quantity.above IS NULL OR ${quantity} > $in.filter.quantity.above) AND ($in.filter.quantity.least IS NULL OR ${quantity} >= $in.filter.quantity.least)
  AND ($in.filter.quantity.below IS NULL OR ${quantity} < $in.filter.quantity.below) AND ($in.filter.quantity.most IS NULL OR ${quantity} <= $in.filter.quantity.most))`

/**
 * Of rows with a `length` and a `place`, as `one`, those that fit into `$in.text` characters together, and the first in any case.
 * `isLast` is the last of them, `isCut` whether there were more: contents stay in the database that no page has room for.
 */
export const fits = (row: Part, sorted: Part): Part => part`WITH ${row} AS one, length, place ORDER BY ${sorted}
WITH collect(one) AS rows, collect(length) AS lengths
WITH rows, [index IN range(0, size(rows) - 1) WHERE index = 0 OR reduce(sum = 0, length IN lengths[..index + 1] | sum + length) <= $in.text | rows[index]] AS kept
UNWIND range(0, size(kept) - 1) AS index
WITH kept[index] AS one, index = size(kept) - 1 AS isLast, size(kept) < size(rows) AS isCut`
