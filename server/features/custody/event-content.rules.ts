import { createHash } from 'node:crypto'
import type { ThingRole } from './custody-event.type.ts'

/** What an event says: all of it that may never change. */
export interface EventContent {
  readonly type: string
  readonly action?: string | null
  readonly bizStep?: string | null
  readonly disposition?: string | null
  readonly dispositionsSet?: readonly string[] | null
  readonly dispositionsUnset?: readonly string[] | null
  readonly eventTime: string
  readonly timeZoneOffset: string
  readonly site?: string | null
  readonly from?: string | null
  readonly to?: string | null
  readonly owner?: string | null
  readonly reportedBy: string
  readonly documentNumber?: string | null
  readonly procedureReference?: string | null
  readonly note?: string | null
  readonly noteZh?: string | null
  readonly things: readonly EventThing[]
}

export interface EventThing {
  readonly id: string
  readonly role: ThingRole
  readonly quantity?: number | null
  readonly unit?: string | null
  readonly position?: string | null
}

const thingText = ({ id, role, quantity, unit, position }: EventThing): string =>
  JSON.stringify([role, id, quantity ?? null, unit ?? null, position ?? null])

/**
 * SHA-256 of an event's content, base64url: the same for the same content, whoever reports it and in whatever order the
 * things are listed. Record time and error declaration come later and are no part of it.
 */
export const eventHash = (content: EventContent): string => {
  const fields = [
    content.type, content.action, content.bizStep, content.disposition, content.eventTime, content.timeZoneOffset,
    content.site, content.from, content.to, content.owner, content.reportedBy,
    content.documentNumber, content.procedureReference, content.note, content.noteZh,
  ].map((field) => field ?? null)
  const things = content.things.map(thingText).sort()
  // Events without it have the hash that they had before the hub knew it.
  const lasting = [content.dispositionsSet ?? [], content.dispositionsUnset ?? []].map((words) => [...words].sort())
  const more = lasting.some((words) => words.length > 0) ? [lasting] : []
  return createHash('sha256').update(JSON.stringify([fields, things, ...more])).digest('base64url')
}
