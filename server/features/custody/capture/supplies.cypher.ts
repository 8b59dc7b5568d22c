import { renameCustomers } from '../../../access/unnamed.ts'
import { concatenated, cypher, joinable } from '../../../kernel/cypher.ts'
import type { Supply } from '../supplies.rules.ts'

/** Most are there already, and cost a look. A new one may make its customer known to the maker, or keep its name. */
export const writeSupplies = joinable(cypher<{ rows: readonly Supply[] }, never>()`
UNWIND $in.rows AS row
MATCH (seller:Organization {id: row.seller})
MATCH (customer:Organization {id: row.customer})
WHERE NOT EXISTS { (seller)-[:SUPPLIES {maker: row.maker}]->(customer) }
MERGE (seller)-[:SUPPLIES {maker: row.maker}]->(customer)
WITH DISTINCT customer
${renameCustomers}
`, { join: concatenated })
