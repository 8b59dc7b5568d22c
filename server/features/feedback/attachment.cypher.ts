import { cypher } from '../../kernel/cypher.ts'

/** The case that a document that was shown belongs to: who may see the one was asked before. */
export const caseOfAttachment = cypher<{ id: string }, { case: string }>()`
MATCH (document:Document {id: $in.id})-[:ATTACHED_TO]->(case:AdverseEvent)
RETURN case.id AS case
`

/** A file of the viewer's own organization, for a case that is yet to be reported. */
export const createAttachment = cypher<{ row: object }, { id: string }>()`
MATCH (own:Organization {id: $viewer.organization})
CREATE (document:Document)-[:ISSUED_BY]->(own)
SET document = $in.row
RETURN document.id AS id
`
