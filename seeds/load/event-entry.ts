import { createHash } from 'node:crypto'
import type { CustodyEvent } from '../../server/features/custody/custody-event.type.ts'
import { type EventContent, eventHash, type EventThing } from '../../server/features/custody/event-content.rules.ts'
import { labelOfId, stableId } from '../../server/kernel/ids.ts'
import type { EventSeed, ThingSeed } from '../history.ts'
import type { Directory } from './directory.ts'
import type { Ledger } from './ledger.ts'

/** An event with the ids of all that it names. */
export interface EventEntry {
  readonly seed: EventSeed
  readonly eventId: string
  readonly event: CustodyEvent
  readonly things: readonly EventThing[]
}

/** A UUID of version 8 (RFC 9562), the same for the same key. */
const uuidOf = (key: string): string => {
  const hex = createHash('sha256').update(key).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

const thingOf = (thing: ThingSeed, ledger: Ledger): EventThing => {
  const { id } = ledger.thing(thing)
  const { role, quantity, measure, position } = thing
  return { id, role, quantity, unit: quantity === undefined ? undefined : measure ?? 'EA', position }
}

const contentOf = (seed: EventSeed, directory: Directory, ledger: Ledger): EventContent => {
  const party = (code: string | undefined): string | undefined => (code === undefined ? undefined : directory.organization(code))
  const { type, action, bizStep, disposition, eventTime, timeZoneOffset, documentNumber, procedureReference, note, noteZh } = seed
  return {
    type, action, bizStep, disposition, eventTime, timeZoneOffset, documentNumber, procedureReference, note, noteZh,
    site: seed.site === undefined ? undefined : directory.site(seed.site),
    from: party(seed.from), to: party(seed.to), owner: party(seed.owner), reportedBy: directory.organization(seed.reportedBy),
    things: seed.things.map((thing) => thingOf(thing, ledger)),
  }
}

/** Resolves an event of a seed. Its eventID comes from the seed's name and the event's key, so that both give the same id again. */
export const eventEntry = (seed: EventSeed, seedName: string, directory: Directory, ledger: Ledger): EventEntry => {
  const content = contentOf(seed, directory, ledger)
  const eventId = `urn:uuid:${uuidOf(`${seedName}|${seed.key}`)}`
  const { site, from, to, owner, reportedBy } = content
  const event: CustodyEvent = {
    id: stableId('evt', eventId), hash: eventHash(content),
    type: seed.type, action: seed.action, bizStep: seed.bizStep, disposition: seed.disposition, eventTime: seed.eventTime, errorDeclaredAt: seed.errorDeclaredAt,
    site: site ?? undefined, from: from ?? undefined, to: to ?? undefined, owner: owner ?? undefined, document: seed.documentNumber, reportedBy,
  }
  return { seed, eventId, event, things: content.things }
}

/** Tells every thing of an event how it takes part. */
export const involveThings = ({ event, things }: EventEntry, ledger: Ledger): void => {
  const parent = things.find(({ role }) => role === 'PARENT')?.id
  const allChildren = parent !== undefined && !things.some(({ role }) => role === 'CHILD')
  for (const { id, role, quantity, unit, position } of things) {
    ledger.involve(id, {
      event, role, quantity: quantity ?? undefined, unit: unit ?? undefined, position: position ?? undefined,
      ...(role === 'CHILD' && { parent }), ...(allChildren && role === 'PARENT' && { allChildren }),
    })
  }
}

export const isSerial = (id: string): boolean => labelOfId(id) === 'Serial'
export const isBatch = (id: string): boolean => labelOfId(id) === 'Batch'
