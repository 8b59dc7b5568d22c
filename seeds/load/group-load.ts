import { countSerial } from '../../server/features/custody/batch-tally.rules.ts'
import type { SerialState } from '../../server/features/custody/custody-state.type.ts'
import { serialState } from '../../server/features/custody/timeline.rules.ts'
import type { EventSeed } from '../history.ts'
import type { BulkWriter } from './bulk-writer.ts'
import type { Directory } from './directory.ts'
import { type EventEntry, eventEntry, involveThings } from './event-entry.ts'
import type { Group } from './group.ts'
import type { BatchEntry, Ledger, SerialEntry } from './ledger.ts'
import { loadContainment } from './load-containment.ts'
import { loadEvents, loadGenealogy } from './load-events.ts'
import { loadCases, loadDocuments } from './load-papers.ts'
import { findingRows, loadStock } from './load-stock.ts'
import { loadBatches, loadUnits } from './load-things.ts'
import { loadSerials } from './load-serials.ts'
import { loadSupplies } from './load-supplies.ts'
import { isOfOneSerial } from './serial-events.ts'
import { writeFindings } from './stock.cypher.ts'

export interface LoadContext {
  readonly seedName: string
  readonly dataFolder: string
  readonly directory: Directory
  readonly writer: BulkWriter
}

/** A group of chunks, resolved and folded: what is left is to write it. */
export interface PreparedGroup {
  readonly group: Group
  readonly ledger: Ledger
  readonly newBatches: readonly BatchEntry[]
  readonly settledBatches: readonly BatchEntry[]
  readonly events: readonly EventEntry[]
  readonly states: ReadonlyMap<SerialEntry, SerialState>
}

const firstPackingDays = (events: readonly EventSeed[]): Map<string, string> => {
  const days = new Map<string, string>()
  for (const { type, eventTime, things } of events) {
    const unit = type === 'AGGREGATION' ? things.find(({ role }) => role === 'PARENT')?.unit : undefined
    const day = eventTime.slice(0, 10)
    if (unit !== undefined && day < (days.get(unit) ?? '9')) days.set(unit, day)
  }
  return days
}

const addThings = (group: Group, ledger: Ledger): void => {
  const packed = firstPackingDays(group.events)
  for (const seed of group.batches) ledger.addBatch(seed)
  for (const seed of group.serials) ledger.addSerial(seed)
  for (const seed of group.logisticUnits) ledger.addUnit(seed, packed.get(seed.key) ?? '')
}

const foldSerials = (ledger: Ledger): Map<SerialEntry, SerialState> => {
  const states = new Map<SerialEntry, SerialState>()
  for (const entry of ledger.serials.values()) {
    const state = serialState(entry.id, entry.product.maker, ledger)
    states.set(entry, state)
    if (entry.batch) countSerial(entry.batch.tally, state)
  }
  return states
}

/** Finds the ids of all that a group names and folds its serials' events. Its organizations and products are known by now. */
export const prepareGroup = (group: Group, ledger: Ledger, openBatches: ReadonlySet<string>, { seedName, directory }: LoadContext): PreparedGroup => {
  addThings(group, ledger)
  const events = group.events.map((seed) => eventEntry(seed, seedName, directory, ledger))
  for (const event of events) involveThings(event, ledger)
  return {
    group, ledger, events,
    newBatches: group.batches.map(({ key }) => ledger.batch(key)),
    settledBatches: [...ledger.batches].filter(([key]) => !openBatches.has(key)).map(([, entry]) => entry),
    states: foldSerials(ledger),
  }
}

const idsOf = (events: readonly EventEntry[]): ((key: string) => string) => {
  const ids = new Map(events.map(({ seed, event }) => [seed.key, event.id]))
  return (key) => ids.get(key) ?? ''
}

/** Writes a group: things before the events that name them, and what follows from the events after both. */
export const writeGroup = async (prepared: PreparedGroup, context: LoadContext): Promise<void> => {
  const { group, ledger, events, states } = prepared
  const { writer, directory } = context
  await loadBatches(prepared.newBatches, directory, writer)
  await loadSerials(states, events.filter(isOfOneSerial), writer)
  await loadUnits([...ledger.units.values()], writer)
  await loadEvents(events.filter((entry) => !isOfOneSerial(entry)), writer)
  await loadGenealogy(events, ledger, writer)
  await writer.write(writeFindings, [...states].flatMap(([{ id }, { findings }]) => findingRows(id, findings)))
  await loadContainment(ledger, writer)
  await loadStock(prepared.settledBatches, ledger, writer)
  await loadSupplies(states, events, ledger, writer)
  const papers = { ...context, ledger, eventId: idsOf(events) }
  await loadDocuments(group.documents, papers)
  await loadCases(group, papers)
}
