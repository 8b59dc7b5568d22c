import { grouped } from './bulk-writer.ts'
import { type EventEntry, isSerial } from './event-entry.ts'
import type { AlikeEvents, EventRow } from './serial-event.cypher.ts'

/** Whether an event concerns one serial and nothing else, at a place, and names both parties or none: most of a large history. */
export const isOfOneSerial = ({ event, things }: EventEntry): boolean => {
  const [thing] = things
  return things.length === 1 && thing !== undefined && isSerial(thing.id) && thing.quantity === undefined && thing.position === undefined &&
    event.site !== undefined && (event.from === undefined) === (event.to === undefined)
}

export const isMove = ({ event }: EventEntry): boolean => event.from !== undefined

const sharedBy = ({ seed, event, things }: EventEntry) => ({
  reportedBy: event.reportedBy, site: event.site, from: event.from, to: event.to, owner: event.owner, role: things[0]?.role,
  type: event.type, action: event.action, bizStep: event.bizStep, disposition: event.disposition, timeZoneOffset: seed.timeZoneOffset,
  errorDeclaredAt: seed.errorDeclaredAt, errorReason: seed.errorReason, note: seed.note, noteZh: seed.noteZh,
})

const rowOf = ({ seed, eventId, event }: EventEntry, serial: number | undefined): EventRow =>
  [serial, event.id, eventId, event.eventTime, seed.recordTime ?? event.eventTime, event.hash, seed.documentNumber, seed.procedureReference]

/** Events of single serials as rows, grouped by all that they share; `positions` are those of the serials, by id. */
export const alikeEvents = (entries: readonly EventEntry[], positions: ReadonlyMap<string, number>): AlikeEvents[] =>
  [...grouped(entries, (entry) => Object.values(sharedBy(entry)).join('|')).values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ ...sharedBy(first), events: group.map((entry) => rowOf(entry, positions.get(entry.things[0]?.id ?? ''))) })))
