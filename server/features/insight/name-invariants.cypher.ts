import { unnamedMakers } from '../../access/unnamed.ts'
import { cypher } from '../../kernel/cypher.ts'

interface Row {
  readonly thing: string
  readonly found: string
  readonly expected: string
}

/** Whom makers may not read by name, as SUPPLIES and the settings give it. */
export const wrongNames = cypher<object, Row>()`
MATCH (customer:Organization)
WITH customer, coalesce(customer.unnamedTo, []) + ['|'] + coalesce(customer.unnamedOnRecallTo, []) AS stored, ${unnamedMakers.always} + ['|'] + ${unnamedMakers.onRecall} AS derived
WHERE stored <> derived
RETURN customer.id AS thing, reduce(text = '', maker IN stored | text + ' ' + maker) AS found, reduce(text = '', maker IN derived | text + ' ' + maker) AS expected`

/** Who holds a maker's device had it from somebody. */
export const unsupplied = cypher<object, Row>()`
MATCH (serial:Serial)-[:HELD_BY]->(holder:Organization)
WITH holder, serial.maker AS maker, head(collect(serial.id)) AS serial
WHERE maker <> holder.id AND NOT EXISTS { (holder)<-[:SUPPLIES {maker: maker}]-() }
RETURN holder.id AS thing, 'holds ' + serial AS found, 'supplied by somebody with goods of ' + maker AS expected`
