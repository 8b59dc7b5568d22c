import { cypher } from '../kernel/cypher.ts'
import type { Transactions } from '../kernel/graph.ts'

/**
 * Who of several nodes may do what only one may: sealing and housekeeping. By the database's clock, since the nodes'
 * own may differ. What it guards names the holder in its own statement, so that one who overslept changes nothing.
 */
export const takeLease = cypher<{ name: string; holder: string }, { holder: string }>()`
MERGE (lease:Lease {name: $in.name})
SET lease.asked = coalesce(lease.asked, 0) + 1
WITH lease, datetime().epochMillis AS now
WHERE lease.holder IS NULL OR lease.holder = $in.holder OR lease.until < now
SET lease.holder = $in.holder, lease.until = now + 2000
RETURN lease.holder AS holder
`

export const endLease = cypher<{ name: string; holder: string }, never>()`
MATCH (lease:Lease {name: $in.name, holder: $in.holder})
REMOVE lease.holder, lease.until
`

/** Takes or renews the lease for two seconds. */
export const hasLease = async (graph: Transactions, name: string, holder: string): Promise<boolean> =>
  (await graph.write((writer) => writer.run(takeLease, { name, holder }))).length === 1
