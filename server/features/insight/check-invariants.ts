import type { Reader } from '../../kernel/graph.ts'
import type { Places } from '../custody/custody-event.type.ts'
import { batchState, serialState } from '../custody/timeline.rules.ts'
import { batchPage, type StoredBatch } from './batch-invariants.cypher.ts'
import type { Breach } from './breach.ts'
import { checkBatch } from './check-batch.rules.ts'
import { checkEvent } from './check-event.rules.ts'
import { checkSerial } from './check-serial.rules.ts'
import { checkGenealogy, checkSchema, checkStructure, checkWaiting } from './check-structure.ts'
import { eventPage } from './event-invariants.cypher.ts'
import { pagesOf } from './pages.ts'
import { serialsOfBatches, serialsWithoutBatch, type StoredSerial } from './serial-invariants.cypher.ts'
import { readPlaces, readWorld } from './stored-world.ts'

/** How much was looked at. */
export interface Checked {
  batches: number
  serials: number
  events: number
}

export interface CheckOptions {
  /** Names of the constraints and indexes that the migrations make. */
  readonly schema: readonly string[]
  /** Told after every page. */
  readonly report?: (checked: Readonly<Checked>) => void
}

const batchesAtOnce = 40
const serialsAtOnce = 1_000
const eventsAtOnce = 4_000

const makerOf = ({ products }: StoredSerial | StoredBatch): string => products[0]?.maker ?? ''

async function* checkBatches(graph: Reader, places: Places, tell: (checked: Partial<Checked>) => void): AsyncGenerator<Breach> {
  for await (const batches of pagesOf(graph, batchPage, batchesAtOnce)) {
    const serials = await graph.read(serialsOfBatches, { batches: batches.map(({ id }) => id) })
    const world = await readWorld(graph, [...batches, ...serials], places)
    const states = new Map(serials.map((serial) => [serial, serialState(serial.id, makerOf(serial), world)]))
    for (const [serial, state] of states) yield* checkSerial(serial, state)
    for (const batch of batches) {
      const own = [...states].filter(([serial]) => serial.batches.some(({ id }) => id === batch.id))
      yield* checkBatch(batch, batchState(batch.id, makerOf(batch), world), own.map(([serial]) => serial), own.map(([, state]) => state))
    }
    tell({ batches: batches.length, serials: serials.length })
  }
}

async function* checkOtherSerials(graph: Reader, places: Places, tell: (checked: Partial<Checked>) => void): AsyncGenerator<Breach> {
  for await (const serials of pagesOf(graph, serialsWithoutBatch, serialsAtOnce)) {
    const world = await readWorld(graph, serials, places)
    for (const serial of serials) yield* checkSerial(serial, serialState(serial.id, makerOf(serial), world))
    tell({ serials: serials.length })
  }
}

async function* checkEvents(graph: Reader, tell: (checked: Partial<Checked>) => void): AsyncGenerator<Breach> {
  for await (const events of pagesOf(graph, eventPage, eventsAtOnce)) {
    for (const event of events) yield* checkEvent(event)
    tell({ events: events.length })
  }
}

/**
 * Looks at the whole graph, a page at a time, and yields every breach of invariants 1 to 4: one product, batch and holder;
 * stock and custody as the events say; genealogy without circles, parts in one place; events as they were written.
 */
export async function* checkInvariants(graph: Reader, { schema, report }: CheckOptions): AsyncGenerator<Breach> {
  const checked: Checked = { batches: 0, serials: 0, events: 0 }
  const tell = ({ batches = 0, serials = 0, events = 0 }: Partial<Checked>): void => {
    checked.batches += batches
    checked.serials += serials
    checked.events += events
    report?.(checked)
  }
  yield* checkSchema(graph, schema)
  yield* checkStructure(graph)
  yield* checkGenealogy(graph)
  yield* checkWaiting(graph)
  const places = await readPlaces(graph)
  yield* checkBatches(graph, places, tell)
  yield* checkOtherSerials(graph, places, tell)
  yield* checkEvents(graph, tell)
}
