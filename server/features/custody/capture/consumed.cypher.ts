import { cypher } from '../../../kernel/cypher.ts'
import type { ConsumedEdge } from '../consumed.rules.ts'

interface ConsumedRow extends ConsumedEdge {
  readonly event: string
}

/** Genealogy: outputs to inputs. An edge that would close a circle is not written, and named. */
export const writeConsumed = cypher<{ rows: readonly ConsumedRow[] }, { output: string; input: string; written: boolean }>()`
UNWIND $in.rows AS row
MATCH (output:Batch {id: row.output}), (input:Batch {id: row.input})
WITH row, output, input, EXISTS { (input)-[:CONSUMED*0..]->(output) } AS circle
FOREACH (_ IN CASE WHEN circle THEN [] ELSE [1] END | CREATE (output)-[:CONSUMED {quantity: row.quantity, unit: row.unit, event: row.event}]->(input))
RETURN row.output AS output, row.input AS input, NOT circle AS written
`
