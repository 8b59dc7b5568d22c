import { cypher } from '../../kernel/cypher.ts'
import type { ThingRole } from '../custody/custody-event.type.ts'

/** An event with all that its hash covers. */
export interface StoredEvent {
  readonly id: string
  readonly eventId: string
  readonly hash: string
  readonly type: string
  readonly action: string | null
  readonly bizStep: string | null
  readonly disposition: string | null
  readonly dispositionsSet: readonly string[] | null
  readonly dispositionsUnset: readonly string[] | null
  readonly eventTime: string
  readonly timeZoneOffset: string
  readonly owner: string | null
  readonly documentNumber: string | null
  readonly procedureReference: string | null
  readonly note: string | null
  readonly noteZh: string | null
  readonly sites: readonly string[]
  readonly givers: readonly string[]
  readonly takers: readonly string[]
  readonly reporters: readonly string[]
  readonly things: readonly (readonly [id: string, role: ThingRole, quantity: number | null, unit: string | null, position: string | null])[]
}

export const eventPage = cypher<{ after: string; first: number }, StoredEvent>()`
MATCH (event:Event)
WHERE event.id > $in.after
WITH event ORDER BY event.id LIMIT toInteger($in.first)
RETURN event.id AS id, event.eventId AS eventId, event.hash AS hash, event.type AS type, event.action AS action, event.bizStep AS bizStep,
  event.disposition AS disposition, event.dispositionsSet AS dispositionsSet, event.dispositionsUnset AS dispositionsUnset, event.eventTime AS eventTime, event.timeZoneOffset AS timeZoneOffset, event.owner AS owner,
  event.documentNumber AS documentNumber, event.procedureReference AS procedureReference, event.note AS note, event.noteZh AS noteZh,
  [(event)-[:AT]->(site) | site.id] AS sites,
  [(event)-[:FROM_PARTY]->(giver) | giver.id] AS givers,
  [(event)-[:TO_PARTY]->(taker) | taker.id] AS takers,
  [(event)-[:REPORTED_BY]->(reporter) | reporter.id] AS reporters,
  [(event)-[concerns:CONCERNS]->(thing) | [thing.id, concerns.role, concerns.quantity, concerns.unit, concerns.position]] AS things`
