import { touchesViewer, visible } from '../../access/visible.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { serialMap, type SerialRow, whereabouts } from './serial.cypher.ts'

export interface SerialSearch {
  /** The text as it was typed, and in capitals where it has letters: numbers on devices are capitals, typing is not. */
  readonly prefixes: readonly string[]
}

/** Where a page begins: after this number, and among those of the same number after this id. Empty at the start. */
export type SerialSearchPage = SerialSearch & { readonly after: { readonly number: string; readonly id: string }; readonly limit: number }

const beyond = part`(serial.serialNumber > $in.after.number OR serial.serialNumber = $in.after.number AND serial.id > $in.after.id)`

/** A maker, who sees most of them, reads the index of numbers, which stops when the page is full. */
const fromIndex = part`
UNWIND $in.prefixes AS prefix
CALL (prefix) {
  MATCH (serial:Serial)
  WHERE serial.serialNumber STARTS WITH prefix AND serial.serialNumber >= $in.after.number
  MATCH (serial)-[:OF]->(product:Product)
  WHERE ${visible.serial} AND ${beyond}
  RETURN serial, product ORDER BY serial.serialNumber, serial.id LIMIT toInteger($in.limit)
}`

/** A partner reads its own things: for one that sees none of a common beginning the index would be read to its end. */
const ofPartner = part`
MATCH (viewed:Organization {id: $viewer.organization})
CALL (viewed) {
  MATCH (viewed)<-[:HELD_BY|PASSED|IN_TRANSIT|OWNED_BY]-(serial:Serial)
  WHERE any(prefix IN $in.prefixes WHERE serial.serialNumber STARTS WITH prefix)
  RETURN serial
  UNION
  MATCH (viewed)-[:OPERATES]->(:Site)<-[:USED_AT]-(serial:Serial)
  WHERE any(prefix IN $in.prefixes WHERE serial.serialNumber STARTS WITH prefix)
  RETURN serial
}
MATCH (serial)-[:OF]->(product:Product)
WHERE ${visible.serial}`

const pageOver = (anchor: Part) => cypher<SerialSearchPage, { serial: SerialRow; place: string }>()`
${anchor}
WITH serial, product ORDER BY serial.serialNumber, serial.id LIMIT toInteger($in.limit)
${whereabouts}
RETURN ${serialMap} AS serial, serial.serialNumber + '|' + serial.id AS place ORDER BY serial.serialNumber, serial.id
`

export const serialSearchPages = { maker: pageOver(fromIndex), partner: pageOver(part`${ofPartner} AND ${beyond}`) }

export const serialSearchCounts = {
  /** By the maker that stands on each serial: its product is only looked at where that is another. */
  maker: cypher<SerialSearch, { total: number }>()`
UNWIND $in.prefixes AS prefix
MATCH (serial:Serial)
WHERE serial.serialNumber STARTS WITH prefix
WITH serial WHERE CASE WHEN $viewer.internal AND serial.maker = $viewer.organization THEN true ELSE ${touchesViewer} END
RETURN count(*) AS total
`,
  partner: cypher<SerialSearch, { total: number }>()`${ofPartner} RETURN count(*) AS total`,
}
