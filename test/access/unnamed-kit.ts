import { cypher } from '../../server/kernel/cypher.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import type { TestDatabase } from '../testkit/database.ts'

/** A customer with every word that tells it, and whether it wrote to the maker itself. */
export interface Customer {
  readonly code: string
  readonly words: readonly string[]
  readonly wrote: boolean
}

const about = cypher<{ maker: string; seller: string }, { customer: { code: string; words: (string | null)[]; wrote: boolean }; sellers: string[] }>()`
MATCH (maker:Organization {code: $in.maker})
MATCH (event:Event)-[:TO_PARTY]->(customer:Organization), (event)-[:FROM_PARTY]->(seller:Organization)
WHERE 'HOSPITAL' IN customer.kinds AND EXISTS { (event)-[:CONCERNS]->()-[:PACKS*0..3]->({maker: maker.id}) }
WITH maker, customer, collect(DISTINCT seller.code) AS sellers
WHERE $in.seller IN sellers
RETURN sellers, {code: customer.code, wrote: EXISTS { MATCH (told:AdverseEvent|ServiceTicket) WHERE told.organization = customer.id AND told.maker = maker.id RETURN told },
  words: reduce(words = [customer.id, customer.code, customer.name, customer.nameZh, customer.gln, customer.uscc, customer.address, customer.phone],
    site IN COLLECT { MATCH (customer)-[:OPERATES]->(site:Site) RETURN site } | words + [site.id, site.code, site.gln] + CASE WHEN site.main THEN [site.name, site.nameZh] ELSE [] END)} AS customer
`

/** Things of the maker that customers have, had or used, with what hangs on them: what to ask for. */
const near = cypher<{ maker: string; customers: readonly string[] }, { things: string[]; recalls: string[]; notices: string[]; cases: string[]; tickets: string[]; documents: string[] }>()`
MATCH (maker:Organization {code: $in.maker})
RETURN
  COLLECT { MATCH (serial:Serial {maker: maker.id})-[:HELD_BY|PASSED]->(customer:Organization) WHERE customer.code IN $in.customers WITH DISTINCT serial ORDER BY serial.key RETURN serial.id LIMIT 3 }
  + COLLECT { MATCH (serial:Serial {maker: maker.id})-[:IN_TRANSIT]->(customer:Organization) WHERE customer.code IN $in.customers WITH DISTINCT serial ORDER BY serial.key RETURN serial.id LIMIT 1 }
  + COLLECT { MATCH (serial:Serial {maker: maker.id})-[:USED_AT]->(:Site)<-[:OPERATES]-(customer:Organization) WHERE customer.code IN $in.customers WITH DISTINCT serial ORDER BY serial.key RETURN serial.id LIMIT 2 }
  + COLLECT { MATCH (batch:Batch {maker: maker.id})-[:PASSED]->(customer:Organization) WHERE customer.code IN $in.customers WITH DISTINCT batch ORDER BY batch.key RETURN batch.id LIMIT 2 } AS things,
  COLLECT { MATCH (recall:Recall {maker: maker.id}) RETURN recall.id } AS recalls,
  COLLECT { MATCH (notice:RecallNotice {maker: maker.id})-[:TO]->(customer:Organization) WHERE customer.code IN $in.customers RETURN notice.id LIMIT 2 } AS notices,
  COLLECT { MATCH (case:AdverseEvent {maker: maker.id}) RETURN case.id LIMIT 2 } AS cases,
  COLLECT { MATCH (ticket:ServiceTicket {maker: maker.id}) RETURN ticket.id LIMIT 2 } AS tickets,
  COLLECT { MATCH (document:Document)-[:PROVES]->(:Event)-[:TO_PARTY]->(customer:Organization) WHERE customer.code IN $in.customers WITH DISTINCT document ORDER BY document.id RETURN document.id LIMIT 20 } AS documents
`

export type Near = { things: string[]; recalls: string[]; notices: string[]; cases: string[]; tickets: string[]; documents: string[] }

const nothing: Near = { things: [], recalls: [], notices: [], cases: [], tickets: [], documents: [] }

/** By the events alone, not by what the hub derives of them: a seller's customers that nobody else delivers the maker's goods to, and what they have. */
export const customersOf = async (database: TestDatabase, maker: string, seller: string): Promise<{ customers: Customer[]; others: string[]; near: Near }> => {
  const graph = openGraph(database, { deadline: 60_000 })
  const rows = await graph.read(about, { maker, seller })
  const customers = rows.filter(({ sellers }) => sellers.length === 1).map(({ customer }) => ({ ...customer, words: [...new Set(customer.words)].filter((word) => word !== null) }))
  const [found] = await graph.read(near, { maker, customers: customers.map(({ code }) => code) })
  await graph.close()
  return { customers, others: rows.filter(({ sellers }) => sellers.length > 1).map(({ customer }) => customer.code), near: found ?? nothing }
}
