import { cypher } from '../../server/kernel/cypher.ts'

export interface PartnerRow {
  readonly id: string
  readonly code: string
}

export interface KnownSite extends PartnerRow {
  readonly organization: string
  readonly main: boolean | null
  readonly country: string | null
}

export const knownOrganizations = cypher<object, PartnerRow>()`
MATCH (organization:Organization)
RETURN organization.id AS id, organization.code AS code`

export const knownSites = cypher<object, KnownSite>()`
MATCH (site:Site)
RETURN site.id AS id, site.code AS code, site.organization AS organization, site.main AS main, site.country AS country`

// An import of a catalogue may have made the organization before: its id stays.
export const writeOrganizations = cypher<{ rows: readonly (PartnerRow & { properties: object })[] }, PartnerRow>()`
UNWIND $in.rows AS row
MERGE (organization:Organization {code: row.code})
ON CREATE SET organization.id = row.id
SET organization += row.properties
RETURN organization.id AS id, organization.code AS code`

export const writeLicences = cypher<{ rows: readonly { organization: string; id: string; properties: object }[] }, never>()`
UNWIND $in.rows AS row
MATCH (organization:Organization {id: row.organization})
MERGE (licence:Licence {id: row.id})
SET licence += row.properties
MERGE (organization)-[:LICENSED]->(licence)`

export const writeSites = cypher<{ rows: readonly (PartnerRow & { organization: string; properties: object })[] }, PartnerRow>()`
UNWIND $in.rows AS row
MATCH (organization:Organization {id: row.organization})
MERGE (site:Site {code: row.code})
ON CREATE SET site.id = row.id
SET site += row.properties, site.organization = row.organization
MERGE (organization)-[:OPERATES]->(site)
RETURN site.id AS id, site.code AS code`

export const writeWards = cypher<{ rows: readonly { site: string; partOf: string }[] }, never>()`
UNWIND $in.rows AS row
MATCH (site:Site {id: row.site}), (whole:Site {id: row.partOf})
MERGE (site)-[:PART_OF]->(whole)`
