import { cypher } from '../kernel/cypher.ts'

/**
 * Takes up to `wanted` requests of a minute's budget for this node. The first SET takes the lock, so that two nodes
 * never get the same ones; a new minute begins with the whole budget.
 */
export const leaseRate = cypher<{ key: string; minute: number; limit: number; wanted: number }, { granted: number }>()`
MERGE (lease:RateLease {key: $in.key})
SET lease.locked = true
WITH lease, CASE WHEN lease.minute = $in.minute THEN lease.taken ELSE 0 END AS taken
WITH lease, taken, CASE WHEN $in.limit - taken < $in.wanted THEN $in.limit - taken ELSE $in.wanted END AS granted
SET lease.minute = $in.minute, lease.taken = taken + granted
RETURN granted
`

/** Budgets of minutes that have passed. */
export const forgetLeases = cypher<{ minute: number }, never>()`
MATCH (lease:RateLease) WHERE lease.minute < $in.minute - 5
DELETE lease
`
