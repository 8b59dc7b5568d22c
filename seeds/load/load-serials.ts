import type { SerialState } from '../../server/features/custody/custody-state.type.ts'
import { holdNames } from '../../server/features/custody/serial-changes.rules.ts'
import type { Writer } from '../../server/kernel/graph.ts'
import { type BulkWriter, grouped } from './bulk-writer.ts'
import type { EventEntry } from './event-entry.ts'
import { expiryOf } from './expiry.ts'
import type { SerialEntry } from './ledger.ts'
import { writeCustody } from './load-custody.ts'
import { udi } from './load-things.ts'
import { writeSerialMoves, writeSerialStays } from './serial-event.cypher.ts'
import { alikeRows, isMove } from './serial-events.ts'
import { writeSerials } from './thing.cypher.ts'

/** Serials in one transaction, each with about five events and four relationships to who has or had it. */
const serialsAtOnce = 1_000

const serialRow = ({ id, key, seed, product, batch }: SerialEntry, state: SerialState) => ({
  id, key, serialNumber: seed.serialNumber, udi: udi(product, batch?.seed.lotNumber, seed.serialNumber),
  expiresOn: expiryOf(seed, batch), manufacturedOn: seed.manufacturedOn ?? batch?.seed.manufacturedOn,
  status: state.status, holds: holdNames(state.holds), since: state.since, head: state.head,
})

const byBatch = (slice: readonly (readonly [SerialEntry, SerialState])[]) =>
  [...grouped(slice, ([{ product, batch }]) => batch?.id ?? product.id).values()].map((group) => {
    const [first] = group[0] ?? []
    return { product: first?.product.id, maker: first?.product.maker, batch: first?.batch?.id, serials: group.map(([entry, state]) => serialRow(entry, state)) }
  })

const writeOwnEvents = async (events: readonly EventEntry[], writer: Writer): Promise<void> => {
  await writer.run(writeSerialStays, { rows: alikeRows(events.filter((entry) => !isMove(entry))) })
  await writer.run(writeSerialMoves, { rows: alikeRows(events.filter(isMove)) })
}

/**
 * Writes serials with the state that their events gave them, the events that are of one serial each, and custody: all of
 * a serial in one transaction, because every further one would write the serial's record and those beside it again.
 */
export const loadSerials = async (states: ReadonlyMap<SerialEntry, SerialState>, ownEvents: readonly EventEntry[], writer: BulkWriter): Promise<void> => {
  const eventsOf = grouped(ownEvents, ({ things }) => things[0]?.id ?? '')
  await writer.inSlices([...states], serialsAtOnce, async (transaction, slice) => {
    await transaction.run(writeSerials, { rows: byBatch(slice) })
    await writeOwnEvents(slice.flatMap(([{ id }]) => eventsOf.get(id) ?? []), transaction)
    await writeCustody(slice, transaction)
  })
}
