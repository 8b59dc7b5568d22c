import { cypher } from './cypher.ts'
import { Refusal } from './errors.ts'
import type { Reader, Writer } from './graph.ts'

const storedBytes = cypher<object, { bytes: number }>()`
MATCH (use:StorageUse {organization: $viewer.organization})
RETURN use.bytes AS bytes
`

const addStored = cypher<{ bytes: number }, never>()`
MERGE (use:StorageUse {organization: $viewer.organization})
ON CREATE SET use.bytes = 0
SET use.bytes = use.bytes + $in.bytes
`

/**
 * How many bytes the viewer's organization may still store.
 * @throws Refusal TOO_LARGE where there are none
 */
export const roomLeft = async (graph: Reader, quota: number): Promise<number> => {
  const [use] = await graph.read(storedBytes, {})
  const left = quota - (use?.bytes ?? 0)
  if (left <= 0) throw new Refusal('TOO_LARGE', `Your organization has stored all that it may (${Math.floor(quota / 1_048_576)} MB). Ask the hub's operator for more.`)
  return left
}

/** Counts what was stored, in the transaction that keeps it. Of several at once the last may go over: the next is refused. */
export const countStored = async (writer: Writer, bytes: number): Promise<void> => {
  await writer.run(addStored, { bytes })
}
