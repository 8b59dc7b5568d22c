import { eventHash } from '../custody/event-content.rules.ts'
import { eventIdOf, toldEventId } from '../custody/event-id.rules.ts'
import { type Breach, difference } from './breach.ts'
import type { StoredEvent } from './event-invariants.cypher.ts'

const atMostOne = (rule: string, thing: string, found: readonly string[]): Breach[] =>
  found.length <= 1 ? [] : [{ rule, thing, found: found.join(', '), expected: 'at most one' }]

const hashOf = (event: StoredEvent): string => eventHash({
  ...event, site: event.sites[0], from: event.givers[0], to: event.takers[0], reportedBy: event.reporters[0] ?? '',
  things: event.things.map(([id, role, quantity, unit, position]) => ({ id, role, quantity, unit, position })),
})

/** The ids that its eventID may give it: by the hub, or by its reporter. */
const idsOf = ({ eventId, reporters: [reportedBy = ''] }: StoredEvent): string[] => [eventIdOf({ eventId }), toldEventId(eventId, reportedBy)]

/** Where an event is incomplete, or says something else than when it was written. */
export const checkEvent = (event: StoredEvent): Breach[] => {
  const thing = `${event.id} ${event.eventId}`
  return [
    ...(event.reporters.length === 1 ? [] : [{ rule: 'event.reporter', thing, found: event.reporters.join(', ') || 'none', expected: 'one organization that reported it' }]),
    ...(event.things.length > 0 ? [] : [{ rule: 'event.things', thing, found: 'none', expected: 'at least one thing' }]),
    ...atMostOne('event.site', thing, event.sites),
    ...atMostOne('event.from', thing, event.givers),
    ...atMostOne('event.to', thing, event.takers),
    // Ids are unique, so no two events of one reporter have one eventID.
    ...(idsOf(event).includes(event.id) ? [] : difference('event.eventId', thing, event.id, idsOf(event).join(' or '))),
    ...difference('event.hash', thing, event.hash, hashOf(event)),
  ]
}
