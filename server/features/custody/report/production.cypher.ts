import { cypher } from '../../../kernel/cypher.ts'

/** A lot of the viewer's own product, by its key. */
export const lotOnRecord = cypher<{ key: string }, { id: string; expiresOn: string | null }>()`
MATCH (batch:Batch {key: $in.key})
RETURN batch.id AS id, batch.expiresOn AS expiresOn
`

/** Those of the serials that are there already. */
export const knownSerials = cypher<{ ids: readonly string[] }, { serialNumber: string }>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})
RETURN serial.serialNumber AS serialNumber LIMIT 1
`
