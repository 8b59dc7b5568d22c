import { mayReadOfTicket } from '../../access/papers.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import { caseShown, makersCase } from './adverse-event.cypher.ts'
import type { CaseState } from './case.rules.ts'

export interface NewCase {
  readonly properties: object
  readonly contact: object
  readonly product: string | null
  readonly batch: string | null
  readonly serial: string | null
  readonly manufacturer: string | null
  readonly ticket: string | null
  readonly attachments: readonly string[]
}

/** Lots that went into the batch and into the device's parts, with who supplied them: frozen with the case, so that cases can be compared without walking again. */
const upstream = part`
CALL (serial, batch) {
  WITH [batch] + COLLECT { MATCH (serial)-[contains:CONTAINS]->(part:Serial|Batch) WHERE contains.removedAt IS NULL MATCH (part)-[:FROM*0..1]->(lot:Batch) RETURN lot } AS starts
  UNWIND starts AS start
  MATCH (start)-[:CONSUMED*0..]->(lot:Batch)
  WITH DISTINCT lot, start = batch AND lot = batch AS itself WHERE NOT itself
  RETURN collect(DISTINCT lot.id) AS lots, collect(DISTINCT lot.maker) AS suppliers
}`

/** Writes a case with whom it is about, and who reported it apart. */
export const createCase = cypher<NewCase, { maker: string | null; attached: number }>()`
MATCH (reporter:Organization {id: $viewer.organization})
OPTIONAL MATCH (product:Product {id: $in.product})
OPTIONAL MATCH (batch:Batch {id: $in.batch})
OPTIONAL MATCH (serial:Serial {id: $in.serial})
CALL () {
  OPTIONAL MATCH (organization:Organization)
  WHERE organization.id = $in.manufacturer OR organization.code = $in.manufacturer
  RETURN organization.id AS named LIMIT 1
}
${upstream}
CREATE (case:AdverseEvent)-[:REPORTED_BY]->(reporter)
SET case = $in.properties, case.occurredIn = reporter.country, case.product = product.id, case.lot = batch.id, case.device = serial.id, case.maker = coalesce(product.maker, named),
  case.deadlinesOpen = true, case.lots = lots, case.suppliers = [id IN suppliers WHERE id <> coalesce(product.maker, '')]
CREATE (contact:ReporterContact)
SET contact = $in.contact
WITH case, coalesce(serial, batch, product) AS thing
CALL (case, thing) {
  WITH case, thing WHERE thing IS NOT NULL
  CREATE (case)-[:REPORTS]->(thing)
}
CALL (case) {
  UNWIND $in.attachments AS id
  MATCH (document:Document {id: id})-[:ISSUED_BY]->(:Organization {id: $viewer.organization})
  MERGE (document)-[:ATTACHED_TO]->(case)
  RETURN count(document) AS attached
}
CALL (case) {
  MATCH (ticket:ServiceTicket {id: $in.ticket})
  WHERE ${mayReadOfTicket}
  CREATE (case)-[:FOLLOWS]->(ticket)
  SET case.makerAwareAt = CASE WHEN ticket.maker = case.maker THEN ticket.openedAt END
}
RETURN case.maker AS maker, attached
`

export interface CaseUnderChange {
  readonly id: string
  readonly caseNumber: string
  readonly status: CaseState
  readonly maker: string | null
  readonly organization: string
  readonly reporter: string | null
  /** What stands in it, for the record. */
  readonly before: Readonly<Record<string, string | boolean | readonly string[] | null>>
}

const facts = part`case.id AS id, case.caseNumber AS caseNumber, case.status AS status, case.maker AS maker, case.organization AS organization, case.reporter AS reporter,
  case {.status, .priority, .publicThreat, .remedialAction, .unexpected, .assessment, .conclusion, .concludedAt, .codingRelease, .deviceProblemCodes, .investigationCodes, .findingCodes, .conclusionCodes, .clinicalSignCodes,
    .healthImpactCodes, .componentCodes, ticket: head([(case)-[:FOLLOWS]->(ticket) | ticket.reference])} AS before`

/** Locks the case for the maker's people. What they find may begin a deadline, so it is reminded of again. */
export const caseToHandle = cypher<{ id: string; at: string }, CaseUnderChange>()`
MATCH (case:AdverseEvent {id: $in.id})
WHERE ${makersCase}
SET case.changedAt = $in.at, case.deadlinesOpen = true
RETURN ${facts}
`

/** Locks the case for whoever sees it. */
export const caseToFollow = cypher<{ id: string; at: string }, CaseUnderChange>()`
MATCH (case:AdverseEvent {id: $in.id})
WHERE ${caseShown}
SET case.changedAt = $in.at, case.deadlinesOpen = true
RETURN ${facts}
`

export const saveCase = cypher<{ id: string; properties: object }, { id: string }>()`
MATCH (case:AdverseEvent {id: $in.id})
SET case += $in.properties
RETURN case.id AS id
`

/** The ticket that told the maker of the case first, in place of any other: one of the same device or lot, where the case tells which. */
export const followTicket = cypher<{ case: string; ticket: string }, { ticket: string | null }>()`
MATCH (case:AdverseEvent {id: $in.case})
OPTIONAL MATCH (ticket:ServiceTicket {id: $in.ticket, maker: $viewer.organization})-[:CONCERNS_DEVICE]->(thing)
WHERE thing.id IN [case.device, case.lot] OR case.device IS NULL AND case.lot IS NULL AND EXISTS { (thing)-[:OF]->(:Product {id: case.product}) }
CALL (case, ticket) {
  WITH case, ticket WHERE ticket IS NOT NULL OR $in.ticket = ''
  OPTIONAL MATCH (case)-[follows:FOLLOWS]->()
  DELETE follows
}
CALL (case, ticket) {
  WITH case, ticket WHERE ticket IS NOT NULL
  CREATE (case)-[:FOLLOWS]->(ticket)
}
SET case.makerAwareAt = CASE WHEN ticket IS NULL AND $in.ticket <> '' THEN case.makerAwareAt ELSE ticket.openedAt END
RETURN ticket.reference AS ticket
`

export const askReporter = cypher<{ case: string; request: object }, never>()`
MATCH (case:AdverseEvent {id: $in.case})
CREATE (request:ReporterRequest)-[:ASKS_ABOUT]->(case)
SET request = $in.request
`

export const answerRequest = cypher<{ id: string; at: string; answer: string; by: string }, { case: string; maker: string | null }>()`
MATCH (request:ReporterRequest {id: $in.id})-[:ASKS_ABOUT]->(case:AdverseEvent)
WHERE case.organization = $viewer.organization
SET request.answeredAt = $in.at, request.answer = $in.answer, request.answeredBy = $in.by
RETURN case.id AS case, case.maker AS maker
`

export const fileReport = cypher<{ case: string; report: object }, never>()`
MATCH (case:AdverseEvent {id: $in.case})
CREATE (report:FiledReport)-[:FILES]->(case)
SET report = $in.report
`

export const eraseContact = cypher<{ contact: string | null }, { erased: number }>()`
OPTIONAL MATCH (contact:ReporterContact {id: $in.contact})
WITH contact, count(contact) AS erased
DELETE contact
RETURN erased
`
