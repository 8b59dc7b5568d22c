import { cypher, part } from '../../kernel/cypher.ts'
import type { OutboxRow } from './cloud-event.ts'

interface FanOut {
  readonly limit: number
  readonly now: string
  /** What is older is in the lists only. */
  readonly since: string
  /** Message types that are mailed, and the roles whose work they are. */
  readonly mails: readonly { readonly type: string; readonly roles: readonly string[] }[]
}

/** A name of the filter is a type, or with `.*` all that begin with it; no filter is all. */
const wanted = part`(size(endpoint.types) = 0 OR any(type IN endpoint.types WHERE type = message.type OR type ENDS WITH '.*' AND message.type STARTS WITH left(type, size(type) - 1)))`

const fresh = part`delivery.id = 'dlv_' + replace(randomUUID(), '-', ''), delivery.message = message.id, delivery.organization = message.organization, delivery.type = message.type,
    delivery.subject = message.subject, delivery.at = message.at, delivery.place = message.at + '|' + message.id, delivery.state = 'PENDING', delivery.attempts = 0, delivery.dueAt = $in.now, delivery.log = []`

/**
 * Takes messages out of the outbox, the oldest first, and files a delivery for each receiver: the endpoints that want
 * them, and the people whose work they are. Two nodes at once: the second waits for the first's locks, and finds the
 * label gone. An organization that has left is told nothing.
 */
export const fanOut = cypher<FanOut, { taken: number }>()`
MATCH (message:Undelivered)
WHERE message.at > ''
WITH message ORDER BY message.at LIMIT toInteger($in.limit)
SET message.asked = true
WITH message WHERE message:Undelivered
CALL (message) {
  MATCH (endpoint:WebhookEndpoint)
  WHERE endpoint.organization = message.organization AND endpoint.createdAt <= message.at AND endpoint.enabled AND message.at >= $in.since AND ${wanted}
    AND NOT EXISTS { MATCH (left:Organization {id: message.organization}) WHERE left.suspendedAt IS NOT NULL }
  MERGE (delivery:Delivery {key: message.id + '|' + endpoint.id})
  ON CREATE SET delivery.target = endpoint.id, ${fresh}
}
CALL (message) {
  UNWIND $in.mails AS mail
  WITH message, mail WHERE mail.type = message.type AND message.at >= $in.since
  MATCH (organization:Organization {id: message.organization})<-[:WORKS_FOR]-(person:Person)
  WHERE organization.suspendedAt IS NULL AND person.active AND person.email IS NOT NULL AND NOT coalesce(person.mailOff, false) AND any(role IN person.roles WHERE role IN mail.roles)
  MERGE (delivery:Delivery {key: message.id + '|' + person.id})
  ON CREATE SET delivery.target = 'mail', delivery.person = person.id, ${fresh}
}
REMOVE message:Undelivered, message.asked
RETURN count(*) AS taken
`

export const untaken = cypher<object, { id: string }>()`
MATCH (message:Undelivered)
WHERE message.at > ''
RETURN message.id AS id LIMIT 1
`

/** Receivers that something is due for, each found by its own index range: a long queue of one hides no other. */
export const dueTargets = cypher<{ now: string }, { target: string }>()`
CALL () {
  MATCH (endpoint:WebhookEndpoint) WHERE endpoint.id > '' RETURN endpoint.id AS target
  UNION ALL RETURN 'mail' AS target
}
WITH target WHERE EXISTS { MATCH (delivery:Delivery) WHERE delivery.target = target AND delivery.dueAt <= $in.now }
RETURN target
`

export interface Claim {
  readonly target: string
  readonly limit: number
  readonly now: string
  readonly holder: string
  /** Until then nobody else takes it; if nothing is heard by then it is due again. */
  readonly until: string
}

