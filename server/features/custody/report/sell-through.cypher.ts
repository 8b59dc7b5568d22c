import { concatenated, cypher, joinable } from '../../../kernel/cypher.ts'
import type { SellThroughReport } from './goods-report.type.ts'

export const createSellThrough = joinable(cypher<{ reports: readonly object[] }, never>()`
UNWIND $in.reports AS row
CREATE (report:SellThroughReport)
SET report = row
`, { join: concatenated })

/** The viewer's own. */
export const sellThroughsById = cypher<{ ids: readonly string[] }, { report: SellThroughReport }>()`
UNWIND $in.ids AS id
MATCH (report:SellThroughReport {id: id})
WHERE report.organization = $viewer.organization
RETURN report {.id, .documentNumber, .acceptedCount, .rejectedCount, .reportedAt, .note} AS report
`
