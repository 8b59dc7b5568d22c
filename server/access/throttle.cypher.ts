import { cypher } from '../kernel/cypher.ts'

/** Counted before the secret is looked at, so that guesses sent at once are no way around it. Times are milliseconds. */
export const countTries = cypher<{ keys: readonly string[]; now: number; window: number }, { key: string; count: number; since: number }>()`
UNWIND $in.keys AS key
MERGE (tries:SignInTries {key: key})
ON CREATE SET tries.count = 0, tries.since = $in.now
SET tries.count = CASE WHEN tries.since + $in.window < $in.now THEN 1 ELSE tries.count + 1 END
SET tries.since = CASE WHEN tries.since + $in.window < $in.now THEN $in.now ELSE tries.since END
RETURN key, tries.count AS count, tries.since AS since
`

/** A right secret clears the account; the address is given back its one try. */
export const clearTries = cypher<{ account: string; address: string }, never>()`
OPTIONAL MATCH (account:SignInTries {key: $in.account})
OPTIONAL MATCH (address:SignInTries {key: $in.address})
SET address.count = address.count - 1
DELETE account
`

export const removeOldTries = cypher<{ before: number }, never>()`
MATCH (tries:SignInTries) WHERE tries.since < $in.before
DELETE tries
`
