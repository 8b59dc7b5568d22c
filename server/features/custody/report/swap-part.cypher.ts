import { cypher } from '../../../kernel/cypher.ts'

/** What is in a device now, and what the device itself is in. */
export const partsInside = cypher<{ device: string }, { parts: readonly string[]; above: readonly string[] }>()`
MATCH (device:Serial {id: $in.device})
RETURN [(device)-[contains:CONTAINS]->(piece) WHERE contains.removedAt IS NULL | piece.id] AS parts,
  [device.id] + COLLECT { MATCH (device)<-[contains:CONTAINS*1..8]-(outer:Serial) WHERE all(one IN contains WHERE one.removedAt IS NULL) RETURN outer.id } AS above
`
