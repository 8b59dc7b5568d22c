import { concernsOwnOnly } from '../../../access/papers.ts'
import { cypher } from '../../../kernel/cypher.ts'
import type { NewEvent } from '../capture/report.type.ts'

export interface Declarable {
  readonly reportedBy: string
  readonly errorDeclaredAt: string | null
  /** All that it is about is the viewer's own product. */
  readonly ownOnly: boolean
  /** Something of it, for who opens the message. */
  readonly thing: string | null
}

/** Events that somebody wants to declare an error, or might. */
export const declarableEvents = cypher<{ ids: readonly string[] }, Declarable & { id: string }>()`
UNWIND $in.ids AS id
MATCH (event:Event {id: id})-[:REPORTED_BY]->(reporter:Organization)
RETURN id, reporter.id AS reportedBy, event.errorDeclaredAt AS errorDeclaredAt, ${concernsOwnOnly} AS ownOnly,
  head([(event)-[:CONCERNS]->(thing:Serial|Batch) | thing.id]) AS thing
`

/** All that an event of the viewer's says, to be said again in part. `lent`: it sent a set on loan. */
export const wholeEvent = cypher<{ id: string }, { content: NewEvent; lent: boolean }>()`
MATCH (event:Event {id: $in.id})-[:REPORTED_BY]->(reporter:Organization {id: $viewer.organization})
RETURN event {.type, .action, .bizStep, .disposition, .dispositionsSet, .dispositionsUnset, .eventTime, .timeZoneOffset, .owner, .documentNumber, .procedureReference, .note, .noteZh, reportedBy: reporter.id,
  site: head([(event)-[:AT]->(site) | site.id]), from: head([(event)-[:FROM_PARTY]->(giver) | giver.id]), to: head([(event)-[:TO_PARTY]->(taker) | taker.id]),
  things: [(event)-[told:CONCERNS]->(thing) | {id: thing.id, role: told.role, quantity: told.quantity, unit: told.unit, position: told.position}]} AS content,
  EXISTS { (event)<-[:SENT_BY]-(:LoanSet) } AS lent
`

/** What was kept beside an event is kept beside the one that corrects it: checks on arrival, papers, the loan that it is of. */
export const carryOver = cypher<{ from: string; to: string }, never>()`
MATCH (old:Event {id: $in.from}), (now:Event {id: $in.to})
CALL (old, now) { MATCH (old)<-[checks:CHECKS]-(check:AcceptanceCheck) CREATE (check)-[:CHECKS {condition: checks.condition}]->(now) }
CALL (old, now) { MATCH (old)<-[:PROVES]-(document:Document) CREATE (document)-[:PROVES]->(now) }
CALL (old, now) { MATCH (old)-[:ON_LOAN]->(loanSet:LoanSet) CREATE (now)-[:ON_LOAN]->(loanSet) }
`
