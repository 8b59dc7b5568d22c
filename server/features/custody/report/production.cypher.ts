import { cypher } from '../../../kernel/cypher.ts'

/** Those of the serials that are there already. */
export const knownSerials = cypher<{ ids: readonly string[] }, { serialNumber: string }>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})
RETURN serial.serialNumber AS serialNumber LIMIT 1
`
