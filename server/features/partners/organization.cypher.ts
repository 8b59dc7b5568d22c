import { makerKnown, visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import type { Organization } from './organization.type.ts'
import type { Site } from './site.type.ts'

export const organizationMap = part`organization {.id, .code, .name, .nameZh, .kinds, .country, .address, .phone, .gln,
  suspendedAt: CASE WHEN organization.id = $viewer.organization OR $viewer.kind = 'OPERATOR' THEN organization.suspendedAt END,
  identifiers: [pair IN [['GLN', organization.gln], ['USCC', organization.uscc], ['SRN', organization.srn], ['DUNS', organization.duns], ['GCP', organization.companyPrefix]] WHERE pair[1] IS NOT NULL | {scheme: pair[0], value: pair[1]}],
  licences: COLLECT { MATCH (organization)-[:LICENSED]->(licence:Licence) RETURN licence {.number, .validUntil} ORDER BY licence.number }}`

export const siteMap = part`site {.id, .code, .name, .nameZh, .kind, .country, .gln}`

export const organizationsById = cypher<{ ids: readonly string[] }, { organization: Organization }>()`
UNWIND $in.ids AS id
MATCH (organization:Organization {id: id})
WHERE ${visible.organization}
RETURN ${organizationMap} AS organization
`

/** Makers of devices are public; a material's supplier is not (access/visible.ts). */
export const manufacturersOf = cypher<{ products: readonly string[] }, { product: string; organization: Organization }>()`
UNWIND $in.products AS id
MATCH (product:Product {id: id})-[:MADE_BY]->(organization:Organization)
WHERE ${visible.product} AND ${makerKnown}
RETURN id AS product, ${organizationMap} AS organization
`

const matchesKind = part`($in.kind IS NULL OR $in.kind IN organization.kinds)`

export interface OrganizationFilter {
  readonly kind: string | null
  readonly words: string | null
}

const listed = part`
MATCH (organization:Organization)
WHERE ${visible.organization} AND ${matchesKind}`

const found = part`
CALL db.index.fulltext.queryNodes('organization_text', $in.words) YIELD node AS organization
WHERE ${visible.organization} AND ${matchesKind}`

const page = part`
WITH organization, organization.name + '|' + organization.id AS place
WHERE place > $in.after
WITH organization, place ORDER BY place LIMIT toInteger($in.limit)
RETURN place, ${organizationMap} AS organization ORDER BY place`

type OrganizationPage = OrganizationFilter & { readonly after: string; readonly limit: number }
interface OrganizationPlace {
  readonly place: string
  readonly organization: Organization
}

export const organizationPage = cypher<OrganizationPage, OrganizationPlace>()`${listed} ${page}`
export const organizationCount = cypher<OrganizationFilter, { total: number }>()`${listed} RETURN count(*) AS total`
export const organizationSearchPage = cypher<OrganizationPage, OrganizationPlace>()`${found} ${page}`
export const organizationSearchCount = cypher<OrganizationFilter, { total: number }>()`${found} RETURN count(*) AS total`

export const sitesOf = cypher<{ organizations: readonly string[] }, { organization: string; sites: Site[] }>()`
UNWIND $in.organizations AS id
MATCH (organization:Organization {id: id})
WHERE ${visible.organization}
RETURN id AS organization, COLLECT {
  MATCH (organization)-[:OPERATES]->(site:Site)
  WHERE organization.id = $viewer.organization OR coalesce(site.kind, '') <> 'WARD'
  WITH site ORDER BY coalesce(site.main, false) DESC, site.code
  RETURN ${siteMap}
} AS sites
`

export const sitesById = cypher<{ ids: readonly string[] }, { site: Site }>()`
UNWIND $in.ids AS id
MATCH (organization:Organization)-[:OPERATES]->(site:Site {id: id})
WHERE ${visible.organization} AND (organization.id = $viewer.organization OR coalesce(site.kind, '') <> 'WARD')
RETURN ${siteMap} AS site
`
