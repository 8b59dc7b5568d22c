import { cypher } from '../../../kernel/cypher.ts'

export interface OwnMaterial {
  readonly id: string
  readonly di: string
  readonly scheme: 'GS1' | 'HIBC' | 'ICCBBA' | 'MA' | 'PLAIN'
  readonly maker: string
  readonly kind: 'DEVICE' | 'MATERIAL'
}

/** The viewer's own product by any of its codes or by its global id. */
export const findOwnProduct = cypher<{ code: string; di: string | null }, OwnMaterial>()`
CALL () {
  MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(product:Product) RETURN product
  UNION
  MATCH (:DeviceIdentifier {code: $in.code})-[:IDENTIFIES]->(product:Product) RETURN product
  UNION
  MATCH (product:Product {id: $in.code}) RETURN product
  UNION
  MATCH (product:Product) WHERE product.maker = $viewer.organization AND product.di = $in.code RETURN product
}
WITH DISTINCT product WHERE product.maker = $viewer.organization
RETURN product.id AS id, product.di AS di, product.scheme AS scheme, product.maker AS maker, product.kind AS kind
`

export const batchExists = cypher<{ id: string }, { id: string }>()`MATCH (batch:Batch {id: $in.id}) RETURN batch.id AS id`

/** The viewer's own papers prove a thing that it made; what is attached to a case, which may show a patient, proves nothing. */
export const proveByDocuments = cypher<{ batch: string; documents: readonly string[] }, { id: string }>()`
MATCH (batch:Batch {id: $in.batch})
UNWIND $in.documents AS id
MATCH (document:Document {id: id})-[:ISSUED_BY]->(:Organization {id: $viewer.organization})
WHERE NOT EXISTS { (document)-[:ATTACHED_TO]->() }
MERGE (document)-[:PROVES]->(batch)
SET document.kind = CASE document.kind WHEN 'CASE_ATTACHMENT' THEN 'CERTIFICATE_OF_CONFORMITY' ELSE document.kind END
RETURN document.id AS id
`
