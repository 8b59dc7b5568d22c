import { cypher } from '../../kernel/cypher.ts'

/** The viewer's own documents by what they are called, or by their sum: each that has the name. */
export const ownDocuments = cypher<{ names: readonly string[] }, { name: string; ids: readonly string[] }>()`
UNWIND $in.names AS name
CALL (name) {
  MATCH (document:Document {sha256: toLower(name)}) RETURN document
  UNION
  MATCH (document:Document {title: name}) RETURN document
}
WITH name, document
MATCH (document)-[:ISSUED_BY]->(:Organization {id: $viewer.organization})
RETURN name, collect(DISTINCT document.id) AS ids
`
