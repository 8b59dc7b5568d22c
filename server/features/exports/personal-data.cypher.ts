import { cypher, part } from '../../kernel/cypher.ts'

/** Over `person` or `actor`: oneself, or somebody of the organization that the viewer administers. */
const asked = part`($in.person = $viewer.person OR $in.administers)`

/** What the hub holds of a person: the account, the name in the record, and the values apart. */
export const personalData = cypher<{ person: string; administers: boolean }, { account: object | null; actor: object | null; values: object[] }>()`
OPTIONAL MATCH (person:Person {id: $in.person})-[:WORKS_FOR]->(:Organization {id: $viewer.organization})
OPTIONAL MATCH (actor:Actor {id: $in.person, organization: $viewer.organization})
WITH person, actor
WHERE ${asked} AND (person IS NOT NULL OR actor IS NOT NULL)
RETURN person {.id, .username, .name, .nameZh, .email, .locale, .roles, .active} AS account, actor {.name, .nameZh} AS actor,
  COLLECT { MATCH (value:PersonalValue {person: $in.person}) RETURN value {.id, .value} ORDER BY value.id } AS values
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
}
SET thing.remark = null, thing.note = null
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
