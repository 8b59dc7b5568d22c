import { stableId } from '../../../kernel/ids.ts'
import type { EpcisEvent, LdContext } from '../epcis-event.type.ts'
import { columnsOf, type EpcisName, type EventColumns, namesOf } from '../event-columns.rules.ts'
import { hashIdOf } from '../event-hash.rules.ts'
import { type Namespaces, namespacesOf } from '../namespaces.rules.ts'
import type { Incoming } from '../intake/spool.ts'

/** An event that came, read: what it is known by, asked for by, and about. */
export interface Draft {
  readonly place: number
  readonly event: EpcisEvent
  /** Its own eventID, or its hash id. */
  readonly eventId: string
  readonly hash: string
  /** Global id: another reporter's event of the same eventID is another one, so that nobody learns of it. */
  readonly id: string
  readonly columns: EventColumns
  readonly names: readonly EpcisName[]
  readonly namespaces: Namespaces
}

/** An error declaration repeats the eventID of what it declares, and is an event of its own. */
export const declares = ({ columns }: Draft): boolean => columns.declaredAt !== null

const draftOf = ({ place, event }: Incoming, namespaces: Namespaces, organization: string): Draft => {
  const hash = hashIdOf(event, namespaces)
  const eventId = event.eventID ?? hash
  const columns = columnsOf(event)
  const id = stableId('epc', [organization, eventId, ...(columns.declaredAt === null ? [] : [columns.declaredAt])].join('|'))
  return { place, event, eventId, hash, id, columns, names: namesOf(event), namespaces }
}

/** Reads events of an organization's document, whose prefixes hold where an event has none of its own. */
export const draftsFor = (organization: string, context: LdContext): ((one: Incoming) => Draft) => {
  const shared = namespacesOf(context)
  return (one) => draftOf(one, one.event['@context'] === undefined ? shared : namespacesOf(context, one.event['@context']), organization)
}
