import { viewerAgain } from '../../../access/actor.ts'
import type { Secrets } from '../../../access/secrets.ts'
import { NotSignedIn } from '../../../kernel/errors.ts'
import type { Graph, Writer } from '../../../kernel/graph.ts'
import { stableId } from '../../../kernel/ids.ts'
import type { Outside } from '../../../kernel/outside.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { isAllowed } from '../../../access/may.ts'
import { nextAttempt, outcomeOf } from '../../delivery/retry.rules.ts'
import { sendSigned } from '../../delivery/send-signed.ts'
import { actOfHub } from '../../delivery/tell-of-hub.ts'
import { writtenAs } from '../epc-format.ts'
import type { JsonObject } from '../epcis-event.type.ts'
import { Problem } from '../problem.ts'
import { findEvents } from '../query/find-events.ts'
import type { FoundEvent } from '../query/event-page.cypher.ts'
import { type Query, queryOf } from '../query/parameters.ts'
import { queryDocument } from '../query/query-document.ts'
import { parametersOf } from './named-query.rules.ts'
import { dueAfter, nextLookAfter } from './subscription.rules.ts'
import type { Schedule } from './schedule.rules.ts'
import { type ClaimedSubscription, endSubscription, updateSubscription } from './subscription.cypher.ts'

export interface TellingTools {
  readonly graph: Graph
  readonly outside: Outside
  readonly open: Secrets['open']
  readonly holder: string
  readonly now: () => Date
  /** From 0 to 1. */
  readonly chance: () => number
  /** Milliseconds for which an event waits: what another transaction recorded earlier and keeps later still comes before it. */
  readonly settling: number
  readonly ending?: AbortSignal
}

/** Events in one message. */
const atOnce = 200
/** Milliseconds between two looks of a stream. */
const rhythm = 1_000

/** What is new for a subscriber, in the order in which it was recorded. */
interface News {
  readonly rows: readonly FoundEvent[]
  /** Up to where, and whether there is more after that. */
  readonly until: string
  readonly more: boolean
}

/** What was counted or ordered is of no matter for what is told once and as it comes; a message that is sent again ends where it did. */
const standing = (definition: string, after: string, horizon: string): Query => {
  const query = queryOf(parametersOf(JSON.parse(definition) as JsonObject))
  const [from = ''] = after.split('|', 1)
  const { recordTime } = query.filter
  const within = { from: from > recordTime.from ? from : recordTime.from, until: horizon < recordTime.until ? horizon : recordTime.until }
  return { filter: { ...query.filter, recordTime: within }, orderBy: 'recordTime', direction: 'ASC', eventCountLimit: undefined, maxEventCount: undefined }
}

const newsOf = async ({ graph }: TellingTools, viewer: Viewer, { definition, after, sending }: ClaimedSubscription, horizon: string): Promise<News> => {
  const { rows, next } = await findEvents({ graph: graph.as(viewer), viewer }, standing(definition, after, horizon), { after, limit: atOnce })
  // Where nothing was found it goes on from there, instead of reading all of it again at each look.
  if (sending === null) return { rows, until: next ?? rows.at(-1)?.place ?? (horizon > after ? horizon : after), more: next !== undefined }
  // What came to be seen since may leave no room for the last of it: that is told by the message after it.
  const until = next !== undefined && next < sending ? next : sending
  return { rows: rows.filter(({ place }) => place <= until), until, more: true }
}

const messageOf = async ({ graph }: TellingTools, viewer: Viewer, { id, name, epcFormat }: ClaimedSubscription, rows: readonly FoundEvent[], at: Date): Promise<string> =>
  JSON.stringify(queryDocument(rows, at.toISOString(), await writtenAs(graph.as(viewer), epcFormat), { queryName: name, subscriptionID: id }))

const viewerOf = async (graph: Graph, subscriber: string): Promise<Viewer | undefined> => {
  try {
    const viewer = await viewerAgain(graph, JSON.parse(subscriber) as Viewer)
    return isAllowed(viewer, 'SUBSCRIBE_EVENTS') ? viewer : undefined
  } catch (error) {
    if (error instanceof NotSignedIn) return undefined
    throw error
  }
}

/** What its organization is told of it, and the record keeps. */
interface Word {
  readonly type: 'subscription.failing' | 'subscription.ended'
  readonly why: string
}

const tell = (writer: Writer, { id, name, organization }: ClaimedSubscription, { type, why }: Word, at: string): Promise<void> => actOfHub(writer, {
  action: 'SUBSCRIBE_EVENTS', at, entries: [{ subject: id, changes: [{ field: 'query', before: name, after: type === 'subscription.ended' ? null : name }], reason: why }],
  messages: [{ type, subject: id, organization, data: { subscription: id, query: name, why } }],
})

const save = ({ graph, holder, now }: TellingTools, claimed: ClaimedSubscription, properties: object, word?: Word): Promise<boolean> => graph.write(async (writer) => {
  const isOurs = (await writer.run(updateSubscription, { id: claimed.id, holder, properties })).length === 1
  if (isOurs && word !== undefined) await tell(writer, claimed, word, now().toISOString())
  return isOurs
})

