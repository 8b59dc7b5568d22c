import { visible } from '../../../access/visible.ts'
import { cypher } from '../../../kernel/cypher.ts'

/** The newest carton or pallet of an SSCC that the viewer deals with, and what is in it now. */
export const ownUnit = cypher<{ sscc: string }, { id: string; contents: readonly string[] }>()`
MATCH (logisticUnit:LogisticUnit {sscc: $in.sscc})
WHERE ${visible.logisticUnit}
WITH logisticUnit ORDER BY logisticUnit.key DESC LIMIT 1
RETURN logisticUnit.id AS id, [(logisticUnit)-[packs:PACKS]->(thing) WHERE packs.until IS NULL | thing.id] AS contents
`
