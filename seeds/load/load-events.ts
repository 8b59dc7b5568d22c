import { consumedEdges } from '../../server/features/custody/consumed.rules.ts'
import { type BulkWriter, grouped } from './bulk-writer.ts'
import { concernBatches, concernLogisticUnits, concernSerials, type RouteRows, writeEvents } from './event.cypher.ts'
import { type EventEntry, isBatch, isSerial } from './event-entry.ts'
import type { Ledger } from './ledger.ts'
import { writeConsumed } from './relation.cypher.ts'

const eventRow = ({ seed, eventId, event }: EventEntry) => ({
  id: event.id, eventId, type: event.type, action: event.action, bizStep: event.bizStep, disposition: event.disposition,
  eventTime: event.eventTime, timeZoneOffset: seed.timeZoneOffset, recordTime: seed.recordTime ?? event.eventTime, hash: event.hash, owner: event.owner,
  errorDeclaredAt: seed.errorDeclaredAt, errorReason: seed.errorReason, note: seed.note, noteZh: seed.noteZh,
  documentNumber: seed.documentNumber, procedureReference: seed.procedureReference,
})

const byRoute = (slice: readonly EventEntry[]): RouteRows['rows'] =>
  [...grouped(slice, ({ event }) => `${event.reportedBy}|${event.site}|${event.from}|${event.to}`).values()].map((group) => {
    const { reportedBy = '', site, from, to } = group[0]?.event ?? {}
    return { reportedBy, site, from, to, events: group.map(eventRow) }
  })

const loadConcerns = async (events: readonly EventEntry[], writer: BulkWriter): Promise<void> => {
  const rows = events.flatMap(({ event, things }) => things.map(({ id, ...facts }) => ({ event: event.id, thing: id, ...facts })))
  await writer.write(concernSerials, rows.filter(({ thing }) => isSerial(thing)))
  await writer.write(concernBatches, rows.filter(({ thing }) => isBatch(thing)))
  await writer.write(concernLogisticUnits, rows.filter(({ thing }) => !isSerial(thing) && !isBatch(thing)))
}

/** Writes events with their places, parties and things. */
export const loadEvents = async (events: readonly EventEntry[], writer: BulkWriter): Promise<void> => {
  await writer.writeAs(writeEvents, events, byRoute)
  await loadConcerns(events, writer)
}

const transformed = ({ seed }: EventEntry, ledger: Ledger) =>
  seed.things.flatMap(({ role, batch, serial, quantity, measure }) => {
    const entry = batch !== undefined ? ledger.batch(batch) : serial === undefined ? undefined : ledger.serial(serial).batch
    return entry === undefined ? [] : [{ role, batch: entry.id, quantity, unit: quantity === undefined ? undefined : measure ?? 'EA' }]
  })

/** Writes the genealogy that Transformations tell. */
export const loadGenealogy = (events: readonly EventEntry[], ledger: Ledger, writer: BulkWriter): Promise<unknown> =>
  writer.write(writeConsumed, events
    .filter(({ event }) => event.type === 'TRANSFORMATION' && event.errorDeclaredAt === undefined)
    .flatMap((entry) => consumedEdges(transformed(entry, ledger)).map((edge) => ({ ...edge, event: entry.event.id }))))
