import { stableId } from '../../kernel/ids.ts'

export interface NamedEvent {
  /** What it is known by where its eventID came from its reporter. */
  readonly id?: string
  /** EPCIS eventID. */
  readonly eventId: string
}

/** The id of an event: where the hub gave it its eventID, that is enough. */
export const eventIdOf = ({ id, eventId }: NamedEvent): string => id ?? stableId('evt', eventId)

/**
 * The id of an event whose eventID came from its reporter. Two reporters may give one eventID, and neither may learn
 * from its own event's id that the other has one, which it does not see.
 */
export const toldEventId = (eventId: string, reportedBy: string): string => stableId('evt', `${reportedBy}|${eventId}`)
