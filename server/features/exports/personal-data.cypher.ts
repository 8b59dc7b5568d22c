import { cypher, part } from '../../kernel/cypher.ts'

/** Over `person` or `actor`: oneself, or somebody of the organization that the viewer administers. */
const asked = part`($in.person = $viewer.person OR $in.administers)`

/** Over `person` and `actor`: who wrote down a name of theirs meant nobody else of the organization. */
const named = part`[person.name, person.nameZh, actor.name, actor.nameZh]`

/** Who reported of the organization's cases: under this account, or with its address as contact. */
const reported = part`COLLECT {
  MATCH (case:AdverseEvent {organization: $viewer.organization}) WHERE case.place > ''
  MATCH (contact:ReporterContact {id: case.reporter})
  WHERE case.submittedBy = $in.person OR toLower(contact.email) = toLower(person.email)
  RETURN contact {case: case.id, caseNumber: case.caseNumber, receivedAt: case.receivedAt, .name, .email, .phone, .occupation, .healthProfessional} ORDER BY case.receivedAt, case.id
}`

/** Makers' calls about the organization's notices, in which this name was spoken with: what was said stays the maker's. */
const called = part`COLLECT {
  MATCH (notice:RecallNotice {organization: $viewer.organization}) WHERE notice.place > ''
  MATCH (call:PhoneCall {notice: notice.id})
  MATCH (contact:PhoneContact {id: call.contact}) WHERE contact.name IN ${named}
  RETURN call {notice: notice.id, .calledAt, spokeWith: contact.name} ORDER BY call.calledAt, call.id
}`

const signed = part`COLLECT {
  MATCH (record:AuditRecord)
  WHERE record.actor = $in.person AND record.at > '' AND record.organization = $viewer.organization AND record.changes CONTAINS '"signature.binding"'
  WITH DISTINCT record.subject AS subject
  MATCH (signature:Signature {subject: subject}) WHERE signature.person = $in.person AND signature.organization = $viewer.organization
  RETURN signature {.id, .subject, .act, .meaning, .signer, .signerZh, .signedAt} ORDER BY signature.signedAt, signature.id
}`

/** How often they did what, as the record has it: each act stands there, and `auditRecords(actor)` tells it. */
const acts = part`COLLECT {
  MATCH (record:AuditRecord) WHERE record.actor = $in.person AND record.at > '' AND record.organization = $viewer.organization
  WITH record.action AS action, count(*) AS times, min(record.at) AS first, max(record.at) AS last
  RETURN {action: action, times: times, first: first, last: last} ORDER BY action
}`

const work = part`COLLECT { MATCH (person)<-[:ASSIGNED_TO]-(finding:Finding) RETURN finding {.id, .code, .raisedAt} ORDER BY finding.raisedAt, finding.id }
  + COLLECT { MATCH (ticket:ServiceTicket {maker: $viewer.organization}) WHERE ticket.openedAt > '' AND ticket.assignee IN ${named} + [person.username] RETURN ticket {.id, .reference, .assignee} ORDER BY ticket.openedAt, ticket.id }`

const sessions = part`COLLECT {
  MATCH (record:ProviderRecord {person: $in.person}) WHERE record.model = 'Session'
  RETURN record {.since, .seenAt, .address, .agent} ORDER BY record.seenAt, record.key
}`

export interface PersonalData {
  readonly account: object | null
  readonly actor: object | null
  readonly values: readonly object[]
  readonly sessions: readonly object[]
  readonly reported: readonly object[]
  readonly called: readonly object[]
  readonly signed: readonly object[]
  readonly assigned: readonly object[]
  readonly read: { readonly until: string | null; readonly messages: number }
  readonly acts: readonly object[]
}

/** What the hub holds of a person: the account and where it was signed in, the name in the record and the values apart, and wherever else a name or an address of theirs is kept. */
export const personalData = cypher<{ person: string; administers: boolean }, PersonalData>()`
OPTIONAL MATCH (person:Person {id: $in.person})-[:WORKS_FOR]->(:Organization {id: $viewer.organization})
OPTIONAL MATCH (actor:Actor {id: $in.person, organization: $viewer.organization})
WITH person, actor
WHERE ${asked} AND (person IS NOT NULL OR actor IS NOT NULL)
RETURN person {.id, .username, .name, .nameZh, .email, .locale, .roles, .active, .createdAt, .provider, .mailOff} AS account, actor {.name, .nameZh} AS actor,
  COLLECT { MATCH (value:PersonalValue {person: $in.person}) RETURN value {.id, .value} ORDER BY value.id } AS values,
  ${sessions} AS sessions, ${reported} AS reported, ${called} AS called, ${signed} AS signed, ${work} AS assigned,
  {until: head(COLLECT { MATCH (state:ReadState {person: $in.person}) RETURN state.until }), messages: COUNT { MATCH (mark:ReadMark) WHERE mark.key STARTS WITH $in.person + '|' }} AS read,
  ${acts} AS acts
`

/** Erases them; what refers to them keeps the reference. The account stays as an empty shell, so that it cannot be taken by another. */
export const erasePersonalData = cypher<{ person: string; at: string }, { erased: number }>()`
OPTIONAL MATCH (person:Person {id: $in.person})-[:WORKS_FOR]->(:Organization {id: $viewer.organization})
OPTIONAL MATCH (known:Actor {id: $in.person, organization: $viewer.organization})
WITH person, known WHERE person IS NOT NULL OR known IS NOT NULL
MERGE (actor:Actor {id: $in.person})
SET actor = {id: $in.person, organization: $viewer.organization, erasedAt: $in.at}
FOREACH (one IN CASE WHEN person IS NULL THEN [] ELSE [person] END | SET one.active = false, one.name = '', one.nameZh = null, one.email = null, one.username = one.id)
WITH person
CALL (person) {
  OPTIONAL MATCH (person)-[:SIGNS_IN_BY]->(credential:Credential)
  DETACH DELETE credential
}
WITH DISTINCT 1 AS once
OPTIONAL MATCH (value:PersonalValue {person: $in.person})
// Grouped: without a person there is no row, and so no answer.
WITH once, collect(value) AS values, count(value) AS erased
FOREACH (value IN values | DELETE value)
RETURN erased
`

/** Erases what the viewer's organization wrote on one of its things in words of its own, there and in the records of it: whoever wrote it, a system too. */
export const eraseWordsOf = cypher<{ subject: string }, { erased: number }>()`
CALL () {
  MATCH (thing:AcceptanceCheck {id: $in.subject}) WHERE thing.organization = $viewer.organization RETURN thing
  UNION
  MATCH (thing:LoanSet {id: $in.subject}) WHERE thing.lender = $viewer.organization RETURN thing
  UNION
  MATCH (thing:ServiceTicket {id: $in.subject}) WHERE thing.maker = $viewer.organization RETURN thing
}
SET thing.remark = null, thing.note = null, thing.assignee = null
WITH thing
CALL (thing) {
  OPTIONAL MATCH (thing)<-[:NOTED_IN]-(note:TicketNote)
  SET note.text = ''
  RETURN count(note) AS emptied
}
WITH thing
OPTIONAL MATCH (record:AuditRecord)
USING INDEX record:AuditRecord(subject, at)
WHERE record.subject = thing.id AND record.at > '' AND record.organization = $viewer.organization
UNWIND coalesce(record.refs, []) + [null] AS ref
OPTIONAL MATCH (value:PersonalValue {id: ref})
WITH thing, collect(DISTINCT value) AS values, count(DISTINCT value) AS erased
FOREACH (value IN values | DELETE value)
RETURN erased
`
