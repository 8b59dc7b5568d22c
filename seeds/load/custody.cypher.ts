import { part } from '../../server/kernel/cypher.ts'

// What is derived from the events of serials. Grouped by the organization or site at the other end, which is looked up once.

const organization = part`
MATCH (organization:Organization {id: group.to})
UNWIND group.edges AS row
WITH group, organization, row, serials[toInteger(row.serial)] AS serial`

const site = part`
MATCH (site:Site {id: group.to})
UNWIND group.edges AS row
WITH group, site, row, serials[toInteger(row.serial)] AS serial`

export const heldBy = part`
UNWIND $in.held AS group
${organization}
CREATE (serial)-[:HELD_BY {since: row.since, serial: serial.id, organization: group.to, key: row.key}]->(organization)`

export const storedAt = part`
UNWIND $in.stored AS group
${site}
CREATE (serial)-[:STORED_AT {site: group.to, key: row.key}]->(site)`

export const ownedBy = part`
UNWIND $in.owned AS group
${organization}
CREATE (serial)-[:OWNED_BY {since: row.since}]->(organization)`

export const inTransit = part`
UNWIND $in.travelling AS group
${organization}
CREATE (serial)-[:IN_TRANSIT {from: row.from, to: group.to, since: row.since}]->(organization)`

export const usedAt = part`
UNWIND $in.used AS group
${site}
CREATE (serial)-[:USED_AT {on: row.on, organization: row.organization, kind: row.kind}]->(site)`

export const passed = part`
UNWIND $in.passed AS group
${organization}
CREATE (serial)-[:PASSED {from: row.from, until: row.until, status: row.status, holds: row.holds}]->(organization)`
