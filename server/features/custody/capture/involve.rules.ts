import { randomUUID } from 'node:crypto'
import type { CustodyEvent, Involvement } from '../custody-event.type.ts'
import { eventHash } from '../event-content.rules.ts'
import { eventIdOf } from '../event-id.rules.ts'
import type { NewEvent } from './report.type.ts'

/** An event with its id and hash, and how each of its things takes part. */
export interface FiledEvent {
  readonly content: NewEvent
  readonly eventId: string
  readonly event: CustodyEvent
}

const told = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined

/** Gives an event its place in the order of all events. */
export const filed = (content: NewEvent): FiledEvent => {
  const eventId = content.eventId ?? `urn:uuid:${randomUUID()}`
  const { type, action, eventTime, reportedBy } = content
  return {
    content, eventId,
    event: {
      id: eventIdOf({ ...content, eventId }), hash: eventHash(content), type, action, eventTime, reportedBy,
      bizStep: told(content.bizStep), disposition: told(content.disposition), dispositionsSet: told(content.dispositionsSet), dispositionsUnset: told(content.dispositionsUnset),
      site: told(content.site), from: told(content.from), to: told(content.to), owner: told(content.owner), document: told(content.documentNumber),
    },
  }
}

/** How each thing takes part, by its id. */
export const involvementsOf = ({ content: { things }, event }: FiledEvent): [thing: string, involvement: Involvement][] => {
  const parent = things.find(({ role }) => role === 'PARENT')?.id
  const allChildren = parent !== undefined && !things.some(({ role }) => role === 'CHILD')
  return things.map(({ id, role, quantity, unit, position }) => [id, {
    event, role, quantity: told(quantity), unit: told(unit), position: told(position),
    ...(role === 'CHILD' && parent !== undefined && { parent }), ...(allChildren && role === 'PARENT' && { allChildren }),
  }])
}

/** The parties that an event names. */
export const partiesOf = ({ from, to, owner, reportedBy }: Pick<CustodyEvent, 'from' | 'to' | 'owner' | 'reportedBy'>): string[] =>
  [from, to, owner, reportedBy].flatMap((party) => (party === undefined || party === '' ? [] : [party]))
