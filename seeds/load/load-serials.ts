import type { SerialState } from '../../server/features/custody/custody-state.type.ts'
import { holdNames } from '../../server/features/custody/serial-changes.rules.ts'
import { type BulkWriter, grouped } from './bulk-writer.ts'
import { custodyRows, type StatedSerial } from './custody-rows.ts'
import type { EventEntry } from './event-entry.ts'
import { expiryOf } from './expiry.ts'
import type { SerialEntry } from './ledger.ts'
import { udi } from './load-things.ts'
import { type SerialRows, writeSerials } from './serial.cypher.ts'
import { alikeEvents, isMove } from './serial-events.ts'

/** Serials in one transaction, each with about five events and four relationships to who has or had it. */
const serialsAtOnce = 1_000

const serialRow = ({ id, key, seed, product, batch }: SerialEntry, state: SerialState) => ({
  id, key, serialNumber: seed.serialNumber, udi: udi(product, batch?.seed.lotNumber, seed.serialNumber),
  expiresOn: expiryOf(seed, batch), manufacturedOn: seed.manufacturedOn ?? batch?.seed.manufacturedOn,
  status: state.status, holds: holdNames(state.holds), since: state.since, head: state.head,
})

const batchRow = (group: readonly StatedSerial[]) => {
  const [first] = group[0] ?? []
  return { product: first?.product.id, maker: first?.product.maker, batch: first?.batch?.id, serials: group.map(([entry, state]) => serialRow(entry, state)) }
}

const rowsOf = (slice: readonly StatedSerial[], eventsOf: ReadonlyMap<string, readonly EventEntry[]>): SerialRows => {
  const batches = [...grouped(slice, ([{ product, batch }]) => batch?.id ?? product.id).values()]
  const serials = batches.flat()
  const positions = new Map(serials.map(([{ id }], position) => [id, position]))
  const events = serials.flatMap(([{ id }]) => eventsOf.get(id) ?? [])
  return {
    batches: batches.map(batchRow),
    stays: alikeEvents(events.filter((entry) => !isMove(entry)), positions),
    moves: alikeEvents(events.filter(isMove), positions),
    ...custodyRows(serials),
  }
}

/**
 * Writes serials with the state that their events gave them, the events that are of one serial each, and custody: all of
 * a serial in one transaction, because every further one would write the serial's record and those beside it again.
 */
export const loadSerials = async (states: ReadonlyMap<SerialEntry, SerialState>, ownEvents: readonly EventEntry[], writer: BulkWriter): Promise<void> => {
  const eventsOf = grouped(ownEvents, ({ things }) => things[0]?.id ?? '')
  await writer.inSlices([...states], serialsAtOnce, (transaction, slice) => transaction.run(writeSerials, rowsOf(slice, eventsOf)))
}
