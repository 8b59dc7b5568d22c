import { cypher } from '../../../server/kernel/cypher.ts'

/** A maker of its own: sixteen lots of one model, each of one of four material lots of two suppliers; 50 devices of each with each of two hospitals, which the demo has. */
export const badLotGraph = cypher<object, never>()`
CREATE (maker:Organization {id: 'org_sig', code: 'SIG-MAKER', name: 'Signal Devices', kinds: ['MANUFACTURER'], country: 'CN', onHub: true})-[:OPERATES]->(plant:Site {id: 'sit_sig', code: 'SIG-PLANT', name: 'Plant', country: 'CN', kind: 'PLANT', organization: 'org_sig', main: true})
CREATE (device:Product {id: 'prd_sig', di: '06999999999881', scheme: 'GS1', kind: 'DEVICE', name: 'Catheter', maker: 'org_sig', lotControlled: true})-[:MADE_BY]->(maker)
CREATE (:DeviceIdentifier {code: '06999999999881', scheme: 'GS1', type: 'PRIMARY'})-[:IDENTIFIES]->(device)
FOREACH (number IN [0, 1] | CREATE (:Organization {id: 'org_sup' + number, code: 'SIG-SUPPLIER-' + number, name: 'Supplier ' + number, kinds: ['SUPPLIER'], country: 'CN', onHub: true})<-[:MADE_BY]-(:Product {id: 'prd_mat' + number, di: 'SIG-TUBE-' + number, scheme: 'PLAIN', kind: 'MATERIAL', name: 'Tube', maker: 'org_sup' + number}))
WITH device, plant UNWIND range(0, 3) AS number
MATCH (material:Product {id: 'prd_mat' + (number % 2)})
CREATE (lot:Batch {id: 'bat_tube' + number, key: material.id + '|TUBE-' + number, lotNumber: 'TUBE-' + number, kind: 'COMPONENT', maker: material.maker})-[:OF]->(material)
WITH device, plant, number, lot UNWIND range(0, 3) AS index
CREATE (batch:Batch {id: 'bat_cath' + number + index, key: 'prd_sig|CATH-' + number + index, lotNumber: 'CATH-' + number + index, kind: 'FINISHED', maker: 'org_sig'})-[:OF]->(device)
CREATE (batch)-[:MADE_AT]->(plant), (batch)-[:CONSUMED {quantity: 1.0, unit: 'EA', event: 'none'}]->(lot)
WITH batch UNWIND ['CJUH', 'CZFP'] AS code
MATCH (hospital:Organization {code: code})-[:OPERATES]->(store:Site {main: true})
CREATE (batch)-[:STOCKED_AT {organization: hospital.id, site: store.id, serials: 0, quantity: 50.0, unit: 'EA', since: '2026-01-01T00:00:00.000Z'}]->(store), (batch)-[:PASSED {serials: 0, from: '2026-01-01T00:00:00.000Z'}]->(hospital)`
