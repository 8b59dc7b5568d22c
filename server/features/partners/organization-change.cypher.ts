import { cypher, part } from '../../kernel/cypher.ts'

export interface OrganizationFacts {
  readonly name: string
  readonly nameZh: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly gln: string | null
  readonly uscc: string | null
  readonly companyPrefix: string | null
}

export interface ManagedOrganization {
  readonly id: string
  readonly code: string
  readonly kinds: readonly string[]
  readonly country: string | null
  readonly suspendedAt: string | null
  readonly facts: OrganizationFacts
}

export interface SiteFacts {
  readonly name: string
  readonly nameZh: string | null
  readonly kind: string | null
  readonly country: string | null
  readonly gln: string | null
}

export interface ManagedSite {
  readonly id: string
  readonly organization: string
  readonly facts: SiteFacts
}

/** Its own for an organization's administrators; for the hub's operator every one. Nobody else's exists. */
const managed = part`(organization.id = $viewer.organization OR $viewer.kind = 'OPERATOR')`

export const managedOrganization = cypher<{ id: string }, ManagedOrganization>()`
MATCH (organization:Organization {id: $in.id}) WHERE ${managed}
RETURN organization.id AS id, organization.code AS code, organization.kinds AS kinds, organization.country AS country, organization.suspendedAt AS suspendedAt,
  organization {.name, .nameZh, .address, .phone, .gln, .uscc, .companyPrefix} AS facts
`

/** A hospital's wards are its own. */
export const managedSite = cypher<{ id: string }, ManagedSite>()`
MATCH (organization:Organization)-[:OPERATES]->(site:Site {id: $in.id})
WHERE ${managed} AND (organization.id = $viewer.organization OR coalesce(site.kind, '') <> 'WARD')
RETURN site.id AS id, organization.id AS organization, site {.name, .nameZh, .kind, .country, .gln} AS facts
`

/** Which of the numbers something else on the hub is known by already. */
/** `beginnings`: of the prefix, itself among them, since a prefix that another's begins with numbers the same things. */
export const numbersTaken = cypher<{ self: string; gln: string | null; uscc: string | null; companyPrefix: string | null; beginnings: readonly string[] }, { gln: boolean; uscc: boolean; companyPrefix: boolean }>()`
RETURN EXISTS { MATCH (other:Organization {gln: $in.gln}) WHERE other.id <> $in.self }
    OR EXISTS { MATCH (site:Site {gln: $in.gln}) WHERE site.id <> $in.self AND site.organization <> $in.self } AS gln,
  EXISTS { MATCH (other:Organization {uscc: $in.uscc}) WHERE other.id <> $in.self } AS uscc,
  EXISTS { MATCH (other:Organization) WHERE other.companyPrefix IN $in.beginnings AND other.id <> $in.self }
    OR EXISTS { MATCH (other:Organization) WHERE other.companyPrefix STARTS WITH $in.companyPrefix AND other.id <> $in.self } AS companyPrefix
`

/** No row where the code is taken, also by another request at the same moment; or its site's, by a site of another organization. */
export const createOrganization = cypher<{ id: string; code: string; properties: object; site: { id: string; code: string; properties: object } }, { id: string }>()`
MERGE (organization:Organization {code: $in.code})
ON CREATE SET organization.id = $in.id, organization += $in.properties
WITH organization WHERE organization.id = $in.id
MERGE (site:Site {code: $in.site.code})
ON CREATE SET site.id = $in.site.id, site += $in.site.properties
WITH organization, site WHERE site.id = $in.site.id
MERGE (organization)-[:OPERATES]->(site)
RETURN organization.id AS id
`

export const updateOrganization = cypher<{ id: string; facts: OrganizationFacts }, never>()`
MATCH (organization:Organization {id: $in.id}) WHERE ${managed}
SET organization += $in.facts
`

export const setSuspended = cypher<{ id: string; suspendedAt: string | null }, never>()`
MATCH (organization:Organization {id: $in.id}) WHERE ${managed}
SET organization.suspendedAt = $in.suspendedAt
`

/** No row where the organization has a site of that code, or of the same name within it as sites were called before (`CODE-PLACE`). */
export const createSite = cypher<{ organization: string; place: string; site: { id: string; code: string; properties: object } }, { id: string }>()`
MATCH (organization:Organization {id: $in.organization})
WHERE ${managed} AND NOT EXISTS { (organization)-[:OPERATES]->(:Site {code: organization.code + '-' + $in.place}) }
MERGE (site:Site {code: $in.site.code})
ON CREATE SET site.id = $in.site.id, site += $in.site.properties
WITH organization, site WHERE site.id = $in.site.id AND NOT EXISTS { (site)<-[:OPERATES]-() }
CREATE (organization)-[:OPERATES]->(site)
RETURN site.id AS id
`

export const updateSite = cypher<{ id: string; facts: SiteFacts }, never>()`
MATCH (organization:Organization)-[:OPERATES]->(site:Site {id: $in.id}) WHERE ${managed}
SET site += $in.facts
`
