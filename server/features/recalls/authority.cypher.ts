import { cypher, part } from '../../kernel/cypher.ts'
import type { RecallFactsByAuthority } from './authorities.rules.ts'
import { makersOwn } from './recall.cypher.ts'

/** What decides before whom a recall stands, and what its deadlines count from and are met by. */
const facts = part`recall {.id, .maker, .reference, .title, .titleZh, .classification, .approvedAt, .closedAt,
  markets: COLLECT { MATCH (recall)-[:COVERS]->(covered)-[:OF]->(product:Product) WITH DISTINCT product MATCH (product)-[:REGISTERED]->(registration:Registration) RETURN DISTINCT registration.market },
  countries: COLLECT { MATCH (recall)-[:ISSUED]->(notice:RecallNotice) MATCH (organization:Organization {id: notice.organization}) RETURN DISTINCT organization.country },
  recorded: COLLECT { MATCH (standing:RecallAuthority {recall: recall.id}) RETURN standing {.jurisdiction, .level, .authority, .reference, .decidedOn} },
  filed: COLLECT { MATCH (recall)<-[:FILES]-(report:FiledReport {organization: recall.maker}) RETURN report {.rule, .filedOn, .reference} ORDER BY report.filedOn }}`

/** For the maker's teams. */
export const authoritiesOfRecalls = cypher<{ ids: readonly string[] }, { recall: RecallFactsByAuthority }>()`
UNWIND $in.ids AS id
MATCH (recall:Recall {id: id})
WHERE ${makersOwn}
RETURN ${facts} AS recall
`

/** For the hub, which reminds: running recalls, and those closed since a moment, whose summary is still to be reported. No drills. */
export const recallsWithDeadlines = cypher<{ closedSince: string }, { recall: RecallFactsByAuthority }>()`
UNWIND ['ONGOING', 'COMPLETED'] AS status
MATCH (recall:Recall {status: status})
WHERE NOT coalesce(recall.drill, false) AND recall.approvedAt IS NOT NULL AND (status = 'ONGOING' OR recall.closedAt > $in.closedSince)
RETURN ${facts} AS recall
`

/** @returns what was recorded before */
export const saveAuthority = cypher<{ recall: string; jurisdiction: string; properties: object }, { before: object | null }>()`
MATCH (recall:Recall {id: $in.recall})
WHERE ${makersOwn}
MERGE (standing:RecallAuthority {key: recall.id + '|' + $in.jurisdiction})
WITH recall, standing, CASE WHEN standing.recall IS NULL THEN null ELSE standing {.level, .authority, .reference, .decidedOn} END AS before
SET standing += $in.properties, standing.recall = recall.id, standing.maker = recall.maker, standing.jurisdiction = $in.jurisdiction
RETURN before
`

export const fileRecallReport = cypher<{ recall: string; report: object }, { id: string }>()`
MATCH (recall:Recall {id: $in.recall})
WHERE ${makersOwn}
CREATE (report:FiledReport)-[:FILES]->(recall)
SET report = $in.report
RETURN report.id AS id
`
