import { cypher } from '../../../kernel/cypher.ts'
import type { SellThroughReport } from './goods-report.type.ts'

export const createSellThrough = cypher<{ report: object }, never>()`
CREATE (report:SellThroughReport)
SET report = $in.report
`

/** The viewer's own. */
export const sellThroughsById = cypher<{ ids: readonly string[] }, { report: SellThroughReport }>()`
UNWIND $in.ids AS id
MATCH (report:SellThroughReport {id: id})
WHERE report.organization = $viewer.organization
RETURN report {.id, .documentNumber, .acceptedCount, .rejectedCount, .reportedAt} AS report
`
