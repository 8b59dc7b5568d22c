import type { CustodyEvent } from './custody-event.type.ts'

// Things done in one millisecond: made before packed, packed before shipped, and so on. What names none of these is in between.
const ranks: Readonly<Record<string, number>> = {
  creating_class_instance: 0, commissioning: 0,
  inspecting: 1, assembling: 1, installing: 1, packing: 1, loading: 1,
  shipping: 2, departing: 2, consigning: 2, void_shipping: 3, arriving: 3,
  receiving: 4, accepting: 4,
  unpacking: 5, unloading: 5, removing: 5, disassembling: 5, replacing: 5, storing: 5, stocking: 5, explanting: 5,
  retail_selling: 6, dispensing: 6, implanting: 6, putting_into_service: 6, sampling: 6,
  destroying: 7, decommissioning: 7,
}
const between = 5

const rankByType = ({ type, action }: CustodyEvent): number | undefined => {
  if (type === 'TRANSFORMATION') return 0
  return type === 'OBJECT' && action === 'DELETE' ? 7 : undefined
}

/** Where an event stands among those of the same time: 0 make, 1 pack, 2 ship, 4 receive, 5 unpack, 6 use, 7 end. */
export const rankOf = (event: CustodyEvent): number =>
  rankByType(event) ?? (event.bizStep === undefined ? between : ranks[event.bizStep] ?? between)

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The order of all events, the same wherever and whenever they arrived: event time, rank, hash; of two that say the same, by id. Never record time. */
export const compareEvents = (one: CustodyEvent, other: CustodyEvent): number =>
  compareText(one.eventTime, other.eventTime) || rankOf(one) - rankOf(other) || compareText(one.hash, other.hash) || compareText(one.id, other.id)

/** Names an event on the thing whose newest it is. */
export const headOf = (event: CustodyEvent): string => `${event.eventTime}|${event.hash}`
