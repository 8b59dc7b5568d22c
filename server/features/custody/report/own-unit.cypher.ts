import { visible } from '../../../access/visible.ts'
import { cypher } from '../../../kernel/cypher.ts'

/** The newest carton or pallet of an SSCC that the viewer deals with, what is in it now, and what it is in. */
export const ownUnit = cypher<{ sscc: string }, { id: string; contents: readonly string[]; around: readonly string[] }>()`
MATCH (logisticUnit:LogisticUnit {sscc: $in.sscc})
WHERE ${visible.logisticUnit}
WITH logisticUnit ORDER BY logisticUnit.key DESC LIMIT 1
RETURN logisticUnit.id AS id, [(logisticUnit)-[packs:PACKS]->(thing) WHERE packs.until IS NULL | thing.id] AS contents,
  COLLECT { MATCH (logisticUnit)<-[packs:PACKS*1..4]-(outer:LogisticUnit) WHERE all(pack IN packs WHERE pack.until IS NULL) RETURN DISTINCT outer.id } AS around
`
