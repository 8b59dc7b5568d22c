import { cypher } from '../../kernel/cypher.ts'

interface Traces {
  readonly person: string
  /** JSON: what a repeat of a request is answered whose answer told of the person. */
  readonly answer: string
}

/**
 * Erases what is left of a person beside the account: answers that wait for a repeat of their own requests or of those
 * about the account, sign-ins and links under way, messages about the account, and the contacts and tickets of the
 * organization that bear their name or address. Before the account, whose names it looks for.
 */
export const eraseTraces = cypher<Traces, { person: string }>()`
OPTIONAL MATCH (person:Person {id: $in.person})-[:WORKS_FOR]->(:Organization {id: $viewer.organization})
OPTIONAL MATCH (actor:Actor {id: $in.person, organization: $viewer.organization})
WITH person, actor WHERE person IS NOT NULL OR actor IS NOT NULL
WITH [name IN [person.name, person.nameZh, person.username, actor.name, actor.nameZh] WHERE name <> ''] AS names, toLower(person.email) AS email
CALL () {
  MATCH (key:IdempotencyKey) WHERE key.key STARTS WITH $viewer.organization + '|' + $in.person + '|' AND key.answer IS NOT NULL
  SET key.answer = $in.answer
}
CALL () {
  MATCH (record:AuditRecord)
  USING INDEX record:AuditRecord(subject, at)
  WHERE record.subject = $in.person AND record.at > ''
  WITH DISTINCT record.organization + '|' + record.actor + '|' AS whose
  MATCH (key:IdempotencyKey) WHERE key.key STARTS WITH whose AND key.answer CONTAINS $in.person
  SET key.answer = $in.answer
}
CALL () {
  CALL () {
    MATCH (record:ProviderRecord {person: $in.person}) RETURN record
    UNION
    MATCH (record:ProviderRecord) WHERE record.expiresAt > 0 AND record.payload CONTAINS $in.person RETURN record
  }
  DELETE record
}
CALL () {
  MATCH (link:OneTimeLink) WHERE link.expiresAt > 0 AND link.person = $in.person
  DELETE link
}
CALL () {
  MATCH (message:OutboxMessage {subject: $in.person})
  SET message.data = '{}'
}
CALL (names, email) {
  MATCH (case:AdverseEvent {organization: $viewer.organization}) WHERE case.place > ''
  MATCH (contact:ReporterContact {id: case.reporter}) WHERE contact.name IN names OR toLower(contact.email) = email
  DELETE contact
}
CALL (names) {
  MATCH (notice:RecallNotice {organization: $viewer.organization}) WHERE notice.place > ''
  MATCH (call:PhoneCall {notice: notice.id})
  MATCH (contact:PhoneContact {id: call.contact}) WHERE contact.name IN names
  DELETE contact
}
CALL (names) {
  MATCH (ticket:ServiceTicket {maker: $viewer.organization}) WHERE ticket.openedAt > ''
  OPTIONAL MATCH (value:PersonalValue {person: ticket.id}) WHERE value.value IN names
  FOREACH (one IN CASE WHEN ticket.assignee IN names THEN [ticket] ELSE [] END | SET one.assignee = null)
  DELETE value
}
RETURN $in.person AS person
`
