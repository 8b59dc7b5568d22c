import { hashPassword } from '../../server/access/password.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import type { Graph } from '../../server/kernel/graph.ts'

// As the load writes them, without their events: what a signature reads and locks.

const people = cypher<{ hospitals: number; password: string }, never>()`
CREATE (maker:Organization {id: 'org_maker', code: 'BENCH-MAKER', name: 'Maker', kinds: ['MANUFACTURER'], country: 'CN'})-[:OPERATES]->(:Site {id: 'sit_maker', code: 'BENCH-MAKER', name: 'Plant', country: 'CN', organization: 'org_maker', main: true})
CREATE (maker)<-[:MADE_BY]-(product:Product {id: 'prd_bench', di: '06999999999990', kind: 'DEVICE', name: 'Stent', maker: 'org_maker', serialControlled: true, lotControlled: true})<-[:IDENTIFIES]-(:DeviceIdentifier {code: '06999999999990', scheme: 'GS1', type: 'PRIMARY'})
CREATE (:Person:DemoPerson {id: 'usr_bench', username: 'bench', active: true, roles: ['QUALITY']})-[:SIGNS_IN_BY]->(:Credential {person: 'usr_bench', password: $in.password})
WITH maker UNWIND range(1, 20) AS number
CREATE (:Organization {id: 'org_d' + number, code: 'BENCH-D' + number, name: 'Distributor ' + number, kinds: ['DISTRIBUTOR'], country: 'CN'})-[:OPERATES]->(:Site {id: 'sit_d' + number, code: 'BENCH-D' + number, name: 'Store', country: 'CN', organization: 'org_d' + number, main: true})
WITH count(*) AS distributors UNWIND range(0, toInteger($in.hospitals) - 1) AS number
CREATE (:Organization {id: 'org_h' + number, code: 'BENCH-H' + number, name: 'Hospital ' + number, kinds: ['HOSPITAL'], country: 'CN'})-[:OPERATES]->(:Site {id: 'sit_h' + number, code: 'BENCH-H' + number, name: 'Ward', country: 'CN', organization: 'org_h' + number, main: true})`

/** One batch: made, sold by one of twenty distributors, held by the next hospitals in turn; one in ten implanted, one in fifty still under way. */
const batch = cypher<{ number: number; size: number; hospitals: number }, never>()`
MATCH (product:Product {id: 'prd_bench'}), (maker:Organization {id: 'org_maker'}), (seller:Organization {id: 'org_d' + (toInteger($in.number) % 20 + 1)})
CREATE (batch:Batch {id: 'bat_' + toInteger($in.number), key: 'prd_bench|L' + toInteger($in.number), lotNumber: 'L' + toInteger($in.number), udi: 'L', kind: 'FINISHED', maker: 'org_maker', serialCount: toInteger($in.size)})-[:OF]->(product)
CREATE (batch)-[:PASSED]->(seller)
WITH product, maker, seller, batch UNWIND range(0, toInteger($in.size) - 1) AS index
WITH product, maker, seller, batch, index, toInteger($in.number) * toInteger($in.size) + index AS place
MATCH (hospital:Organization {id: 'org_h' + (place % toInteger($in.hospitals))})-[:OPERATES]->(site:Site)
CREATE (serial:Serial {id: 'ser_' + place, key: 'prd_bench|S' + place, serialNumber: 'S' + place, udi: 'S', batch: batch.id, maker: 'org_maker', status: 'IN_STOCK', holds: []})-[:OF]->(product)
CREATE (serial)-[:FROM]->(batch)
CREATE (serial)-[:PASSED {from: '2026-01-01', until: '2026-02-01', status: 'RELEASED', holds: []}]->(maker)
FOREACH (_ IN CASE WHEN index % 50 <> 0 THEN [1] ELSE [] END | CREATE (serial)-[:PASSED {from: '2026-02-01', until: '2026-03-01', status: 'IN_STOCK', holds: []}]->(seller))
FOREACH (_ IN CASE WHEN index % 50 = 0 THEN [1] ELSE [] END | CREATE (serial)-[:HELD_BY {serial: serial.id, organization: seller.id, since: '2026-03-01', key: serial.key}]->(seller) CREATE (serial)-[:IN_TRANSIT {from: seller.id, to: hospital.id, since: '2026-11-01'}]->(hospital))
FOREACH (_ IN CASE WHEN index % 50 <> 0 AND index % 10 = 1 THEN [1] ELSE [] END | CREATE (serial)-[:USED_AT {on: '2026-05-01', organization: hospital.id, kind: 'IMPLANTED'}]->(site))
FOREACH (_ IN CASE WHEN index % 50 <> 0 AND index % 10 <> 1 THEN [1] ELSE [] END | CREATE (serial)-[:HELD_BY {serial: serial.id, organization: hospital.id, since: '2026-03-01', key: serial.key}]->(hospital) CREATE (serial)-[:STORED_AT {site: site.id, key: serial.key}]->(site))`

export const benchPassword = 'measured, not guessed'

/** A maker whose one product is everywhere: so many serials in batches of 500 with so many hospitals. */
export const loadRecallFixture = async (graph: Graph, serials: number, hospitals: number): Promise<void> => {
  const password = await hashPassword(benchPassword)
  await graph.write((writer) => writer.run(people, { hospitals, password }))
  for (let number = 0; number < serials / 500; number += 1) await graph.write((writer) => writer.run(batch, { number, size: 500, hospitals }))
}
