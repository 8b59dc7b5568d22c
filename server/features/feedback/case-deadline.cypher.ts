import { cypher } from '../../kernel/cypher.ts'
import type { ClockedCase } from './case-clocks.ts'

/** A case as one of those sees it who report of it to authorities. */
export interface CaseToReport extends ClockedCase {
  readonly id: string
  readonly caseNumber: string
  /** Who is to report. */
  readonly organization: string
  /** It is the maker of the device. */
  readonly internal: boolean
  readonly changedAt: string | null
}

/** For the hub, which reminds: cases with a deadline that may be open, however old, once for the maker and once for whoever else reported them, as far as they work with the hub. */
export const casesWithDeadlines = cypher<object, { case: CaseToReport }>()`
MATCH (case:AdverseEvent {deadlinesOpen: true})
UNWIND CASE WHEN case.maker IS NULL OR case.maker = case.organization THEN [case.organization] ELSE [case.organization, case.maker] END AS id
MATCH (organization:Organization {id: id})
WHERE coalesce(organization.onHub, false) AND organization.suspendedAt IS NULL
WITH case, organization, organization.id = case.maker AS internal
RETURN case {.id, .caseNumber, .changedAt, .outcomes, .couldHaveCausedHarm, .groupEvent, .occurredIn, .awareOn, .receivedAt, organization: organization.id, internal: internal, makerAwareAt: CASE WHEN internal THEN case.makerAwareAt END, own: organization.id = case.organization,
  publicThreat: internal AND coalesce(case.publicThreat, false), remedialAction: internal AND coalesce(case.remedialAction, false), unexpected: internal AND coalesce(case.unexpected, false),
  reporterKinds: coalesce(head(COLLECT { MATCH (reporter:Organization {id: case.organization}) RETURN reporter.kinds }), []),
  marketedIn: COLLECT { MATCH (product:Product {id: case.product})-[:REGISTERED]->(registration:Registration) RETURN DISTINCT registration.market },
  filed: COLLECT { MATCH (case)<-[:FILES]-(report:FiledReport {organization: organization.id}) RETURN report {.rule, .filedOn, .reference} ORDER BY report.filedOn }} AS case
`

/** Nothing more is to be told of these, until somebody changes one: locked first, since somebody may do so at this moment. */
export const settleDeadlines = cypher<{ rows: readonly Pick<CaseToReport, 'id' | 'changedAt'>[] }, never>()`
UNWIND $in.rows AS row
MATCH (case:AdverseEvent {id: row.id})
SET case.deadlinesOpen = true
WITH case, row WHERE coalesce(case.changedAt, '') = coalesce(row.changedAt, '')
REMOVE case.deadlinesOpen
`
