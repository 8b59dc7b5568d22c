import { visible } from '../../access/visible.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import type { Page } from '../../kernel/connection.ts'
import { serialMap, type SerialRow, whereabouts } from './serial.cypher.ts'

/**
 * Serials whose number begins so, in serial number order. A maker, who sees most of them, reads the index of numbers;
 * a partner its own things: for one that sees none of a common beginning the index would be read to its end.
 */
const anchors = {
  maker: part`
MATCH (serial:Serial)
WHERE serial.serialNumber STARTS WITH $in.prefix
MATCH (serial)-[:OF]->(product:Product)
WHERE ${visible.serial}`,
  partner: part`
MATCH (viewed:Organization {id: $viewer.organization})
CALL (viewed) {
  MATCH (viewed)<-[:HELD_BY|PASSED|IN_TRANSIT|OWNED_BY]-(serial:Serial)
  WHERE serial.serialNumber STARTS WITH $in.prefix
  RETURN serial
  UNION
  MATCH (viewed)-[:OPERATES]->(:Site)<-[:USED_AT]-(serial:Serial)
  WHERE serial.serialNumber STARTS WITH $in.prefix
  RETURN serial
}
MATCH (serial)-[:OF]->(product:Product)
WHERE ${visible.serial}`,
}

const pageOver = (anchor: Part) => cypher<{ prefix: string } & Page, { serial: SerialRow; place: string }>()`
${anchor} AND ($in.after = '' OR serial.serialNumber >= split($in.after, '|ser_')[0]) AND serial.serialNumber + '|' + serial.id > $in.after
WITH serial, product, serial.serialNumber + '|' + serial.id AS place ORDER BY serial.serialNumber, serial.id LIMIT toInteger($in.limit)
${whereabouts}
RETURN ${serialMap} AS serial, place ORDER BY place
`

const countOver = (anchor: Part) => cypher<{ prefix: string }, { total: number }>()`${anchor} RETURN count(*) AS total`

export const serialSearchPages = { maker: pageOver(anchors.maker), partner: pageOver(anchors.partner) }
export const serialSearchCounts = { maker: countOver(anchors.maker), partner: countOver(anchors.partner) }
