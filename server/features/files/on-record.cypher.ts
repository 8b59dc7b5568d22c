import { cypher } from '../../kernel/cypher.ts'

/** Of these, the events that the viewer's organization reported or took part in. */
export const ownEvents = cypher<{ ids: readonly string[] }, { id: string }>()`
UNWIND $in.ids AS id
MATCH (event:Event {id: id})
WHERE EXISTS { (event)-[:REPORTED_BY|FROM_PARTY|TO_PARTY]->(:Organization {id: $viewer.organization}) }
RETURN event.id AS id
`
