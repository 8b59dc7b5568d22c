import { visible } from '../../../access/visible.ts'
import { cypher } from '../../../kernel/cypher.ts'

export interface FoundPlace {
  readonly gln: string
  readonly site: string
  readonly organization: string
}

/** Sites by GLN, of organizations that the viewer may find. */
export const placesByGln = cypher<{ glns: readonly string[] }, FoundPlace>()`
UNWIND $in.glns AS gln
MATCH (site:Site) WHERE site.gln = gln
MATCH (site)<-[:OPERATES]-(organization:Organization)
WHERE ${visible.organization}
RETURN gln, site.id AS site, organization.id AS organization
`
