import { visible } from '../../../access/visible.ts'
import { cypher } from '../../../kernel/cypher.ts'

export interface OwnUnit {
  readonly id: string
  readonly contents: readonly string[]
  readonly inside: readonly string[]
  /** Of lots: how many, in which carton. */
  readonly packed: readonly { readonly id: string; readonly unit: string; readonly quantity: number }[]
  readonly around: readonly string[]
}

/** The newest carton or pallet of an SSCC that the viewer deals with, what is in it now, in cartons within it too, and what it is in. */
export const ownUnit = cypher<{ sscc: string }, OwnUnit>()`
MATCH (logisticUnit:LogisticUnit {sscc: $in.sscc})
WHERE ${visible.logisticUnit}
WITH logisticUnit ORDER BY logisticUnit.key DESC LIMIT 1
WITH logisticUnit, COLLECT {
  MATCH (logisticUnit)-[packs:PACKS*1..4]->(thing:Serial|Batch)
  WHERE all(pack IN packs WHERE pack.until IS NULL)
  RETURN DISTINCT {id: thing.id, pack: last(packs)}
} AS inside
RETURN logisticUnit.id AS id, [(logisticUnit)-[packs:PACKS]->(thing) WHERE packs.until IS NULL | thing.id] AS contents,
  [one IN inside | one.id] AS inside, [one IN inside WHERE one.pack.quantity IS NOT NULL | {id: one.id, unit: startNode(one.pack).id, quantity: one.pack.quantity}] AS packed,
  COLLECT { MATCH (logisticUnit)<-[packs:PACKS*1..4]-(outer:LogisticUnit) WHERE all(pack IN packs WHERE pack.until IS NULL) RETURN DISTINCT outer.id } AS around
`