/** Its next due time is the lease: of two nodes the second waits for the first's lock, and finds it not due. */
const claimed = part`
MATCH (delivery:Delivery)
WHERE delivery.target = $in.target AND delivery.dueAt <= $in.now
WITH delivery ORDER BY delivery.dueAt LIMIT toInteger($in.limit)
SET delivery.asked = $in.holder
WITH delivery WHERE delivery.dueAt <= $in.now
SET delivery.dueAt = $in.until, delivery.holder = $in.holder, delivery.attempts = delivery.attempts + 1
WITH delivery
MATCH (message:OutboxMessage {id: delivery.message})`

const told = part`delivery.id AS delivery, delivery.attempts AS attempt, message {.id, .at, .type, .subject, .data} AS message`

export interface Claimed {
  readonly delivery: string
  readonly attempt: number
  readonly message: OutboxRow
}

export interface ClaimedHook extends Claimed {
  readonly url: string
  readonly enabled: boolean
  /** Sealed for the endpoint. */
  readonly secrets: readonly string[]
}

/** Of an organization that has left, which is sent nothing more; also what was filed before. */
const hasLeft = part`EXISTS { MATCH (left:Organization {id: delivery.organization}) WHERE left.suspendedAt IS NOT NULL }`

export const claimHooks = cypher<Claim, ClaimedHook>()`
${claimed}
MATCH (endpoint:WebhookEndpoint {id: delivery.target})
RETURN ${told}, endpoint.url AS url, endpoint.enabled AND NOT ${hasLeft} AS enabled,
  COLLECT { MATCH (secret:WebhookSecret {endpoint: endpoint.id}) WHERE secret.until IS NULL OR secret.until > $in.now RETURN secret.secret ORDER BY secret.createdAt DESC LIMIT 2 } AS secrets
`

export interface ClaimedMail extends Claimed {
  /** Null where the person or the organization has gone, it is not the person's work any more, or there is no address or wish for mail. */
  readonly email: string | null
  readonly locale: string | null
}

/** Roles and organization are asked again: days may lie between filing and sending. */
export const claimMails = cypher<Claim & Pick<FanOut, 'mails'>, ClaimedMail>()`
${claimed}
OPTIONAL MATCH (person:Person {id: delivery.person})
WHERE person.active AND NOT coalesce(person.mailOff, false) AND NOT ${hasLeft} AND EXISTS { (person)-[:WORKS_FOR]->(:Organization {id: delivery.organization}) }
  AND any(mail IN $in.mails WHERE mail.type = delivery.type AND any(role IN person.roles WHERE role IN mail.roles))
RETURN ${told}, person.email AS email, person.locale AS locale
`

export interface Finished {
  readonly delivery: string
  readonly holder: string
  readonly attempt: number
  readonly state: 'PENDING' | 'DELIVERED' | 'WRITTEN' | 'DEAD'
  /** Null where nothing more is tried. */
  readonly dueAt: string | null
  readonly at: string
  /** JSON of a DeliveryTry. */
  readonly entry: string
}

/** Only by who still has the lease: who overslept changes nothing. */
export const finish = cypher<Finished, { id: string }>()`
MATCH (delivery:Delivery {id: $in.delivery})
SET delivery.asked = $in.holder
WITH delivery WHERE delivery.holder = $in.holder AND delivery.attempts = toInteger($in.attempt)
SET delivery.state = $in.state, delivery.dueAt = $in.dueAt, delivery.log = delivery.log + $in.entry, delivery.holder = null,
  delivery.finishedAt = CASE WHEN $in.dueAt IS NULL THEN $in.at END
RETURN delivery.id AS id
`

/** The receiver has said that it wants nothing any more. */
export const closeEndpoint = cypher<{ target: string; at: string; reason: string }, { id: string; organization: string }>()`
MATCH (endpoint:WebhookEndpoint {id: $in.target})
WHERE endpoint.enabled
SET endpoint.enabled = false, endpoint.disabledAt = $in.at, endpoint.disabledReason = $in.reason
RETURN endpoint.id AS id, endpoint.organization AS organization
`
