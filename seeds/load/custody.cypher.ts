import { cypher } from '../../server/kernel/cypher.ts'

/** What is derived from the events of serials. Grouped by the organization or site at the other end, which is looked up once. */
interface Grouped {
  readonly rows: readonly { readonly to: string; readonly edges: readonly object[] }[]
}

export const writeHeldBy = cypher<Grouped, never>()`
UNWIND $in.rows AS group
MATCH (organization:Organization {id: group.to})
UNWIND group.edges AS row
MATCH (serial:Serial {id: row.serial})
CREATE (serial)-[:HELD_BY {since: row.since, serial: row.serial, organization: group.to, key: row.key}]->(organization)`

export const writeStoredAt = cypher<Grouped, never>()`
UNWIND $in.rows AS group
MATCH (site:Site {id: group.to})
UNWIND group.edges AS row
MATCH (serial:Serial {id: row.serial})
CREATE (serial)-[:STORED_AT {site: group.to, key: row.key}]->(site)`

export const writeOwnedBy = cypher<Grouped, never>()`
UNWIND $in.rows AS group
MATCH (organization:Organization {id: group.to})
UNWIND group.edges AS row
MATCH (serial:Serial {id: row.serial})
CREATE (serial)-[:OWNED_BY {since: row.since}]->(organization)`

export const writeInTransit = cypher<Grouped, never>()`
UNWIND $in.rows AS group
MATCH (organization:Organization {id: group.to})
UNWIND group.edges AS row
MATCH (serial:Serial {id: row.serial})
CREATE (serial)-[:IN_TRANSIT {from: row.from, to: group.to, since: row.since}]->(organization)`

export const writeUsedAt = cypher<Grouped, never>()`
UNWIND $in.rows AS group
MATCH (site:Site {id: group.to})
UNWIND group.edges AS row
MATCH (serial:Serial {id: row.serial})
CREATE (serial)-[:USED_AT {on: row.on, organization: row.organization, kind: row.kind}]->(site)`

export const writePassed = cypher<Grouped, never>()`
UNWIND $in.rows AS group
MATCH (organization:Organization {id: group.to})
UNWIND group.edges AS row
MATCH (serial:Serial {id: row.serial})
CREATE (serial)-[:PASSED {from: row.from, until: row.until, status: row.status, holds: row.holds}]->(organization)`
