import { cypher } from '../../kernel/cypher.ts'

/** A file of the viewer's own organization, for a case that is yet to be reported. */
export const createAttachment = cypher<{ row: object }, { id: string }>()`
MATCH (own:Organization {id: $viewer.organization})
CREATE (document:Document)-[:ISSUED_BY]->(own)
SET document = $in.row
RETURN document.id AS id
`