const end = ({ graph, holder, now }: TellingTools, claimed: ClaimedSubscription, why: string): Promise<void> => graph.write(async (writer) => {
  const ended = await writer.run(endSubscription, { id: claimed.id, holder })
  if (ended.length === 1) await tell(writer, claimed, { type: 'subscription.ended', why }, now().toISOString())
})

const scheduleOf = ({ schedule }: ClaimedSubscription): Schedule | null => (schedule === null ? null : JSON.parse(schedule) as Schedule)

/** More waits: at once. Otherwise a stream is looked at again soon, and a schedule has its own time. */
const nextLook = (claimed: ClaimedSubscription, { more }: News, now: Date): string =>
  more ? now.toISOString() : claimed.schedule === null ? new Date(now.getTime() + rhythm).toISOString() : dueAfter(scheduleOf(claimed), now)

/** Its address answered: on from there. @returns whether there may be more to tell */
const advance = async (tools: TellingTools, claimed: ClaimedSubscription, news: News, notified: boolean): Promise<void> => {
  const now = tools.now()
  const [minRecordTime = ''] = news.until.split('|', 1)
  await save(tools, claimed, {
    after: news.until, minRecordTime, sending: null, attempts: 0, dueAt: nextLook(claimed, news, now), holder: null, failures: 0, failingSince: null, trouble: null, ...(notified && { lastNotifiedAt: now.toISOString() }),
  })
}

/** Its organization is told once of a row of failures: not of the first, which may have been a moment's. */
const tellingAfter = 3

const failing = ({ failures, failingSince }: ClaimedSubscription, now: Date, why: string): { properties: object; word?: Word } => ({
  properties: { failures: failures + 1, failingSince: failingSince ?? now.toISOString(), trouble: why, holder: null }, ...(failures + 1 === tellingAfter && { word: { type: 'subscription.failing', why } }),
})

/** It did not: later again, from where it was; after three days it is at an end, as after 410. */
const fail = async (tools: TellingTools, claimed: ClaimedSubscription, status: number | null): Promise<void> => {
  const [attempts, now] = [claimed.attempts + 1, tools.now()]
  const dueAt = outcomeOf(status) === 'GONE' ? null : nextAttempt(attempts, now, tools.chance())
  const why = status === null ? 'Its address did not answer.' : `Its address answered ${status}.`
  if (dueAt === null) return end(tools, claimed, why)
  const { properties, word } = failing(claimed, now, why)
  await save(tools, claimed, { ...properties, attempts, dueAt }, word)
}

/** What is new could not be found out, for no fault of its address: the same again, later and later. */
const failToFind = async (tools: TellingTools, claimed: ClaimedSubscription, error: unknown): Promise<never> => {
  const now = tools.now()
  const { properties, word } = failing(claimed, now, error instanceof Problem ? error.detail : 'The query could not be answered in time: ask for less, a shorter time for example.')
  await save(tools, claimed, { ...properties, dueAt: nextLookAfter(claimed.failures + 1, now) }, word)
  throw error
}

const send = async (tools: TellingTools, claimed: ClaimedSubscription, viewer: Viewer, news: News): Promise<number | null> => {
  const { id, dest, after, signatureToken } = claimed
  const at = tools.now()
  const secret = tools.open(signatureToken, id)
  const { status } = await sendSigned({
    url: dest, secrets: [`whsec_${Buffer.from(secret).toString('base64')}`], id: stableId('epm', `${id}|${after}|${news.until}`), at, alsoAs: 'gs1-signature',
    body: await messageOf(tools, viewer, claimed, news.rows, at), contentType: 'application/ld+json', ...(tools.ending && { ending: tools.ending }),
  }, tools.outside)
  return status
}

/**
 * Tells a subscriber what is new, once. It goes on from there only when its address has answered 2xx; until then the same
 * message is sent again. Who may not act for the organization any more is told nothing, and the subscription is at an end.
 */
export const tellSubscriber = async (tools: TellingTools, claimed: ClaimedSubscription): Promise<void> => {
  const viewer = await viewerOf(tools.graph, claimed.subscriber)
  if (viewer === undefined) return end(tools, claimed, 'Who made it may no longer be told.')
  const horizon = new Date(tools.now().getTime() - tools.settling).toISOString()
  const news = await newsOf(tools, viewer, claimed, horizon).catch((error: unknown) => failToFind(tools, claimed, error))
  const tellsOfNothing = claimed.reportIfEmpty && claimed.schedule !== null && claimed.sending === null && !news.more
  if (news.rows.length === 0 && !tellsOfNothing) return advance(tools, claimed, news, false)
  if (!await save(tools, claimed, { sending: news.until })) return
  const status = await send(tools, claimed, viewer, news)
  await (outcomeOf(status) === 'DELIVERED' ? advance(tools, claimed, news, true) : fail(tools, claimed, status))
}
