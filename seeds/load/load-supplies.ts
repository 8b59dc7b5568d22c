import type { SerialState } from '../../server/features/custody/custody-state.type.ts'
import { writeSupplies } from '../../server/features/custody/capture/supplies.cypher.ts'
import { type HandOver, handsOfEvent, handsOfSerial, suppliesOf } from '../../server/features/custody/supplies.rules.ts'
import type { BulkWriter } from './bulk-writer.ts'
import { type EventEntry, isBatch } from './event-entry.ts'
import type { Ledger, SerialEntry } from './ledger.ts'

/** The makers of the lots that each carton or pallet ever held, lots of its cartons included. */
const makersInUnits = (events: readonly EventEntry[], makers: ReadonlyMap<string, string>): Map<string, Set<string>> => {
  const inside = new Map<string, Set<string>>()
  for (const { event, things } of events) {
    const parent = event.type === 'AGGREGATION' ? things.find(({ role }) => role === 'PARENT')?.id : undefined
    if (parent === undefined) continue
    const found = inside.get(parent) ?? new Set<string>()
    inside.set(parent, found)
    for (const { id } of things) for (const maker of [makers.get(id) ?? [], ...inside.get(id) ?? []].flat()) found.add(maker)
  }
  return inside
}

const handedByEvents = (events: readonly EventEntry[], ledger: Ledger): (readonly [string, HandOver[]])[] => {
  const makers = new Map([...ledger.batches.values()].map(({ id, product }) => [id, product.maker]))
  const inside = makersInUnits(events, makers)
  return events.flatMap(({ event, things }) => {
    const hands = handsOfEvent(event)
    if (hands.length === 0) return []
    const concerned = new Set(things.flatMap(({ id }) => (isBatch(id) ? [makers.get(id) ?? ''] : [...inside.get(id) ?? []])))
    return [...concerned].map((maker) => [maker, hands] as const)
  })
}

/** Writes who supplies whom, by the same rules as a capture does. */
export const loadSupplies = (states: ReadonlyMap<SerialEntry, SerialState>, events: readonly EventEntry[], ledger: Ledger, writer: BulkWriter): Promise<unknown> => {
  const bySerials = [...states].map(([{ product }, state]) => [product.maker, handsOfSerial(state)] as const)
  return writer.write(writeSupplies, suppliesOf([...bySerials, ...handedByEvents(events, ledger)].filter(([maker]) => maker !== '')))
}
