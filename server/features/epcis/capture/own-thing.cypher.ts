import { cypher } from '../../../kernel/cypher.ts'

export interface OwnThing {
  readonly index: number
  readonly product: string
  readonly di: string
  readonly scheme: 'GS1' | 'HIBC' | 'ICCBBA' | 'MA' | 'PLAIN'
  readonly maker: string
  readonly kind: 'DEVICE' | 'MATERIAL'
  /** The lot, where it is on record. */
  readonly batch: string | null
}

/** Of what is made: the viewer's own product, and its lot where that is on record already. */
export const ownThings = cypher<{ rows: readonly { index: number; di: string; lot: string | null }[] }, OwnThing>()`
UNWIND $in.rows AS row
MATCH (:DeviceIdentifier {code: row.di})-[:IDENTIFIES]->(product:Product)
WHERE product.maker = $viewer.organization
OPTIONAL MATCH (batch:Batch {key: product.id + '|' + row.lot})
RETURN row.index AS index, product.id AS product, product.di AS di, product.scheme AS scheme, product.maker AS maker, product.kind AS kind, batch.id AS batch
`
