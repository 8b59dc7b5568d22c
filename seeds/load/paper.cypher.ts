import { placeOfCovered } from '../../server/features/recalls/recall-write.cypher.ts'
import { cypher, part } from '../../server/kernel/cypher.ts'

interface Rows {
  readonly rows: readonly object[]
}

export const writeDocuments = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (issuer:Organization {id: row.issuer})
CREATE (document:Document)-[:ISSUED_BY]->(issuer)
SET document = row.properties`

/** `thing` is the id of a product, batch, serial or event. */
export const writeProves = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (document:Document {id: row.document})
OPTIONAL MATCH (product:Product {id: row.thing})
OPTIONAL MATCH (batch:Batch {id: row.thing})
OPTIONAL MATCH (serial:Serial {id: row.thing})
OPTIONAL MATCH (event:Event {id: row.thing})
WITH document, coalesce(product, batch, serial, event) AS thing
CREATE (document)-[:PROVES]->(thing)`

export const writeRecalls = cypher<Rows, never>()`
UNWIND $in.rows AS row
CREATE (recall:Recall)
SET recall = row.properties`

export const writeCovers = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (recall:Recall {id: row.recall})
OPTIONAL MATCH (batch:Batch {id: row.thing})
OPTIONAL MATCH (serial:Serial {id: row.thing})
WITH recall, coalesce(batch, serial) AS thing
CREATE (recall)-[covers:COVERS]->(thing)
SET ${placeOfCovered(part`thing`)}`

export const writeTickets = cypher<Rows, never>()`
UNWIND $in.rows AS row
MATCH (organization:Organization {id: row.properties.organization}), (serial:Serial {id: row.serial})
CREATE (ticket:ServiceTicket)-[:OPENED_BY]->(organization)
CREATE (ticket)-[:CONCERNS_DEVICE]->(serial)
SET ticket = row.properties, ticket.maker = serial.maker`
