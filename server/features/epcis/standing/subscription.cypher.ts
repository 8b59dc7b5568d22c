import { cypher, part } from '../../../kernel/cypher.ts'

export interface SubscriptionRow {
  readonly id: string
  readonly dest: string
  readonly stream: boolean
  /** JSON of a Schedule; null of a stream. */
  readonly schedule: string | null
  readonly reportIfEmpty: boolean
  readonly epcFormat: string
  readonly initialRecordTime: string
  /** Events recorded from then on are still to be told. */
  readonly minRecordTime: string
  readonly createdAt: string
  readonly lastNotifiedAt: string | null
  /** Since when, how often and why it could not be told; null while it can. */
  readonly failingSince: string | null
  readonly failures: number | null
  readonly trouble: string | null
}

const shown = part`subscription {.id, .dest, .stream, .schedule, .reportIfEmpty, .epcFormat, .initialRecordTime, .minRecordTime, .createdAt, .lastNotifiedAt, .failingSince, .failures, .trouble}`

const own = part`MATCH (query:EpcisQuery)
WHERE query.organization = $viewer.organization AND query.name = $in.name
MATCH (subscription:EpcisSubscription)
WHERE subscription.query = query.id AND subscription.createdAt > ''`

/** The address, what it is signed with (sealed) and whom it is for stand together, and are shown apart. */
export const createSubscription = cypher<{ subscription: object }, never>()`
CREATE (subscription:EpcisSubscription)
SET subscription = $in.subscription
`

export const ownSubscriptions = cypher<{ name: string; after: string; limit: number }, { place: string; subscription: SubscriptionRow }>()`
${own} AND subscription.id > $in.after
RETURN subscription.id AS place, ${shown} AS subscription
ORDER BY place LIMIT toInteger($in.limit)
`

export const ownSubscription = cypher<{ name: string; id: string }, { subscription: SubscriptionRow }>()`
${own} AND subscription.id = $in.id
RETURN ${shown} AS subscription
`

/** Over all of an organization's queries. */
export const ownSubscriptionCount = cypher<object, { total: number }>()`
MATCH (query:EpcisQuery)
WHERE query.organization = $viewer.organization AND query.name > ''
MATCH (subscription:EpcisSubscription)
WHERE subscription.query = query.id AND subscription.createdAt > ''
RETURN count(*) AS total
`

export const deleteSubscription = cypher<{ name: string; id: string }, { id: string }>()`
${own} AND subscription.id = $in.id
WITH subscription, subscription.id AS id
DELETE subscription
RETURN id
`

interface Claim {
  readonly now: string
  readonly until: string
  readonly holder: string
  readonly limit: number
  /** How many of each organization at once, and how many of each it already has under way. */
  readonly each: number
  readonly busy: Readonly<Record<string, number>>
}

export interface ClaimedSubscription {
  readonly id: string
  readonly organization: string
  readonly name: string
  readonly definition: string
  readonly dest: string
  readonly signatureToken: string
  readonly schedule: string | null
  readonly reportIfEmpty: boolean
  readonly epcFormat: string
  /** In the order of record time, what was told last; a record time alone before the first. */
  readonly after: string
  /** Up to where the message goes that was not answered by 2xx yet; null where there is none. */
  readonly sending: string | null
  readonly attempts: number
  /** In how many looks on end it could not be found out what is new, or its address did not answer; and since when. */
  readonly failures: number
  readonly failingSince: string | null
  /** JSON of whom it is for, as it was made (access/actor.ts viewerAgain). */
  readonly subscriber: string
}

/**
 * Its next due time is the lease: of two nodes the second waits for the first's lock, and finds it not due. In turn by
 * organization, and no more of one than it may have at once: whose addresses are slow holds up nobody else.
 */
export const claimSubscriptions = cypher<Claim, ClaimedSubscription>()`
MATCH (subscription:EpcisSubscription)
WHERE subscription.dueAt <= $in.now
WITH subscription ORDER BY subscription.dueAt LIMIT 2000
WITH split(subscription.queryKey, '|')[0] AS organization, collect(subscription) AS due
WITH organization, due, coalesce($in.busy[organization], 0) AS busy
UNWIND range(busy, toInteger($in.each) - 1) AS turn
WITH organization, turn, due[turn - busy] AS subscription
WHERE subscription IS NOT NULL
WITH organization, subscription ORDER BY turn, subscription.dueAt LIMIT toInteger($in.limit)
SET subscription.asked = $in.holder
WITH organization, subscription WHERE subscription.dueAt <= $in.now
SET subscription.dueAt = $in.until, subscription.holder = $in.holder
WITH organization, subscription
MATCH (query:EpcisQuery {key: subscription.queryKey})
RETURN subscription.id AS id, organization, query.name AS name, query.definition AS definition, subscription.dest AS dest, subscription.signatureToken AS signatureToken, subscription.schedule AS schedule,
  subscription.reportIfEmpty AS reportIfEmpty, subscription.epcFormat AS epcFormat, subscription.after AS after, subscription.sending AS sending, subscription.attempts AS attempts,
  coalesce(subscription.failures, 0) AS failures, subscription.failingSince AS failingSince, subscription.subscriber AS subscriber
`

/** Only by who still has the lease: who overslept changes nothing. */
export const updateSubscription = cypher<{ id: string; holder: string; properties: object }, { id: string }>()`
MATCH (subscription:EpcisSubscription {id: $in.id})
SET subscription.asked = $in.holder
WITH subscription WHERE subscription.holder = $in.holder
SET subscription += $in.properties
RETURN subscription.id AS id
`

export const endSubscription = cypher<{ id: string; holder: string }, { id: string }>()`
MATCH (subscription:EpcisSubscription {id: $in.id})
WHERE subscription.holder = $in.holder
WITH subscription, subscription.id AS id
DELETE subscription
RETURN id
`
