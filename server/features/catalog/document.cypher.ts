import { maskedParty } from '../../access/masked.ts'
import { ownedByViewer, visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import type { Document } from './document.type.ts'

type Subject = { ids: readonly string[] }
type DocumentsOf = { subject: string; documents: Document[] }

const documentMap = part`document {.id, .kind, .title, .titleZh, .sha256, .mediaType, .size, .issuedOn, url: '/documents/' + document.id,
  issuer: ${maskedParty(part`issuer`, part`[$viewer.organization, product.maker]`, part`$viewer.internal`)}}`

/** Papers by the product's maker, by the viewer's own organization, or, inside the maker, by anybody. */
const mayRead = part`((${ownedByViewer}) OR issuer.id IN [$viewer.organization, product.maker] OR ($viewer.internal AND EXISTS {
  (document)-[:PROVES]->(:Batch)-[:PASSED]->(:Organization {id: $viewer.organization}) }))`

const papersOf = (subject: typeof visible.product) => part`COLLECT {
  MATCH (${subject})<-[:PROVES]-(document:Document)
  OPTIONAL MATCH (document)-[:ISSUED_BY]->(issuer:Organization)
  WITH document, issuer, product WHERE ${mayRead}
  RETURN ${documentMap} ORDER BY document.issuedOn DESC, document.id
}`

export const documentsOfProducts = cypher<Subject, DocumentsOf>()`
UNWIND $in.ids AS id
MATCH (product:Product {id: id})
WHERE ${visible.product}
RETURN id AS subject, ${papersOf(part`product`)} AS documents
`

export const documentsOfBatches = cypher<Subject, DocumentsOf>()`
UNWIND $in.ids AS id
MATCH (batch:Batch {id: id})-[:OF]->(product:Product)
WHERE ${visible.batch}
RETURN id AS subject, ${papersOf(part`batch`)} AS documents
`

export const documentsOfSerials = cypher<Subject, DocumentsOf>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})-[:OF]->(product:Product)
WHERE ${visible.serial}
RETURN id AS subject, ${papersOf(part`serial`)} AS documents
`

/**
 * A document by id, where something that it proves may be seen and its issuer may be known: the same rule as in the
 * lists, so that an id learnt elsewhere opens nothing.
 */
export const documentsById = cypher<Subject, { document: Document }>()`
UNWIND $in.ids AS id
MATCH (document:Document {id: id})
OPTIONAL MATCH (document)-[:ISSUED_BY]->(issuer:Organization)
MATCH (document)-[:PROVES]->(thing:Product|Batch|Serial|Event)
CALL (document, issuer, thing) {
  WITH document, issuer, thing AS product WHERE thing:Product AND ${visible.product} AND ${mayRead}
  RETURN product
  UNION
  WITH document, issuer, thing AS batch WHERE thing:Batch
  MATCH (batch)-[:OF]->(product:Product) WHERE ${visible.batch} AND ${mayRead}
  RETURN product
  UNION
  WITH document, issuer, thing AS serial WHERE thing:Serial
  MATCH (serial)-[:OF]->(product:Product) WHERE ${visible.serial} AND ${mayRead}
  RETURN product
  UNION
  MATCH (thing)-[:CONCERNS]->(serial:Serial)-[:OF]->(product:Product) WHERE thing:Event AND ${visible.serial} AND (${mayRead} OR EXISTS { (thing)-[:FROM_PARTY|TO_PARTY|REPORTED_BY]->(:Organization {id: $viewer.organization}) })
  RETURN product LIMIT 1
  UNION
  MATCH (thing)-[:CONCERNS]->(batch:Batch)-[:OF]->(product:Product) WHERE thing:Event AND ${visible.batch} AND (${mayRead} OR EXISTS { (thing)-[:FROM_PARTY|TO_PARTY|REPORTED_BY]->(:Organization {id: $viewer.organization}) })
  RETURN product LIMIT 1
}
WITH document, issuer, product LIMIT 1
RETURN ${documentMap} AS document
`
