import { mayRead, mayReadOfCase, mayReadOfEvent, mayReadOfSerial, mayReadOfTicket } from '../../access/papers.ts'
import { visible } from '../../access/visible.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import type { Document } from './document.type.ts'

type Subject = { ids: readonly string[] }
type DocumentsOf = { subject: string; documents: Document[] }

/** Whoever may read a paper reads on it who issued it. */
export const documentMap = part`document {.id, .kind, .title, .titleZh, .sha256, .mediaType, .size, .issuedOn, url: '/documents/' + document.id,
  issuer: issuer {.id, .name, .nameZh, .kinds, .country}}`

const papersOf = (subject: Part, readable: Part) => part`COLLECT {
  MATCH (${subject})<-[:PROVES]-(document:Document)
  OPTIONAL MATCH (document)-[:ISSUED_BY]->(issuer:Organization)
  WITH * WHERE ${readable}
  RETURN ${documentMap} ORDER BY document.issuedOn DESC, document.id
}`

export const documentsOfProducts = cypher<Subject, DocumentsOf>()`
UNWIND $in.ids AS id
MATCH (product:Product {id: id})
WHERE ${visible.product}
RETURN id AS subject, ${papersOf(part`product`, mayRead)} AS documents
`

export const documentsOfBatches = cypher<Subject, DocumentsOf>()`
UNWIND $in.ids AS id
MATCH (batch:Batch {id: id})-[:OF]->(product:Product)
WHERE ${visible.batch}
RETURN id AS subject, ${papersOf(part`batch`, mayRead)} AS documents
`

export const documentsOfSerials = cypher<Subject, DocumentsOf>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})-[:OF]->(product:Product)
WHERE ${visible.serial}
RETURN id AS subject, ${papersOf(part`serial`, mayReadOfSerial)} AS documents
`

/** A document by id, by the same rules as in the lists, so that an id learnt elsewhere opens nothing. */
export const documentsById = cypher<Subject, { document: Document }>()`
UNWIND $in.ids AS id
MATCH (document:Document {id: id})
OPTIONAL MATCH (document)-[:ISSUED_BY]->(issuer:Organization)
WITH document, issuer WHERE EXISTS {
  MATCH (document)-[:PROVES]->(product:Product) WHERE ${visible.product} AND ${mayRead}
  RETURN product
} OR EXISTS {
  MATCH (document)-[:PROVES]->(batch:Batch)-[:OF]->(product:Product) WHERE ${visible.batch} AND ${mayRead}
  RETURN batch
} OR EXISTS {
  MATCH (document)-[:PROVES]->(serial:Serial)-[:OF]->(product:Product) WHERE ${visible.serial} AND ${mayReadOfSerial}
  RETURN serial
} OR EXISTS {
  MATCH (document)-[:PROVES]->(event:Event) WHERE ${mayReadOfEvent}
  RETURN event
} OR EXISTS {
  MATCH (document)-[:ATTACHED_TO]->(case:AdverseEvent) WHERE ${mayReadOfCase}
  RETURN case
} OR EXISTS {
  MATCH (document)-[:ATTACHED_TO]->(ticket:ServiceTicket) WHERE ${mayReadOfTicket}
  RETURN ticket
}
RETURN ${documentMap} AS document
`
