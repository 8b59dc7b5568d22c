import { mayReadOfTicket } from '../../access/papers.ts'
import { visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import type { Filed } from '../clocks/shown-clock.ts'
import type { ScannedCode } from '../custody/scanned-code.ts'
import type { AdverseEvent, FiledReport, Reporter, ReporterRequest } from './adverse-event.type.ts'
import type { CaseState } from './case.rules.ts'

/** `device` and `lot` are ids, for the fields of those names; the rest is what the clocks ask. */
export interface CaseRow extends AdverseEvent {
  readonly status: CaseState
  readonly device: string | null
  readonly lot: string | null
  readonly product: string | null
  readonly occurredIn: string | null
  readonly marketedIn: readonly string[]
  readonly reporterKinds: readonly string[]
  readonly own: boolean
  /** When the maker had the ticket that the case follows from; for the maker alone. */
  readonly makerAwareAt: string | null
  /** Id of that ticket. */
  readonly follows: string | null
  readonly filed: readonly Filed[]
  readonly attachments: readonly string[]
}

/** The maker handles it; who reported it follows it. */
export const makersCase = part`($viewer.internal AND case.maker = $viewer.organization)`
export const caseShown = part`(case.organization = $viewer.organization OR ${makersCase})`

const codes = part`deviceProblemCodes: coalesce(case.deviceProblemCodes, []), clinicalSignCodes: coalesce(case.clinicalSignCodes, []), healthImpactCodes: coalesce(case.healthImpactCodes, []),
  componentCodes: coalesce(case.componentCodes, []), concomitantCodes: coalesce(case.concomitantCodes, []), attachments: coalesce(case.attachments, []),
  investigationCodes: CASE WHEN ${makersCase} THEN coalesce(case.investigationCodes, []) ELSE [] END, findingCodes: CASE WHEN ${makersCase} THEN coalesce(case.findingCodes, []) ELSE [] END,
  conclusionCodes: CASE WHEN ${makersCase} THEN coalesce(case.conclusionCodes, []) ELSE [] END`

const makersWork = part`priority: CASE WHEN ${makersCase} THEN case.priority END, assessment: CASE WHEN ${makersCase} THEN case.assessment END,
  publicThreat: CASE WHEN ${makersCase} THEN coalesce(case.publicThreat, false) END, remedialAction: CASE WHEN ${makersCase} THEN coalesce(case.remedialAction, false) END,
  unexpected: CASE WHEN ${makersCase} THEN coalesce(case.unexpected, false) END`

const party = (id: typeof codes) => part`head(COLLECT { MATCH (organization:Organization {id: ${id}}) RETURN organization {.id, .name, .nameZh, .kinds, .country} })`

const clockFacts = part`occurredIn: case.occurredIn, makerAwareAt: CASE WHEN ${makersCase} THEN case.makerAwareAt END,
  follows: head(COLLECT { MATCH (case)-[:FOLLOWS]->(ticket:ServiceTicket) WHERE ${mayReadOfTicket} RETURN ticket.id }), own: case.organization = $viewer.organization,
  reporterKinds: coalesce(head(COLLECT { MATCH (organization:Organization {id: case.organization}) RETURN organization.kinds }), []),
  marketedIn: COLLECT { MATCH (product:Product {id: case.product})-[:REGISTERED]->(registration:Registration) RETURN DISTINCT registration.market },
  filed: COLLECT { MATCH (case)<-[:FILES]-(report:FiledReport {organization: $viewer.organization}) RETURN report {.rule, .filedOn, .reference} ORDER BY report.filedOn }`

export const caseMap = part`case {.id, .caseNumber, .status, .receivedAt, .occurredOn, .occurredUntil, .awareOn, .description, .deviceDescription, .code, .outcomes, .couldHaveCausedHarm, .groupEvent,
  .deviceAvailable, .patientCount, .patientAgeYears, .patientSex, .patientWeightKg, .codingRelease, .conclusion, .concludedAt, .product, .device, .lot, ${codes}, ${makersWork}, ${clockFacts},
  reportedBy: ${party(part`case.organization`)}, manufacturer: CASE WHEN case.maker IS NOT NULL THEN ${party(part`case.maker`)} END}`

export const casesById = cypher<{ ids: readonly string[] }, { case: CaseRow }>()`
UNWIND $in.ids AS id
MATCH (case:AdverseEvent {id: id})
WHERE ${caseShown}
RETURN ${caseMap} AS case
`

export interface CaseFilter {
  readonly status: string | null
  /** The latest outcomes first: only with one of these; empty for any. */
  readonly outcomes: readonly string[]
  /** Of a product, batch or serial by id. */
  readonly thing: string | null
}

const fits = part`($in.status IS NULL OR case.status = $in.status) AND (size($in.outcomes) = 0 OR any(outcome IN case.outcomes WHERE outcome IN $in.outcomes))
  AND ($in.thing IS NULL OR $in.thing IN [case.product, case.lot, case.device])`

const listed = {
  maker: part`MATCH (case:AdverseEvent) WHERE case.maker = $viewer.organization AND case.place < $in.before AND ${makersCase} AND ${fits}`,
  reporter: part`MATCH (case:AdverseEvent) WHERE case.organization = $viewer.organization AND case.place < $in.before AND ${fits}`,
}

type CasePage = CaseFilter & { readonly before: string; readonly limit: number }
/** @param by the property before the place in the anchor's index: named too, or every case would be read and sorted */
const pageOver = (anchor: typeof codes, by: typeof codes) => cypher<CasePage, { place: string; case: CaseRow }>()`
${anchor}
WITH case ORDER BY ${by} DESC, case.place DESC LIMIT toInteger($in.limit)
RETURN case.place AS place, ${caseMap} AS case ORDER BY place DESC
`
const countOver = (anchor: typeof codes) => cypher<CaseFilter & { before: string }, { total: number }>()`${anchor} RETURN count(*) AS total`

/** The newest first. */
export const casePages = { maker: pageOver(listed.maker, part`case.maker`), reporter: pageOver(listed.reporter, part`case.organization`) }
export const caseCounts = { maker: countOver(listed.maker), reporter: countOver(listed.reporter) }

export const requestsOfCases = cypher<{ ids: readonly string[] }, { case: string; requests: ReporterRequest[]; reports: FiledReport[] }>()`
UNWIND $in.ids AS id
MATCH (case:AdverseEvent {id: id})
WHERE ${caseShown}
RETURN id AS case,
  COLLECT { MATCH (case)<-[:ASKS_ABOUT]-(request:ReporterRequest) RETURN request {.id, .askedAt, .question, .answeredAt, .answer} ORDER BY request.askedAt, request.id } AS requests,
  COLLECT { MATCH (case)<-[:FILES]-(report:FiledReport {organization: $viewer.organization}) RETURN report {.id, .rule, .filedOn, .reference, .note} ORDER BY report.filedOn, report.id } AS reports
`

/** For the maker's people who handle cases and for the reporter's own organization; each look of the maker is recorded. */
export const reporterOfCase = cypher<{ id: string }, { reporter: Reporter }>()`
MATCH (case:AdverseEvent {id: $in.id})
WHERE ${caseShown}
MATCH (contact:ReporterContact {id: case.reporter})
RETURN contact {.name, .email, .phone, .occupation, .healthProfessional} AS reporter
`

/** What a code names, whoever asks: a hospital may report about any device that it has in its hands. */
export interface ReportedThing {
  readonly product: string | null
  readonly maker: string | null
  /** Only what the viewer may see: a code is no way to ask for a device's lot. */
  readonly batch: string | null
  readonly serial: string | null
  readonly things: number
}

/** What a ticket of the viewer's is about. */
export const thingOfTicket = cypher<{ ticket: string }, ReportedThing>()`
MATCH (ticket:ServiceTicket {id: $in.ticket})-[:CONCERNS_DEVICE]->(thing:Serial|Batch)-[:OF]->(product:Product)
WHERE ${mayReadOfTicket}
OPTIONAL MATCH (thing)-[:FROM]->(from:Batch)
RETURN product.id AS product, product.maker AS maker, coalesce(from.id, CASE WHEN thing:Batch THEN thing.id END) AS batch, CASE WHEN thing:Serial THEN thing.id END AS serial, 1 AS things
`

export const reportedThing = cypher<ScannedCode, ReportedThing>()`
CALL () {
  MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(of:Product)
  MATCH (thing:Serial {key: of.id + '|' + $in.serial})
  RETURN thing, 0 AS rank
  UNION
  MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(of:Product)
  MATCH (thing:Batch {key: of.id + '|' + $in.lot})
  RETURN thing, 1 AS rank
  UNION
  MATCH (:DeviceIdentifier {code: coalesce($in.di, $in.plain)})-[:IDENTIFIES]->(thing:Product {kind: 'DEVICE'})
  RETURN thing, 2 AS rank
  UNION
  MATCH (serial:Serial {serialNumber: $in.plain})-[:OF]->(product:Product)
  WHERE ${visible.serial}
  RETURN serial AS thing, 0 AS rank
  UNION
  MATCH (batch:Batch {lotNumber: $in.plain})-[:OF]->(product:Product)
  WHERE ${visible.batch}
  RETURN batch AS thing, 1 AS rank
  UNION
  MATCH (serial:Serial {id: $in.id})-[:OF]->(product:Product)
  WHERE ${visible.serial}
  RETURN serial AS thing, 0 AS rank
}
WITH thing, rank ORDER BY rank
WITH collect({thing: thing, rank: rank}) AS found
WITH [entry IN found WHERE entry.rank = found[0].rank | entry.thing] AS best
WITH best[0] AS thing, size(best) AS things
OPTIONAL MATCH (thing)-[:OF]->(of:Product)
OPTIONAL MATCH (thing)-[:FROM]->(from:Batch)
WITH things, coalesce(of, CASE WHEN thing:Product THEN thing END) AS product, CASE WHEN thing:Serial THEN thing END AS serial, coalesce(from, CASE WHEN thing:Batch THEN thing END) AS batch
RETURN product.id AS product, product.maker AS maker, batch.id AS batch, serial.id AS serial, things
`
