import { visible } from '../../../access/visible.ts'
import { concatenated, cypher, joinable } from '../../../kernel/cypher.ts'

export interface FoundParty {
  readonly name: string
  readonly id: string
  /** Works with the hub itself, and so confirms what it gets. */
  readonly onHub: boolean
}

/** Organizations by GLN (their own or a place's), Chinese unified social credit code, hub code or global id, of those that the viewer may find. */
export const findParties = joinable(cypher<{ names: readonly string[] }, FoundParty>()`
UNWIND $in.names AS name
WITH DISTINCT name
CALL (name) {
  MATCH (organization:Organization {id: name}) RETURN organization
  UNION
  MATCH (organization:Organization {code: name}) RETURN organization
  UNION
  MATCH (organization:Organization) WHERE organization.gln = name RETURN organization
  UNION
  MATCH (organization:Organization) WHERE organization.uscc = name RETURN organization
  UNION
  MATCH (site:Site) WHERE site.gln = name
  MATCH (site)<-[:OPERATES]-(organization:Organization) RETURN organization
}
WITH name, organization WHERE ${visible.organization}
RETURN name, organization.id AS id, coalesce(organization.onHub, false) AS onHub
`, {
  join: concatenated,
  split: (rows, inputs) => inputs.map(({ names }) => rows.filter(({ name }) => names.includes(name))),
})

/** The viewer's own place, by hub code, GLN or global id. */
export const findOwnSite = cypher<{ site: string }, { id: string; country: string | null }>()`
CALL () {
  MATCH (site:Site {id: $in.site}) RETURN site
  UNION
  MATCH (site:Site {code: $in.site}) RETURN site
  UNION
  MATCH (site:Site) WHERE site.gln = $in.site RETURN site
}
WITH site WHERE site.organization = $viewer.organization
RETURN site.id AS id, site.country AS country
`
