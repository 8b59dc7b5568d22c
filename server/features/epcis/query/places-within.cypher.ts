import { cypher } from '../../../kernel/cypher.ts'

/** GLNs of places and of all that is in them. Another's wards are known to it alone. */
export const placesWithin = cypher<{ glns: readonly string[] }, { gln: string; within: readonly string[] }>()`
UNWIND $in.glns AS gln
MATCH (top:Site) WHERE top.gln = gln
MATCH (place:Site)-[:PART_OF*0..8]->(top)
WHERE place.gln IS NOT NULL AND (place.organization = $viewer.organization OR place.kind <> 'WARD')
RETURN gln, collect(DISTINCT place.gln) AS within
`
