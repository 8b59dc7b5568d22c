import { labelOfId } from '../../../kernel/ids.ts'
import type { NewEvent } from '../capture/report.type.ts'
import type { ThingRole } from '../custody-event.type.ts'
import type { EventThing } from '../event-content.rules.ts'
import { toldEventId } from '../event-id.rules.ts'

type Reported = NewEvent & { readonly eventId: string }

/** An event of which some things are not known yet. */
export interface WaitingContent {
  /** The event with the things that are known so far. */
  readonly event: Reported
  /** Roles without which it says nothing: what is packed means nothing without the carton, and a carton alone would mean all of its content. */
  readonly needs: readonly ThingRole[]
  /** A part of it is filed already. */
  readonly told: boolean
}

export interface JoinedEvent {
  /** What is to be filed now; undefined where something without which it says nothing is still missing. */
  readonly event: Reported | undefined
  readonly content: WaitingContent
}

/** Whether an event can be filed with the things that are known. */
export const isWhole = ({ things }: Pick<NewEvent, 'things'>, needs: readonly ThingRole[]): boolean =>
  things.length > 0 && needs.every((needed) => things.some(({ role }) => role === needed))

const opposite: Partial<Record<ThingRole, ThingRole>> = { CHILD: 'PARENT', INPUT: 'OUTPUT', OUTPUT: 'INPUT' }

// It was filed with the others: its quantity, and that a serial was used up, count once.
const again = ({ id, role, position }: EventThing): EventThing[] => {
  if (role === 'INPUT' && labelOfId(id) === 'Serial') return []
  return [{ id, role, ...(position != null && { position }) }]
}

/** What the late things need beside them: the carton that they went into, or the other side of what was made. */
const beside = (known: readonly EventThing[], late: readonly EventThing[]): EventThing[] => {
  const roles = new Set(late.map(({ role }) => opposite[role]))
  return known.filter(({ role }) => roles.has(role)).flatMap(again)
}

/** Files what waited: the whole event where nothing of it was filed, otherwise an event of the late things at the same time. */
export const joined = (content: WaitingContent, late: readonly EventThing[]): JoinedEvent => {
  const { event, needs, told } = content
  const whole = { ...event, things: [...event.things, ...late] }
  if (!told && !isWhole(whole, needs)) return { event: undefined, content: { ...content, event: whole } }
  const kept = { event: whole, needs, told: true }
  if (!told) return { event: whole, content: kept }
  const eventId = [event.eventId, ...late.map(({ id }) => id).sort()].join('|')
  return { event: { ...event, eventId, id: toldEventId(eventId, event.reportedBy), things: [...beside(event.things, late), ...late] }, content: kept }
}
