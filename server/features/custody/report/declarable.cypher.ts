import { concernsOwnOnly } from '../../../access/papers.ts'
import { cypher } from '../../../kernel/cypher.ts'

export interface Declarable {
  readonly reportedBy: string
  readonly errorDeclaredAt: string | null
  /** All that it is about is the viewer's own product. */
  readonly ownOnly: boolean
  /** Something of it, for who opens the message. */
  readonly thing: string | null
}

/** An event that somebody wants to declare an error. */
export const declarableEvent = cypher<{ id: string }, Declarable>()`
MATCH (event:Event {id: $in.id})-[:REPORTED_BY]->(reporter:Organization)
RETURN reporter.id AS reportedBy, event.errorDeclaredAt AS errorDeclaredAt, ${concernsOwnOnly} AS ownOnly,
  head([(event)-[:CONCERNS]->(thing:Serial|Batch) | thing.id]) AS thing
`
