import { cypher, part } from '../../kernel/cypher.ts'
import type { DeliveryState } from './webhook.type.ts'

export interface WebhookRow {
  readonly id: string
  readonly url: string
  readonly types: readonly string[]
  readonly description: string | null
  readonly enabled: boolean
  readonly createdAt: string
  readonly disabledAt: string | null
  readonly disabledReason: string | null
  readonly oldSecretUntil: string | null
  readonly pendingCount: number
}

/** Never the secret: only the statement that sends reads it (queue.cypher.ts). */
const endpointMap = part`endpoint {.id, .url, .types, .description, .enabled, .createdAt, .disabledAt, .disabledReason,
  oldSecretUntil: head(COLLECT { MATCH (old:WebhookSecret {endpoint: endpoint.id}) WHERE old.until > $in.now RETURN old.until ORDER BY old.until DESC LIMIT 1 }),
  pendingCount: COUNT { MATCH (delivery:Delivery) WHERE delivery.target = endpoint.id AND delivery.dueAt > '' }}`

/** Found by id, and then only where it is the viewer's own organization's. */
const own = part`(endpoint:WebhookEndpoint {id: $in.id}) WHERE endpoint.organization = $viewer.organization`

interface One {
  readonly id: string
  readonly now: string
}

export const ownWebhooks = cypher<{ now: string }, { webhook: WebhookRow }>()`
MATCH (endpoint:WebhookEndpoint)
WHERE endpoint.organization = $viewer.organization AND endpoint.createdAt > ''
WITH endpoint ORDER BY endpoint.createdAt LIMIT 200
RETURN ${endpointMap} AS webhook ORDER BY endpoint.createdAt
`

export const ownWebhookCount = cypher<object, { enabled: number }>()`
MATCH (endpoint:WebhookEndpoint)
WHERE endpoint.organization = $viewer.organization AND endpoint.createdAt > '' AND endpoint.enabled
RETURN count(*) AS enabled
`

export const ownWebhookById = cypher<One, { webhook: WebhookRow }>()`
MATCH ${own}
RETURN ${endpointMap} AS webhook
`

/** The secret stands apart from the endpoint, so that whatever shows endpoints cannot show it; sealed for that endpoint (access/secrets.ts). */
const newSecret = part`CREATE (:WebhookSecret {endpoint: endpoint.id, secret: $in.secret, createdAt: $in.now})`

export const createWebhook = cypher<{ endpoint: object; secret: string; now: string }, { webhook: WebhookRow }>()`
CREATE (endpoint:WebhookEndpoint)
SET endpoint = $in.endpoint
${newSecret}
WITH endpoint
RETURN ${endpointMap} AS webhook
`

export const updateWebhook = cypher<One & { properties: object }, { webhook: WebhookRow }>()`
MATCH ${own}
SET endpoint += $in.properties
WITH endpoint
RETURN ${endpointMap} AS webhook
`

/** Two at most: the present one signs on until its time is over, those before it are forgotten. */
export const rotateSecret = cypher<One & { secret: string; oldUntil: string }, { webhook: WebhookRow }>()`
MATCH ${own}
SET endpoint.rotatedAt = $in.now
WITH endpoint
CALL (endpoint) {
  MATCH (old:WebhookSecret {endpoint: endpoint.id})
  WITH old, old.until IS NULL AND $in.oldUntil > $in.now AS stays
  FOREACH (_ IN CASE WHEN stays THEN [1] ELSE [] END | SET old.until = $in.oldUntil)
  FOREACH (_ IN CASE WHEN stays THEN [] ELSE [1] END | DELETE old)
}
${newSecret}
WITH endpoint
RETURN ${endpointMap} AS webhook
`

/** A message of this endpoint alone: it goes past the outbox, so that no other receiver has it. */
export const fileTest = cypher<One & { delivery: object; message: object }, { delivery: string }>()`
MATCH ${own}
CREATE (message:OutboxMessage)
SET message = $in.message, message.organization = endpoint.organization, message.subject = endpoint.id
CREATE (delivery:Delivery)
SET delivery = $in.delivery, delivery.target = endpoint.id, delivery.organization = endpoint.organization, delivery.subject = endpoint.id
RETURN delivery.id AS delivery
`

/** Sent again as it was, under the same id, with all its tries to come. */
export const replay = cypher<One, { delivery: string; webhook: string; enabled: boolean }>()`
MATCH (delivery:Delivery {id: $in.id})
WHERE delivery.organization = $viewer.organization
MATCH (endpoint:WebhookEndpoint {id: delivery.target})
SET delivery.dueAt = CASE WHEN endpoint.enabled THEN $in.now ELSE delivery.dueAt END,
  delivery.state = CASE WHEN endpoint.enabled THEN 'PENDING' ELSE delivery.state END,
  delivery.attempts = CASE WHEN endpoint.enabled THEN 0 ELSE delivery.attempts END,
  delivery.holder = CASE WHEN endpoint.enabled THEN null ELSE delivery.holder END
RETURN delivery.id AS delivery, endpoint.id AS webhook, endpoint.enabled AS enabled
`

export interface DeliveryRow {
  readonly id: string
  readonly messageId: string
  readonly type: string
  readonly subject: string
  readonly at: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly dueAt: string | null
  /** Each the JSON of a DeliveryTry. */
  readonly log: readonly string[]
}

/** A page of each endpoint's log, the newest first. The caller has found the endpoints to be the viewer's own. */
export const deliveriesOf = cypher<{ ids: readonly string[]; state: string | null; after: string; limit: number }, { webhook: string; totalCount: number; deliveries: { place: string; delivery: DeliveryRow }[] }>()`
UNWIND $in.ids AS id
MATCH (endpoint:WebhookEndpoint {id: id})
WHERE endpoint.organization = $viewer.organization
RETURN id AS webhook,
  COUNT { MATCH (delivery:Delivery) WHERE delivery.target = id AND delivery.place > '' AND ($in.state IS NULL OR delivery.state = $in.state) } AS totalCount,
  COLLECT {
    MATCH (delivery:Delivery)
    WHERE delivery.target = id AND delivery.place < CASE $in.after WHEN '' THEN '~' ELSE $in.after END AND ($in.state IS NULL OR delivery.state = $in.state)
    WITH delivery ORDER BY delivery.place DESC LIMIT toInteger($in.limit)
    RETURN {place: delivery.place, delivery: delivery {.id, messageId: delivery.message, .type, .subject, .at, .state, .attempts, .dueAt, .log}}
  } AS deliveries
`
