import { visible } from '../../../access/visible.ts'
import { cypher } from '../../../kernel/cypher.ts'

/** Products by the device identifier in a pattern, of those that the viewer may find. */
export const productsNamed = cypher<{ codes: readonly { prefix: string; di: string }[] }, { prefix: string; product: string }>()`
UNWIND $in.codes AS code
MATCH (:DeviceIdentifier {code: code.di})-[:IDENTIFIES]->(product:Product)
WHERE ${visible.product}
RETURN code.prefix AS prefix, product.id AS product
`
