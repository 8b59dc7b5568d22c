import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type ClaimedSubscription, claimSubscriptions } from './subscription.cypher.ts'
import { type TellingTools, tellSubscriber } from './tell-subscriber.ts'

/** How often it is looked which are due, in milliseconds. */
const rhythm = 1_000
/** How many are told at once, and how many of one organization: a slow address keeps its place for ten seconds. */
const atOnce = 32
const each = 2
/** Milliseconds after which one that nobody finished is due again: longer than finding, connecting and answering take. */
const lease = 60_000
/** An import keeps up to a minute's work at once, recorded under the time at which it began: no stream may have passed that by then. */
const settling = 75_000

export interface Telling {
  /** Begins to tell those that are due, of each organization some, without waiting for those under way. @returns how many there were */
  look(): Promise<number>
  /** Resolves when one of those under way ends, or at once where there are none. */
  oneEnded(): Promise<unknown>
  /** Resolves when none is under way. */
  idle(): Promise<void>
}

/** Tells subscribers, several at once. */
export const openTelling = (tools: TellingTools, logger: Logger): Telling => {
  const underWay = new Map<Promise<void>, string>()
  const busy = (): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const organization of underWay.values()) counts[organization] = (counts[organization] ?? 0) + 1
    return counts
  }
  const begin = (claimed: ClaimedSubscription): void => {
    const telling: Promise<void> = tellSubscriber(tools, claimed)
      .catch((error: unknown) => logger.warn({ err: error, subscription: claimed.id }, 'a subscriber was not told; it is due again in a minute'))
      .finally(() => underWay.delete(telling))
    underWay.set(telling, claimed.organization)
  }
  return {
    look: async () => {
      const now = tools.now()
      const input = { now: now.toISOString(), until: new Date(now.getTime() + lease).toISOString(), holder: tools.holder, limit: atOnce - underWay.size, each, busy: busy() }
      const due = input.limit <= 0 ? [] : await tools.graph.write((writer) => writer.run(claimSubscriptions, input))
      due.forEach(begin)
      return due.length
    },
    oneEnded: () => Promise.race([...underWay.keys(), ...(underWay.size === 0 ? [undefined] : [])]),
    idle: async () => void await Promise.all(underWay.keys()),
  }
}

/** Starts telling the subscribers of EPCIS; on every node, since each is leased. @returns how it is ended */
export const startSubscriptions = (given: Pick<TellingTools, 'graph' | 'outside' | 'open'>, logger: Logger): { stop(): Promise<void> } => {
  const stopping = new AbortController()
  const tools: TellingTools = { ...given, holder: randomUUID(), now: () => new Date(), chance: Math.random, settling, ending: stopping.signal }
  const telling = openTelling(tools, logger)
  const pausing = () => pause(rhythm, undefined, { signal: stopping.signal }).catch(() => undefined)
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const began = await telling.look().catch((error: unknown) => void logger.debug({ err: error }, 'subscriptions were not looked at'))
      // Whoever was told may have more that waits, and has made room.
      await (began ? Promise.race([pausing(), telling.oneEnded()]) : pausing())
    }
    await telling.idle()
  }
  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
